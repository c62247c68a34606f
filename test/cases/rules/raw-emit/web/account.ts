analytics.track("Signed Up");
analytics.track(isNew ? "Signed Up" : "Signed In");
