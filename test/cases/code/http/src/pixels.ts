// A host that takes events alone is told the name in the address, whatever that is called.
export const pixel = (pixelName: string, more: object) =>
  fetch(`https://events.example.com/${pixelName}`, { method: "POST", body: JSON.stringify(more) });

pixel("cart_opened", { items: 1 });

// Other hosts take anything.
export const page = (pageName: string) => fetch(`https://pages.example.com/${pageName}`, { method: "POST", body: "{}" });
page("start");
