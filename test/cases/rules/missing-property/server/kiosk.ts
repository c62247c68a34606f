import { Analytics } from "@customerio/cdp-analytics-node";

const analytics = new Analytics({ writeKey });

// None of its callers has what the wrapper was to add: that is one mistake, and told there.
const about = () => ({ version: "1" });
const report = (event: string, properties: object = {}) =>
  analytics.track({ userId, event, properties: { ...about(), ...properties } });

report("Kiosk Opened");
report("Kiosk Closed");
report("Kiosk Cleaned", { by: "Ana" });
// What a retired event carries nobody asks.
report("Kiosk Broken");

// Of the next, one says it.
const tell = (event: string, properties: object = {}) => analytics.track({ userId, event, properties });

tell("Kiosk Opened");
tell("Kiosk Closed", { kiosk_id: "7" });
tell("Kiosk Cleaned", { by: "Ana" });
