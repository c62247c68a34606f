import { useCallback, useEffect } from "react";

// A fetch of the team's own that adds where the server is, and a hook that sends what it is given when it is mounted.
const fullPath = (path: string) => `${window.shopServer}${path}`;
export const fetcher = async (path: string, init: RequestInit = {}) => {
  const answer = await window.fetch(fullPath(path), { ...init, credentials: "include" });
  return answer.json();
};

export function useTold(event?: string, about?: object) {
  const tell = useCallback((name: string, more?: object) => {
    // One of two bodies.
    const body = more ? { event: name, properties: more } : { event: name };
    void fetcher("/analytics", { method: "POST", body: JSON.stringify(body) });
  }, []);
  useEffect(() => {
    if (event) tell(event, about);
  }, []);
  return tell;
}

export function Cart() {
  useTold("Cart Seen", { from: "menu" });
  const tell = useTold();
  return <button onClick={() => tell("Cart Emptied")} />;
}

// What another fetch takes out of what is stored goes nowhere.
const storedFetch = (path: string, init: RequestInit) => stored.get(path) ?? fetch("/prices", init);
storedFetch("/events", { body: JSON.stringify({ event: "Price Kept" }) });

// A request that is made before it is sent.
const asked = new Request("https://shop.example/api/track", {
  method: "POST",
  body: JSON.stringify({ event: "Cart Lent", data: { days: 3 } }),
});
await fetch(asked);

// Wikimedia's platform has what is carried under `event`, and a name beside it.
const intake = "https://intake-analytics.shop.example/v1/events";
export function told($schema: string, stream: string, schema: string, event: object) {
  navigator.sendBeacon(intake, JSON.stringify({ $schema, schema, meta: { stream }, event }));
}
told("/analytics/shop/1.0.0", "shop.opened", "ShopOpened", { floor: 1 });
navigator.sendBeacon(intake, JSON.stringify({ $schema: "/shop/1.1.0", meta: { stream: "shop.closed" } }));
