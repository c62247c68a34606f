// What functions make of lists: each element has a place, a filter leaves some out, and an order may change.
import { AnalyticsBrowser } from "@segment/analytics-next";

const analytics = AnalyticsBrowser.load({ writeKey: "x" });

type Item = { sku: string; price: number | null };

export function bought(items: Item[], coupon: string | undefined, isGift: boolean) {
  analytics.track("Placed", { items: items.map(({ sku }, position) => ({ sku, position })) });
  analytics.track("Flattened", { places: items.flatMap((item, place) => [place]) });
  analytics.track("Kept", {
    codes: [coupon, isGift ? "gift" : null].filter(Boolean),
    prices: items.map((item) => item.price).filter((price) => price !== null),
    texts: ["gift", 1, undefined].filter((one) => typeof one === "string"),
  });
  analytics.track("Ordered", { first: ["b", "a"].sort()[0], second: ["b", "a"][1] });
  analytics.track("Made", { steps: Array.from({ length: 3 }, (_, step) => step + 1) });
}

// Of a list with its places, names and places belong together.
for (const [place, name] of ["Opened", "Closed"].entries()) analytics.track(name, { place });

// What stands before "||" and is not nothing may give way to what stands behind it.
export function counted(items: Item[]) {
  analytics.track("Counted", { count: items.length || "none", isEmpty: items.length === 0 || undefined });
}

const send = (name: string, first?: string, second?: string) => analytics.track(name, { first, second });

// A list that nobody knows may hold what is asked for.
export const spread = (given: Iterable<string>) => send("Spread", ...given);
