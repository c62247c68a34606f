analytics.track("Viewed Product");

analytics.track("Viewed Product", {}, { timestamp: new Date() });
