import { events, later, mails } from "./queues";

later("Cart Kept");
events.add("now", { event: "Cart Opened" });
// No event: it is another queue's, and a set's.
mails.add("now", { event: "Mail Written" });
new Set<unknown>().add({ event: "Added" });
