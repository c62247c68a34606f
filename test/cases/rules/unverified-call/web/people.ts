// Who somebody is, is no event.
export function known(analytics, user) {
  analytics.identify(user.id);
  deps.telemetry.identify({ userID: user.id, hash: user.hash });
}

// A condition keeps it from being sent.
export function setUser(user: { id: string } | null) {
  if (user) cioanalytics.identify(user.id);
}
setUser({ id: "1" });
setUser(null);
