const shared = (more: object) => analytics.track("Shared Product", { product_id: "a", ...more });
shared({ friend: "b" });
shared({});
