// In several places: told once.
analytics.track("Beta Joined");
