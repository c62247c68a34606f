analytics.track("Started Checkout", { cart_value: 1 });

analytics.track("Started Checkout", { cartValue: 40 });
analytics.track("Started Checkout", { "cart-value": 40 });
analytics.track("Started Checkout", { value_cart: 40 });
analytics.track("Started Checkout", { cart_value: 1, curency: "EUR" });
analytics.track("Started Checkout", { cart_value: 1, items: [{ sku: "a", qty: 1 }] });
const cart_val = 1;
analytics.track("Started Checkout", { cart_val });
const payload = { cartValue: 40 };
analytics.track("Started Checkout", payload);
