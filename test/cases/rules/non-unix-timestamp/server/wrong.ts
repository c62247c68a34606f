import { TrackClient } from "customerio-node";

const cio = new TrackClient(siteId, apiKey);
const now = Date.now();

cio.track(id, { name: "Order Completed", timestamp: Date.now() });
cio.track(id, { name: "Order Completed", timestamp: now });
cio.track(id, { name: "Order Completed", timestamp: new Date() });
cio.track(id, { name: "Order Completed", timestamp: new Date().toISOString() });
cio.track(id, { name: "Order Completed", timestamp: 1767225600000 });
cio.trackAnonymous(anonymous, { name: "Order Completed", timestamp: order.isOld ? 1767225600 : Date.now() });
cio.identify(id, { created_at: Date.now() });
_cio.identify({ id, created_at: new Date().toISOString() });

export const sendAt = (name: "Order Completed", at: number) => cio.track(id, { name, timestamp: at });
sendAt("Order Completed", Date.now());

await fetch(`https://track.customer.io/api/v1/customers/${id}/events`, {
  method: "POST",
  body: JSON.stringify({ name: "Order Completed", timestamp: Date.now(), data: {} }),
});
