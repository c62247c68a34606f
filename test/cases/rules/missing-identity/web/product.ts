analytics.track("Viewed Product");
analytics.track("Order Completed");
