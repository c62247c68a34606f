// A state that begins as nothing is set before it is sent, as far as can be seen; what else its type says counts.
import { useState } from "react";

export function Refund({ orders }) {
  const [chosen, setChosen] = useState<string | null>(null);
  const [way, setWay] = useState<"card" | "cash" | null>(null);
  const [total, setTotal] = useState<number | null>(0);
  const paid = () => {
    analytics.track("Order Completed", { order_id: chosen, payment: way });
    analytics.track("Order Refunded", { total });
  };
  return <button onClick={paid} onFocus={() => (setChosen(orders[0].id), setWay("card"), setTotal(null))} />;
}
