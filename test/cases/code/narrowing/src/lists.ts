import mixpanel from "mixpanel-browser";

const send = (category: string, action: string) => mixpanel.track(action, { category });

// A list of what one call is given, or a list of such lists.
export function sendAll(value: any[]) {
  if (Array.isArray(value[0])) value.forEach((one) => send.apply(null, one));
  else send.apply(null, value);
}
sendAll(["door", "Door Opened"]);
sendAll([
  ["door", "Door Closed"],
  ["door", "Door Left"],
]);

// What is handed in is called twice, with one name.
export async function check({ shop, tell }: { shop: any; tell?: typeof send }) {
  if (await shop.isOpen()) {
    tell?.("shop", "Shop Checked");
    return true;
  }
  tell?.("shop", "Shop Checked");
  return false;
}
check({ shop: {}, tell: send });
