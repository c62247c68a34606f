export {};

/** What it begins with may be left out. */
function trackFrom(name: string, origin = "") {
  const before = origin ? `${origin} ` : "";
  analytics.track(`${before}${name}`);
}

export function begin(origin: string) {
  trackFrom("Started", origin);
  trackFrom("Gone", origin);
}
