import { AnalyticsBrowser } from "@segment/analytics-next";

const analytics = AnalyticsBrowser.load({ writeKey: "key" });

type Told =
  | { name: "Door Opened"; properties: { door: number } }
  | { name: "Door Closed"; properties: { door: number; slammed: boolean } };

// A list of one of several types has the names of all.
export function tellAll(all: readonly Told[]) {
  for (const { name, properties } of all) analytics.track(name, properties);
}
