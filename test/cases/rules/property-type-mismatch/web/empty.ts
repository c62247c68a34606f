// An empty text is the place for what is not there: conditions, and what stands in for it, rule it out.
import { load } from "./load";

export function paid() {
  const card = load().payment || "";
  if (card) analytics.track("Order Completed", { payment: card });
  if (card.length > 0) analytics.track("Order Completed", { payment: card });
  analytics.track("Order Completed", { payment: card || undefined });
  analytics.track("Order Completed", { payment: card || "card" });
  if (!card) return;
  analytics.track("Order Completed", { payment: card });
}

// Here it may be sent.
export function opened() {
  const way = load().way || "";
  analytics.track("Order Completed", { payment: way });
}
