analytics.track("Order Completed", {
  order_id: String(order.id),
  total: order.total,
  paid_at: Math.floor(Date.now() / 1000),
  moment: new Date().toISOString(),
  is_first: count === 0,
  items: order.items.map((item) => ({ sku: item.sku, quantity: item.count })),
  payment: order.payment,
  coupon: order.coupon ?? null,
  extra: JSON.stringify(order),
});
analytics.track("Order Completed", { payment: "card", coupon: null, moment: new Date() });
analytics.track("Order Completed", { total: Number(total.toFixed(2)), order_id: `HC-${number}` });
analytics.track("Order Completed", { is_first: total > 5 && orders.length > 0 });
analytics.track("Order Completed", { coupon: member && `M-${member.id}` });
