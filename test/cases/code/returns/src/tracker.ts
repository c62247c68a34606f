import { AnalyticsBrowser } from "@customerio/cdp-analytics-browser";

const analytics = AnalyticsBrowser.load({ writeKey: "key" });

type Named = { readonly eventName: string };

function normalized(one: Named | string, properties?: object): { eventName: string; properties: object } {
  if (typeof one === "string") return { eventName: one.toLowerCase(), properties: properties ?? {} };
  const { eventName, ...rest } = one;
  return { eventName, properties: rest };
}

/** Two ways to call it: what it does stands below them. */
export class Tracker {
  track(event: Named & Record<string, unknown>): void;
  track(name: string, properties?: object): void;
  track(one: Named | string, more?: object): void {
    const { eventName, properties } = normalized(one, more);
    analytics.track(eventName, { ...properties, app: "shop" });
  }
}

const isFunction = (value: unknown): value is () => void => typeof value === "function";

/** What it is given last may be what is done next. */
export function trackThen(name: string, propertiesOrNext: object | (() => void)): void {
  const properties = isFunction(propertiesOrNext) ? {} : propertiesOrNext;
  analytics.track(name, properties);
  if (typeof propertiesOrNext === "function") propertiesOrNext();
}
