analytics.track("Scanned Code", { code: "x", app_version: "1" });
