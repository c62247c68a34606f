import { Analytics } from "@customerio/cdp-analytics-node";

const analytics = new Analytics({ writeKey });

const completed = (userId?: string) => analytics.track({ userId, event: "Order Completed" });
completed(order.customerId);
completed();

const known = (userId?: string) => {
  if (!userId) return;
  analytics.track({ userId, event: "Order Completed" });
};
known();
