import posthog from "posthog-js";

// What is put into a table comes out of the same table: the usual grouping leads nowhere.
export function grouped(orders: { day: number; customer: string }[]) {
  const byDay: Record<string, { customer: string }[]> = {};
  orders.forEach((order) => {
    const day = String(order.day);
    byDay[day] = byDay[day] || [];
    byDay[day].push(order);
  });
  const found = {};
  for (const order of orders) (found[order.customer] ??= found[order.customer] ?? []).push(order);
  posthog.capture("Orders Grouped", { days: Object.keys(byDay).length });
}
