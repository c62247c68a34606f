analytics.track("Order Completed", { total: String(order.total) });
analytics.track("Order Completed", { total: order.total.toFixed(2) });
analytics.track("Order Completed", { total: "12.50" });
analytics.track("Order Completed", { total: -1 });
analytics.track("Order Completed", { total: null });
analytics.track("Order Completed", { items: JSON.stringify(order.items) });
analytics.track("Order Completed", { items: [{ sku: 12, quantity: "2" }] });
analytics.track("Order Completed", { items: order.items.map((item) => ({ sku: item.sku, quantity: String(item.n) })) });
analytics.track("Order Completed", { paid_at: Date.now() });
analytics.track("Order Completed", { paid_at: new Date() });
analytics.track("Order Completed", { paid_at: new Date().toISOString() });
analytics.track("Order Completed", { paid_at: 1767225600000 });
analytics.track("Order Completed", { day: new Date().toISOString() });
analytics.track("Order Completed", { order_id: 17 });
analytics.track("Order Completed", { is_first: "true" });
analytics.track("Order Completed", { payment: "cash" });
analytics.track("Order Completed", { payment: isCard ? "card" : "cash" });
analytics.track("Order Completed", { coupon: 5 });
analytics.track("Order Completed", { order_id: 12n });
analytics.track("Order Completed", { is_first: known ? Number(count) : 0 });
analytics.track("Order Completed", { coupon: count > 1 && total > 5 });

// Written once, and wrong for both; of texts where a number belongs, one is told.
const shared = { total: isCard ? "low" : "high" };
analytics.track("Order Completed", shared);
analytics.track("Order Refunded", shared);
// A value near one of those that the plan lists was meant to be it.
analytics.track("Order Completed", { payment: "pay-pal" });
analytics.track("Order Completed", { moment: Date.now() });
analytics.track("Order Completed", { moment: Math.floor(Date.now() / 1000) });
