window.api.trackEvent({ event: "Page Opened" });
