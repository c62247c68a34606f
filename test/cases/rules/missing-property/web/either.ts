function tell(name: string, data: Record<string, unknown> = {}) {
  analytics.track(name, data);
}

// One of two is given, so that what stands in for nothing is never sent.
export function left(cart: { id: string; total: number }, step?: number) {
  const sent = { cart_id: cart.id, cart_value: cart.total, page_path: "/" };
  tell("Left Checkout", step ? { ...sent, step } : { ...sent, step: 1 });
  tell("Left Checkout", step ? sent : { ...sent, step: 1 });
}
