import { AnalyticsBrowser } from "@customerio/cdp-analytics-browser";

const analytics = AnalyticsBrowser.load({ writeKey: "key" });

type Action = { type: string; item: { id: string } };

// One of the functions of a table, whatever its key is.
const tellers: Record<string, (action: Action) => readonly [string, object]> = {
  "cart/add": ({ item }) => ["Item Added", { id: item.id }],
  "cart/clear": () => ["Cart Cleared", {}],
};

export function middleware(action: Action) {
  const teller = tellers[action.type];
  if (!teller) return;
  const [name, properties] = teller(action);
  analytics.track(name, properties);
}
