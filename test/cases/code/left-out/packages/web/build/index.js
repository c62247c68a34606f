analytics.track("Built Long Ago");
