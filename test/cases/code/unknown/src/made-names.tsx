import { createAnalytics } from "@corp/react-analytics";

const useShopAnalytics = createAnalytics({ app: "shop" }).useAnalytics;

// A package makes the name of what it is told.
export function Lamp() {
  const { track } = useShopAnalytics();
  return <button onClick={() => track({ journey: "Lamp", control: "Switch" })} />;
}
