const product = { product_id: "a", secret: "b" };

analytics.track("Viewed Product", { product_id: "a", shelf: 12 });
analytics.track("Viewed Product", { product_id: "a", items: [{ sku: "x", weight: 3 }] });
analytics.track("Viewed Product", { product_id: "a", color: "red" });
analytics.track("Viewed Product", { product_id: "a", template: "b" });
analytics.track("Viewed Product", product);
analytics.track("Viewed Product", { ...product, shade: "red" });

// Written once, and wrong for each event that it goes with.
const branded = { product_id: "a", brand: "b" };

analytics.track("Viewed Product", branded);
analytics.track("Shared Product", branded);
