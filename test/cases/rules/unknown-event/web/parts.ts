// What a wrapper adds to is told where the wrapper is called.
function withTracking(name: string) {
  analytics.track(`${name} Started`);
}
withTracking(`Import of ${kind}`);
// Put together once, in whichever ways: one mistake.
analytics.track(`Upload of ${kind}${title ? ` named ${title}` : ""}`);
// Only what looks alike is suggested.
analytics.track("Signed Off");
