import { useTracker } from "./shop";

export function Cart() {
  const { record } = useTracker();
  return <button onClick={() => record("Cart Opened", { size: 1 })} />;
}
