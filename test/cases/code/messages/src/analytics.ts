import { Analytics } from "@segment/analytics-node";
const analytics = new Analytics({ writeKey: "x" });
export function trackIt(event: string, properties?: object) { analytics.track({ userId: "1", event, properties }); }
