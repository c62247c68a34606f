import { useRef } from "react";

// A function that is held in a ref, and one that is loaded when it is needed.
export function Search() {
  const trackSearch = (name: string, properties: object) => mixpanel.track(name, properties);
  const latest = useRef(trackSearch);
  latest.current = trackSearch;
  latest.current("Searched", { at: "top" });
  import("./loaded-late").then(({ trackLate }) => trackLate("Loaded Late"));
}
