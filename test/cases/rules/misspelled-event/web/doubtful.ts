// It may be no emission, so nobody renames it unasked.
export const opened = (analytics: { track(name: "checkoutStarted"): void }) => analytics.track("checkoutStarted");
