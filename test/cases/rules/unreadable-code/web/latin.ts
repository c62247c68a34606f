analytics.track("Signed Up"); // ÿ
