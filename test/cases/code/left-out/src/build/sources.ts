// A folder of sources that is called like output.
analytics.track("Build Started");
