// What one caller leaves out of what the others give is told at that caller, once.
function moved(name: string, cart?: string, value?: number, page?: string) {
  analytics.track(name, { cart_id: cart, cart_value: value, page_path: page, step: 1 });
}
moved("Left Checkout", "a", 1, "/");
moved("Left Checkout", "b");

// The object may be made before.
export const left = (cart: string, value?: number) => {
  const sent = { cart_id: cart, cart_value: value, page_path: "/", step: 1 };
  analytics.track("Left Checkout", sent);
};
left("a", 1);
left("b");

// What stands under a key that is misspelled is not missing, whoever gives it.
export const restarted = (cart: string, value: unknown) =>
  analytics.track("Left Checkout", { cart_id: cart, cart_valu: value, page_path: "/", step: 1 });
restarted("a", isFree ? "no" : "yes");
