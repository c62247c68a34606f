import { AnalyticsBrowser } from "@segment/analytics-next";
import mixpanel from "mixpanel-browser";

const segment = AnalyticsBrowser.load({ writeKey: "key" });

function toMixpanel(name: string, properties: object) {
  mixpanel.track(`Shop: ${name}`, properties);
}

// Functions that are called one after the other are called, whatever an element is named.
const sinks = [(name: string, properties: object) => segment.track(name, properties), toMixpanel];
export const track = (name: string, properties: object = {}) =>
  sinks.forEach((sink) => sink(name, { ...properties, app: "shop" }));

const leaving = { segment: (name: string) => segment.track(name), none: () => undefined };
export function left(name: string) {
  for (const tell of Object.values(leaving)) tell(name);
}

// A browser's library keeps the person, whichever way it is called.
segment.track({ event: "Loaded", properties: { app: "shop" } });
