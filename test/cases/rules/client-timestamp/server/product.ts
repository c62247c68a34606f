import { Analytics } from "@customerio/cdp-analytics-node";

const analytics = new Analytics({ writeKey });
analytics.track({ userId: id, event: "Viewed Product", timestamp: new Date() });
