import { AnalyticsBrowser } from "@segment/analytics-next";

const analytics = AnalyticsBrowser.load({ writeKey: "a" });
const size = location.hash === "#s" ? "small" : location.hash === "#l" ? "large" : "none";

// What stands at the top of a file is narrowed as what stands in a function is.
if (size !== "none") analytics.track("Cart Sized", { size });
if (size === "none") analytics.track("Cart Unsized", { size });
else analytics.track("Cart Sized Again", { size });

// So is a function behind a test at the top, of what is not assigned again.
if (size !== "small") addEventListener("focus", () => analytics.track("Cart Focused", { size }));

const event = location.hash === "#s" ? "Cart Opened" : location.hash === "#l" ? "Cart Closed" : "";
if (event === "") process.exit(1);
analytics.track(event, { size });
