import type { Shop } from "./client";

export function opened({ shop }: { shop: Shop }) {
  return shop.tracking.note.mutate({ event: "Shelf Noted", more: {} });
}
