const byKey = new Map([
  ["open", "Map Opened"],
  ["close", "Map Closed"],
]);
export const anyOf = (key: string) => analytics.track(byKey.get(key));
export const oneOf = () => analytics.track(byKey.get("open"));

const table = { CART_OPENED: "Cart Opened", CART_CLOSED: "Cart Closed", PAGE_OPENED: "Page Opened" };
export const ofCart = (what: string) => analytics.track(table[`CART_${what}`]);
