import { server } from "@acme/server";
import { gtag } from "./google";

export function reportUsage(name: string, about: object = {}) {
  server.put("usage", { name, ...about });
}

// What has an event of its own is one emission, whatever it is told.
export function reportCartUsage(kind: string) {
  gtag("event", "cart_used", { kind });
}
