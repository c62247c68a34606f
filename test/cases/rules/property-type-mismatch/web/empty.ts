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

// What a check lets through is no empty text, whoever makes the check: a pattern, a schema, a function.
const days = /^\d{4}-\d{2}-\d{2}$/;
const payments = z.enum(["card", "paypal"]);
export function checked(order: any) {
  const day = typeof order.day === "string" ? order.day : "";
  if (!days.test(day)) {
    console.error("no day");
    return;
  }
  const payment = order.payment || "";
  const read = z.tuple([payments, payments]).safeParse([order.before, payment]);
  if (read.success === false) throw new Error("no payment");
  const moment = order.moment ?? "";
  if (!isMoment({ moment })) return;
  analytics.track("Order Completed", { day, payment, moment });
}
// A pattern that the empty text fits, or that rules out others, says nothing of it.
export function unchecked(order: any) {
  const day = order.day ?? "";
  if (!/^[\d-]*$/.test(day)) return;
  const payment = order.payment ?? "";
  if (/cash/.test(payment)) return;
  const moment = order.moment ?? "";
  if (isOpen(order)) return;
  analytics.track("Order Completed", { day, payment, moment });
}
