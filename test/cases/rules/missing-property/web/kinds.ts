type Quick = { kind: "quick"; cart: string };
type Full = { kind: "full"; cart: string; step: number };
type Visit = (Quick | Full) & { page: string };

// Behind the test it is the one kind.
export function left(visit: Visit) {
  const sent = { cart_id: visit.cart, cart_value: 1, page_path: visit.page };
  if (visit.kind === "full") analytics.track("Left Checkout", { ...sent, step: visit.step });
  if (visit.kind === "quick") return;
  analytics.track("Left Checkout", { ...sent, step: visit.step });
}

export function leftSomehow(visit: Visit) {
  const sent = { cart_id: visit.cart, cart_value: 1, page_path: visit.page };
  analytics.track("Left Checkout", { ...sent, step: visit.step });
}
