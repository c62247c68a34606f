// What a function sends under a name of its own, and its callers decide the rest of.
export function left(properties: object) {
  analytics.track("Left Checkout", { cart_value: 1, ...properties });
}
left({ cart_id: "a", page_path: "/", step: 1 });
left({ cart_id: "a", page_path: "/" });
left({});
left(cart);

// What nobody gives is the function's.
const started = (properties: object) => analytics.track("Started Checkout", { page_path: "/", ...properties });
started({ cart_id: "a" });
started({ cart_id: "b" });

// What may be left out, the function may ask for.
const either = (step?: number) => {
  if (step === undefined) return;
  analytics.track("Left Checkout", { cart_id: "a", cart_value: 1, page_path: "/", step });
};
either();
const plain = (step) => analytics.track("Left Checkout", { cart_id: "a", cart_value: 1, page_path: "/", step });
plain();
