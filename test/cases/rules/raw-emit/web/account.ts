analytics.track("Signed Up");
