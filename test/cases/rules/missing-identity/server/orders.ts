import { Analytics } from "@customerio/cdp-analytics-node";
import { TrackClient } from "customerio-node";

const analytics = new Analytics({ writeKey });
const cio = new TrackClient(siteId, apiKey);

analytics.track({ userId: order.customerId, event: "Order Completed" });
analytics.track({ ...who, event: "Order Completed" });
cio.trackAnonymous(browserId, { name: "Viewed Product" });

analytics.track({ event: "Order Completed" });
analytics.track({ userId: undefined, event: "Order Completed" });
analytics.track({ anonymousId: browserId, event: "Order Completed" });
cio.trackAnonymous(browserId, { name: "Order Completed" });
cio.track("", { name: "Order Completed" });

// Whom an object names that is not seen is not known.
export function send(message, who) {
  analytics.track({ ...who, event: "Viewed Product" });
  cio.track(who.id, { name: "Viewed Product" });
}
