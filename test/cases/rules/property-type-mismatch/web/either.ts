// One of two is written out: it is sent at some time, whatever the other is.
export function paid(order, isGuest: boolean) {
  analytics.track("Order Completed", {
    order_id: isGuest ? null : order.id,
    payment: order.payment || "unknown",
    total: order.total ?? null,
    coupon: order.coupon ?? null,
    day: order.day ?? undefined,
  });
}
