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

/** What marks trials is sent where nobody counts. */
const mark = import.meta.env.PROD ? "" : "dev_";
const trackMarked = (name: string) => analytics.track(mark + name);
trackMarked("Trial Started");
trackMarked("Lost");
