import { Analytics } from "@customerio/cdp-analytics-node";

const analytics = new Analytics({ writeKey });

// Who calls it can't say whom it is about: that is one mistake.
function report(event: string) {
  analytics.track({ event });
}
report("Order Completed");
report("Viewed Product");

// Here callers can.
function reportOf(event: string, userId?: string) {
  analytics.track({ event, userId });
}
reportOf("Order Completed", order.customerId);
reportOf("Viewed Product");
