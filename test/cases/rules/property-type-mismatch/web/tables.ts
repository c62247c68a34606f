// What is asked of an entry is judged, and not the entry, whatever the table's keys are.
import { symbolOf } from "./symbols";

const card = { kind: { name: "card", code: 1 } };
const paypal = { kind: { name: "paypal", code: 2 } };
const more = { [symbolOf("bill")]: { kind: { name: "bill", code: 3 } } };
const table = { [symbolOf("card")]: card, [symbolOf("paypal")]: paypal };

export function pay(key: string) {
  const entry = table[key];
  analytics.track("Order Completed", { payment: entry.kind.name });
  analytics.track("Order Completed", { order_id: table[key].kind.name });
  analytics.track("Order Completed", { total: { ...table, ...more }[key].kind.code });
  analytics.track("Order Completed", { order_id: entry.kind.code });
}

// What a text takes out of an enum of numbers is a name, or a number: nobody sees which.
enum Step {
  cart,
  paid,
}
enum Payment {
  bill = "on account",
}
const chosen = (step: string) => analytics.track("Order Completed", { order_id: Step[step as any], payment: Payment[step] });
chosen(Step.paid.toString());
analytics.track("Order Completed", { order_id: Step[Step.paid] });
analytics.track("Order Completed", { order_id: Step.paid });
