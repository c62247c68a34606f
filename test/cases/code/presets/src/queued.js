// What is told before a library is there, and what links and forms tell when they are used.
analytics.push(["track", "Queued for Segment", { items: 2 }]);
rudderanalytics.push(["track", "Queued for RudderStack"]);
posthog.push(["capture", "Queued for PostHog", { items: 2 }]);
mixpanel.push(["track", "Queued for Mixpanel"]);
mixpanel.push(["register", { plan: "pro" }]);

analytics.trackLink(document.querySelector("a"), "Link Followed", { to: "docs" });
analytics.trackForm(document.forms, "Form Sent");
mixpanel.track_links("nav a", "Menu Followed", { to: "docs" });
mixpanel.track_forms("form", "Form of Mixpanel Sent");
mixpanel.track_batch([
  { event: "First of a Batch", properties: { items: 2 } },
  { event: "Second of a Batch", properties: {} },
]);
