// Names that the plan has, and names that are not the plan's business.
import posthog from "posthog-js";

const names = { signedUp: "Signed Up" } as const;

analytics.track("Signed Up");
analytics.track(names.signedUp);
analytics.track(" Signed Up ");
analytics.track(`Checkout Step ${step}`);
// A product with names of its own.
posthog.capture("$pageview");
gtag("event", "purchase", { value: 1 });
dataLayer.push({ event: "add_to_cart" });
// The destination knows it.
cioanalytics.track("Device Deleted");
// Pages are sent by themselves, and the plan has none.
analytics.page("Pricing");
// No emission at all.
audio.track("Some Song");
