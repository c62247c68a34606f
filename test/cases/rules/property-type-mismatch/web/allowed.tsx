// What the type of a parameter allows is no mistake where callers are seen: each is held to what it gives.
import { useCallback, useRef } from "react";

export function usePaying(coupon: string | number, day: string | null) {
  const last = useRef(coupon);
  last.current = coupon;
  const paid = useCallback(() => {
    analytics.track("Order Completed", { coupon: last.current });
  }, []);
  const kept = () => analytics.track("Order Completed", { order_id: day });
  const left = useCallback((how: "card" | "paypal" | "cheque") => {
    analytics.track("Order Completed", { order_id: day, payment: how });
  }, []);
  if (day === "sunday") left("card");
  else left("paypal");
  return { paid, kept };
}
export function Pay({ code, day }: { code: string; day: string }) {
  const { paid, kept } = usePaying(code, day);
  return <button onClick={paid} onBlur={kept} />;
}
class Orders {
  counted(total: number | string) {
    analytics.track("Order Completed", { total });
  }
  never(total: number | string) {
    analytics.track("Order Completed", { total });
  }
  // Whatever is given is wrong.
  named(is_first: number | string) {
    analytics.track("Order Completed", { is_first });
  }
  // What is written out beside it is sent at times, whoever calls.
  or(order_id: string | null) {
    analytics.track("Order Completed", { order_id: order_id ?? null });
  }
}
const orders = new Orders();
orders.counted(1);
show({ onNext: () => orders.counted(`${Date.now()}`) });
orders.named(window.first);
orders.or("a");

// Of what a caller gives that is not seen, the type says what it may be; another caller is told of what it gives.
export const paidBy = (payment: "card" | "cheque") => analytics.track("Order Completed", { payment });
paidBy(window.way);
paidBy(window.way ?? "cash");
