import { TrackClient } from "customerio-node";

const cio = new TrackClient(siteId, apiKey);
cio.track(order.customerId, { name: "Order Completed" });

cio.track(order.customerId, { name: "Viewed Thanks" });
