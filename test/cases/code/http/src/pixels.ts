// A host that takes events alone is told the name in the address, whatever that is called.
export const pixel = (pixelName: string, more: object) =>
  fetch(`https://events.example.com/${pixelName}`, { method: "POST", body: JSON.stringify(more) });

pixel("cart_opened", { items: 1 });

// Other hosts take anything.
export const page = (pageName: string) => fetch(`https://pages.example.com/${pageName}`, { method: "POST", body: "{}" });
page("start");

// What leaves only for some names beside is sent all the same.
export function note(key: string, data: object) {
  navigator.sendBeacon(`/event/${key}`, new Blob([JSON.stringify(data)]));
  if (["plan-chosen"].includes(key)) window.gtag("event", key, data);
}

note("cart-noted", { items: 1 });

// A body that is made into a blob first.
export function beacon(event: string, dimensions?: object) {
  const blob = new Blob([JSON.stringify({ event, dimensions })], { type: "application/json" });
  navigator.sendBeacon(`${location.origin}/shop/telemetry`, blob);
}

beacon("cart-left", { items: 1 });
