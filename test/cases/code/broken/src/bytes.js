analytics.track("Bad Bytes ÿþ");
analytics.track("Good");
