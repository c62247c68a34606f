export function open(reporter, other, audio) {
  reporter.track("Signed Up", { method: "email" });
  audio.track("Some Song");

  other.track("Signed Up", { method: "email" });
}
