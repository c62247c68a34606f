// The function may read what it is given by the same key: what is mended here is for people to look at.
const checkout = (more: object) => analytics.track("Started Checkout", { cart_value: 1, ...more });
checkout({ curency: "EUR" });
