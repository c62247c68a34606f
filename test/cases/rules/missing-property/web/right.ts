const page = { page_path: "/" };

analytics.track("Started Checkout", { cart_id: "a", cart_value: 1, page_path: "/" });
analytics.track("Started Checkout", { cart_id: "a", cart_value: 1, ...page });
analytics.track("Started Checkout", { cart_id: "a", ...cart });
analytics.track("Started Checkout", payload);
analytics.track("Started Checkout", makePayload());
