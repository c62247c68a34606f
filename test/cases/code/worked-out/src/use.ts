import { Code } from "./codes";
import * as sink from "./sink";

sink.byCode(Code.CartOpened);
sink.byCode(Code.OrderPaid);
sink.bySlug("Cart Opened", { items: 2 });
sink.byTable("cart");
sink.byLookup("cart");
sink.further("Cart Closed");
sink.opened("Cart");
sink.opened("Order");

export function tell(item: { kind: string; title: string }, user: { isNew: boolean }) {
  // Another caller writes it out, so this is a call of the same kind.
  sink.bySlug(item.title);
  sink.ofItem(item);
  sink.ofTitle(item.title);
  sink.ofUser(user);
  sink.closed(item.title);
}
