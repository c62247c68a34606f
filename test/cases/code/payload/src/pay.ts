const base = { currency: "EUR", items: [{ sku: "a", price: 2.5 }] };
export function pay(total: number, user: { id: string; name?: string }, extra: object, coupon?: string) {
  analytics.track("Paid", {
    ...base,
    total,
    text: total.toFixed(2),
    json: JSON.stringify(base),
    when: Date.now(),
    at: new Date(),
    id: user.id,
    flag: !coupon,
    nothing: null,
    kind: coupon ? "coupon" : "plain",
    nested: { deep: { list: [1, 2] } },
    ...(coupon && { coupon }),
  });
  analytics.track("Open", { a: 1, ...extra });
  analytics.track("Computed", { [user.id]: 1 });
  analytics.track("Variable", extra);
}
