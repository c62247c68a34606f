import { paid } from "./names";

analytics.track("Order Completed");
analytics.track(`Order ${state}`);

analytics.track("Order Paid");
analytics.track("Beta Joined");
analytics.track(paid);
analytics.track(old ? "Order Paid" : "Order Completed");
