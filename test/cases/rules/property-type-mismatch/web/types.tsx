// What a type says of one value is one finding, however many kinds it names; texts that it lists are each a value.
import { useState } from "react";

type Way = "cash" | "card" | "cheque";
type Count = number | null;

export function Paid({ first = null }: { first: number | null }, way: Way, count?: Count, whole?: boolean | Date) {
  const [shelf] = useState<number | null>(first);
  analytics.track("Order Completed", { order_id: shelf, payment: way });
  analytics.track("Order Completed", { order_id: count, coupon: whole });
  analytics.track("Order Completed", { coupon: shelf, total: count ?? 0 });
}
