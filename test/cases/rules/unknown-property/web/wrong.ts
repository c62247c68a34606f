const product = { product_id: "a", secret: "b" };

analytics.track("Viewed Product", { product_id: "a", shelf: 12 });
analytics.track("Viewed Product", { product_id: "a", items: [{ sku: "x", weight: 3 }] });
analytics.track("Viewed Product", { product_id: "a", color: "red" });
analytics.track("Viewed Product", { product_id: "a", template: "b" });
analytics.track("Viewed Product", product);
analytics.track("Viewed Product", { ...product, shade: "red" });
