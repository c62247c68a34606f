// A name that stands in for what is not given is sent from here; what is given is sent from where that is done.
export function told(order: string, options?: { event?: string }) {
  analytics.track(options?.event || "Order Completed", { order });
}
