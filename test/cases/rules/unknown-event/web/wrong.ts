import { gone } from "./names";

analytics.track("Newsletter Joined");
_cio.track("Quiz Done", { score: 3 });
rudderanalytics.track("Coupon Used");
cioanalytics.track("Gift Wrapped");
// Both branches.
analytics.track(isNew ? "Signed Up" : "Came Back");
// Whatever fills the hole.
analytics.track(`Survey ${name}`);
// Written once, sent twice: one mistake.
analytics.track(gone);
analytics.track(gone, {});
analytics.track("");
