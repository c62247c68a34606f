// What goes through a copy is what it was before.
const cleaned = (given: Record<string, unknown>) => {
  const left: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(given)) if (value !== null) left[key] = value;
  return left;
};
const told = (given: Record<string, unknown>) => analytics.track("Order Completed", cleaned(given));

told({ total: "9", coupon: null, order_id: null });
told({ total: 9 });
