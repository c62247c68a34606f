analytics.track("With Mark");
analytics.track("Second Line");
