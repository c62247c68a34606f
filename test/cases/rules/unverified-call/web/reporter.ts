import { queue } from "./queue.js";

class Reporter {
  /** The plan declares it: what is inside needs no word of its own. */
  track(name: string, properties: object) {
    const all = { method: "email", ...properties };
    queue.analytics.capture(name, all);
  }
}

export const reporter = new Reporter();
reporter.track("Signed Up", {});
