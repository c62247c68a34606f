analytics.track("Gift Bought");

analytics.track("Gift Card Bought");
analytics.track("Gift Card Bought", {});
