analytics.track("Order Completed");
analytics.track(`Order ${state}`);

analytics.track("Order Paid");
analytics.track("Beta Joined");
