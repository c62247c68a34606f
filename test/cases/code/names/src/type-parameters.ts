import { AnalyticsBrowser } from "@segment/analytics-next";

const analytics = AnalyticsBrowser.load({ writeKey: "key" });

interface Events {
  "Lamp Lit": { lamp: number };
  "Lamp Out": { lamp: number };
}

// What a type parameter may be is what it extends.
export function tellTyped<K extends keyof Events>(name: K, properties: Events[K]) {
  analytics.track(name, properties);
}
