// What is put around a caller's text is one mistake, and it is not the caller's.
const renew = (what: "Subscription" | "Plan") => analytics.track(`${what} Renewd`);
export const renewed = () => renew("Subscription");
