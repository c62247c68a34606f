import { TrackClient } from "customerio-node";

const cio = new TrackClient(siteId, apiKey);

const completed = (who: string, data: object, id?: string) => cio.track(who, { name: "Order Completed", id, data });
completed(person.id, { order_id: "a" }, eventId("a"));
completed(person.id, { order_id: "a" });

const refunded = (who: string, data: object) => cio.track(who, { name: "Order Refunded", data });
refunded(person.id, { order_id: "a" });
