// What callers give is held to the event that a function meant, as what it says itself is.
export const renewed = (plan_name?: string, price?: any) =>
  analytics.track("subscription_renewed", { plan_name, price });
renewed("pro", 40);
renewed("pro", "40");
renewed("pro");

// What it is near to need not be what was meant, unless it carries the same.
export const removed = (price: any) => analytics.track("Subscription Removed", { price });
removed("40");
