analytics.track("Viewed Thanks");
analytics.track("Signed Up");

analytics.track("Order Completed");
export const again = () => analytics.track("Order Completed");
