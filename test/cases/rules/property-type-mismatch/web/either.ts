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

// Which of its keys an object has that are put in under conditions nobody knows: no one text is sent.
export const saved = (form: { size: string; note: string }) => {
  const changed: Record<string, string> = {};
  if (form.size.trim()) changed.size = form.size;
  if (form.note) changed.note = form.note;
  analytics.track("Order Completed", { items: Object.keys(changed).join() });
  analytics.track("Order Completed", { payment: Object.keys(changed).join() });
};
