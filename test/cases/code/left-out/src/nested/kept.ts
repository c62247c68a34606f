analytics.track("Found");
