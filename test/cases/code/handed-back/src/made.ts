import { record, track } from "./makers";

record("Cart Opened");
record("Cart Closed");
track.checkout.summary.opened({ items: 2 });
track.checkout.summary.paid({ total: 9.5 });
