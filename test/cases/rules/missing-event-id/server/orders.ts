import { Analytics } from "@customerio/cdp-analytics-node";
import { TrackClient } from "customerio-node";

const analytics = new Analytics({ writeKey });
const cio = new TrackClient(siteId, apiKey);
const data = { order_id: "a" };

cio.track(id, { name: "Order Completed", id: eventId("a"), data });
cio.track(id, { name: "Viewed Product" });
analytics.track({ userId: id, event: "Order Completed", messageId: eventId("a"), properties: data });
analytics.track({ ...more, userId: id, event: "Order Completed", properties: data });

cio.track(id, { name: "Order Completed", data });
analytics.track({ userId: id, event: "Order Completed", properties: data });

// A name that is misspelled, and can mean nothing else, is sent without one all the same.
cio.track(order.customerId, { name: "order_completed", data: { order_id: order.id } });
