// The name has a key that says nothing, and what is put in beside it may have one that does.
export function trackAction(action: string, more?: { readonly event?: string }) {
  fetch("/api/events", { method: "POST", body: JSON.stringify({ kind: action, ...more }) });
}

trackAction("Cart Opened");
trackAction("Cart Paid", { event: "Order Completed" });
