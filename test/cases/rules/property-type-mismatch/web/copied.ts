// What goes through a copy is what it was before.
const cleaned = (given: Record<string, unknown>) => {
  const left: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(given)) if (value !== null) left[key] = value;
  return left;
};
const told = (given: Record<string, unknown>) => analytics.track("Order Completed", cleaned(given));

told({ total: "9", coupon: null, order_id: null });
told({ total: 9 });

// What each kind of value becomes is of that kind, and of what nobody sees it may be any of them.
const kinds = (given: Record<string, unknown>) => {
  const left: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(given)) {
    if (typeof value === "string") left[key] = value.trim();
    else if (typeof value === "number") left[key] = Math.min(value, 100);
    else if (value === null) left[key] = null;
  }
  return left;
};
const kept = (given: Record<string, unknown>) => analytics.track("Order Completed", kinds(given));

kept({ total: window.total, order_id: window.id });
kept({ total: Date.parse(window.day), paid_at: Date.parse(window.day) });
kept({ total: null, order_id: window.id ?? 7 });
