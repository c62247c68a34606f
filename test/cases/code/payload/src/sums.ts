// What is added may be numbers or texts: only what is known of the parts tells.
import { Analytics } from "@segment/analytics-node";

const analytics = new Analytics({ writeKey: "x" });
const userId = "1";

export function sums(order: { total: number; tax: number }, count: number, label: string) {
  const properties = {
    open: order.total + order.tax,
    more: count + 1,
    outside: window.innerWidth + window.outerWidth,
    text: `${count}` + label,
    written: label + " sold",
    number: 1 + 2,
  };
  analytics.track({ userId, event: "Added", properties });
}

const send = (event: string, total: number, tax: number) =>
  analytics.track({ userId, event, properties: { total: total + tax } });
send("Summed", 1, 2);
send("Summed By " + "Hand", order.total, 2);
export const named = (area: string, what: string) => analytics.track({ userId, event: area + what });
named("Cart ", "Opened");
