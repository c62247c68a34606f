// What callers give is told at the callers, whatever way it takes; what the functions say themselves is told here, once.
export function orderCompleted(properties: Record<string, unknown>) {
  analytics.track("Order Completed", { ...properties, paid_at: Date.now() });
}

export const orderPaid = (payment: string, total: number) => {
  analytics.track("Order Completed", { payment, total });
};

export class Orders {
  #send(order) {
    analytics.track("Order Completed", { order_id: order.id, is_first: order.first });
  }
  done(order) {
    this.#send(order);
  }
}

// A type that leaves nothing open is the compiler's.
export const orderTyped = (order: { payment: "card" | "paypal" }) => {
  analytics.track("Order Completed", { payment: order.payment });
};
