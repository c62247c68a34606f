analytics.track("Started Checkout", { cart_id: "a", cart_value: 1, page_path: "/", items: [{ note: "gift" }] });
