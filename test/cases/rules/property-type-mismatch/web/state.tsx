import { useState } from "react";

// A state begins as nothing, and is set before somebody comes to where it is sent.
export function Picker({ products }: { products: { id: string }[] }) {
  const [picked, setPicked] = useState<string | null>(null);
  const [count, setCount] = useState<string | null>("1");
  const chosen = products.find(({ id }) => id === picked);
  const tell = () => analytics.track("Order Completed", { order_id: picked });
  const open = () => {
    if (!chosen) return;
    tell();
  };
  const counted = () => analytics.track("Order Completed", { order_id: count });
  return <button type="button" onClick={open} onBlur={counted} onFocus={() => (setPicked("1"), setCount(null))} />;
}
