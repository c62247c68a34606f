analytics.track("Sent");
