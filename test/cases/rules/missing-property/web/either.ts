function tell(name: string, data: Record<string, unknown> = {}) {
  analytics.track(name, data);
}

// One of two is given, so that what stands in for nothing is never sent.
export function left(cart: { id: string; total: number }, step?: number) {
  const sent = { cart_id: cart.id, cart_value: cart.total, page_path: "/" };
  tell("Left Checkout", step ? { ...sent, step } : { ...sent, step: 1 });
  tell("Left Checkout", step ? sent : { ...sent, step: 1 });
}

// What all of several events ask for is told of all.
export const leave = (isKiosk: boolean) => analytics.track(isKiosk ? "Kiosk Opened" : "Left Checkout", { cart_id: "a" });
export const shut = (isOpen: boolean) => analytics.track(isOpen ? "Kiosk Opened" : "Kiosk Closed", {});
