import { ApplicationInsights } from "@microsoft/applicationinsights-web";

const insights = new ApplicationInsights({});
insights.trackEvent({ name: "Cart Opened", properties: { items: 2 } });
insights.trackEvent({ name: "Cart Closed" }, { items: 2 });
_paq.push(["trackEvent", "Cart", "Cart Shared", "menu"]);
_paq.push(["trackEvent", "Cart Alone"]);
_paq.push(["trackPageView"]);
fbq("track", "Purchase", { value: 3 });
// A monitor's actions are no events.
newrelic.addPageAction("Cart Left", { items: 2 });
FS("trackEvent", { name: "Cart Kept", properties: { items: 2 } });
