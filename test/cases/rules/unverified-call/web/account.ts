export function open(reporter, analytics, audio) {
  reporter.track("Signed Up", { method: "email" });
  audio.track("Some Song");
  // It names an event of the plan, so it is one.
  analytics.track("Signed Up", { method: "email" });

  analytics.track("Newsletter Joined", { method: "email" });
  analytics.track(reporter.name);
}
