// A context begins with functions that do nothing: who provides it gives others, and its calls are told with a doubt.
import { createContext, useContext } from "react";

const Dependencies = createContext({ analytics: { onAnalyticsEvent: async () => {} }, log: { write: () => {} } });

export function Cart() {
  const { analytics, log } = useContext(Dependencies);
  analytics.onAnalyticsEvent({ type: "cart:opened", payload: { items: 3 } });
  log.write({ type: "cart:drawn", payload: {} });
}
