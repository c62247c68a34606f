import { createContext, useContext, useRef } from "react";
import Plausible from "plausible-tracker";

const Tracking = createContext<ReturnType<typeof Plausible> | null>(null);

export function useTracker() {
  const tracking = useContext(Tracking);
  const latest = useRef<ReturnType<typeof Plausible> | null>(null);
  tracking?.trackEvent("Signed Up", { props: { plan: "pro" } });
  latest.current?.trackEvent("Saved");
}

window.plausible("Downloaded", { props: { kind: "pdf" } });
