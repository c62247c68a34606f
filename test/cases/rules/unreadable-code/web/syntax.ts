analytics.track("Signed Up");
analytics.track("Signed Up" "again");
analytics.track("Gone Wrong");
