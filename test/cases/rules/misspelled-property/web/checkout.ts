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
// A short word is taken for one that has to be there, and is not.
analytics.track("Product Viewed", { nam: "Mug" });
// trackwright-ignore-next-line unknown-property: not for one that may be left out
analytics.track("Product Viewed", { name: "Mug", not: "blue" });
// What is assigned is named by its key.
const assigned: Record<string, unknown> = {};
assigned.cartValue = 40;
analytics.track("Started Checkout", assigned);
