// A name that is near to one of the plan's proves nothing of a call that may send none.
export function close(tracker) {
  tracker.track("signed-up", { method: "email" });
}
