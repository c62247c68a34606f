import { createContext, useCallback, useContext, useEffect } from "react";
import { useConnection } from "./connection";

const AnalyticsContext = createContext({} as any);

export function AnalyticsProvider({ children }) {
  const { request } = useConnection();
  const capture = useCallback(
    async (eventName: string, properties?: object, isSecret = false) =>
      request({ method: "analytics_capture", params: [{ name: eventName, properties }, isSecret] }),
    [request],
  );
  // A wrapper around what is probably one.
  const captureSecret = useCallback(
    async (eventName: string, properties?: object) => capture(eventName, properties, true),
    [capture],
  );
  useEffect(() => {
    capture("Window Opened", { path: "/" });
  }, [capture]);
  return <AnalyticsContext.Provider value={{ capture, captureSecret }}>{children}</AnalyticsContext.Provider>;
}

export const useAnalyticsContext = () => useContext(AnalyticsContext);

export function Funding() {
  const { capture, captureSecret } = useAnalyticsContext();
  capture("Fund Opened");
  captureSecret("Fund Failed");
  return null;
}
