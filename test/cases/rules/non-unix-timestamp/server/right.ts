import { Analytics } from "@customerio/cdp-analytics-node";
import { PipelinesClient, TrackClient } from "customerio-node";

const cio = new TrackClient(siteId, apiKey);
cio.track(id, { name: "Order Completed", timestamp: Math.floor(Date.now() / 1000) });
cio.track(id, { name: "Order Completed", timestamp: order.paidAt });
cio.track(id, { name: "Order Completed", timestamp: 1767225600 });
cio.track(id, { name: "Order Completed", timestamp: isNew ? undefined : order.paidAt });
cio.identify(id, { created_at: Math.round(user.createdAt.getTime() / 1000), seen: Date.now() });

// The pipelines take dates.
const analytics = new Analytics({ writeKey });
analytics.track({ userId: id, event: "Order Completed", timestamp: new Date() });
analytics.identify({ userId: id, traits: { created_at: new Date().toISOString() } });
new PipelinesClient(writeKey).track({ userId: id, event: "Order Completed", timestamp: new Date() });
