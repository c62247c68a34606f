analytics.track("Viewed Thanks");
analytics.track("Signed Up");

analytics.track("Order Completed");
