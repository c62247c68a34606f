import { APIClient, PipelinesClient, TrackClient } from "customerio-node";
import { Analytics } from "@segment/analytics-node";
import { Analytics as Pipelines } from "@customerio/cdp-analytics-node";
import Mixpanel from "mixpanel";
import { PostHog } from "posthog-node";

const cio = new TrackClient("site", "key");
const cdp = new PipelinesClient("key");
const segment = new Analytics({ writeKey: "key" });
const pipelines = new Pipelines({ writeKey: "key" });
const mixpanel = Mixpanel.init("token");
const posthog = new PostHog("token");

export async function ordered(user: { id: string; email: string }, total: number) {
  await cio.track(user.id, { name: "Order Completed", data: { total, currency: "EUR" }, id: "01H", timestamp: 1 });
  await cio.trackAnonymous("anon", { name: "Order Started", data: {} });
  await cio.identify(user.email, { vip: true, last_order_at: Math.floor(Date.now() / 1000) });
  cdp.track({ userId: user.id, event: "Order Paid", properties: { total: String(total) } });
  segment.track({ anonymousId: "a", event: "Order Viewed", messageId: "m" });
  pipelines.identify({ userId: user.id, traits: { email: user.email } });
  mixpanel.track("Order Counted", { distinct_id: user.id, total });
  posthog.capture({ distinctId: user.id, event: "order captured" });
  new APIClient("key").sendEmail({ to: user.email });
}
