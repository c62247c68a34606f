// The library makes an id itself.
analytics.track("Order Completed", { order_id: "a" });
