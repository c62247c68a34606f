analytics.track("Order Completed");
