// It may be no emission, so its name may mean what it says.
export const opened = (analytics: { track(name: "checkoutStarted"): void }) => analytics.track("checkoutStarted");
