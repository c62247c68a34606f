const page = { page_path: "/" };

analytics.track("Started Checkout", { cart_id: "a", cart_value: 1, page_path: "/" });
analytics.track("Started Checkout", { cart_id: "a", cart_value: 1, ...page });
analytics.track("Started Checkout", { cart_id: "a", ...cart });
analytics.track("Started Checkout", payload);
analytics.track("Started Checkout", makePayload());
// What every one of several holds is there.
const either = isBig ? { cart_id: "a" } : { cart_id: "b" };
analytics.track("Started Checkout", { ...either, cart_value: 1, page_path: "/" });
