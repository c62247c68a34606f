import { AnalyticsBrowser } from "@segment/analytics-next";

const analytics = AnalyticsBrowser.load({ writeKey: "key" });

function send(name: string, properties?: object) {
  analytics.track(name, properties);
}

window.shop = { send, record: ({ event }: { event: string }) => analytics.track(event) };
globalThis.logEvent = send;
// A global that is made of itself leads nowhere.
window.queue = window.queue || [];
