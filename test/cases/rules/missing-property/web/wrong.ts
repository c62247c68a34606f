analytics.track("Started Checkout");
analytics.track("Started Checkout", {});
analytics.track("Started Checkout", { cart_id: "a", page_path: "/" });
analytics.track("Started Checkout", { cart_id: "a", cart_value: undefined, page_path: "/" });
analytics.track("Started Checkout", { cart_id: "a", page_path: "/", ...(isOpen && { cart_value: 1 }) });
analytics.track("Started Checkout", { cart_id: "a", cart_value: 1, page_path: "/", items: [{ sku: "a" }] });
const name = "Started Checkout";
analytics.track(name, {
  cart_id: "a",
  cart_value: 1,
});

// Written once, and wrong for each event that it goes with; what one call lacks is told at once.
const half = { cart_id: "a", cart_value: undefined, page_path: "/" };

analytics.track("Started Checkout", half);
analytics.track("Left Checkout", { ...half, step: 1 });
analytics.track("Left Checkout", { page_path: "/", step: 1 });
