import posthog from "posthog-js";
import * as amplitude from "@amplitude/analytics-browser";
import { track as ampli } from "@amplitude/analytics-browser";

analytics.track("Signed Up", { plan: "free" });
analytics.page("Pricing");
window.analytics?.track("Signed Out");
_cio.push(["track", "Cart Viewed", { items: 2 }]);
_cio.track("Cart Left");
window.dataLayer = window.dataLayer || [];
window.dataLayer.push({ event: "purchase", value: 3 });
dataLayer.push({ ecommerce: null });
gtag("event", "login", { method: "Google" });
gtag("config", "G-1");
posthog.capture("clicked", { at: new Date().toISOString() });
amplitude.track("Opened");
ampli({ event_type: "Closed", event_properties: { how: "x" } });

analytics.page();
analytics.page("Home");
analytics.page("Docs", "Install");
analytics.page("Home", { path: "/" });
analytics.page({ path: "/about" }, { integrations: { All: false } });
analytics.page({ userId: "1", name: "Home" });

rudderanalytics.track("Passed On", { plan: "free" });
