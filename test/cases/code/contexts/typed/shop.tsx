import { createContext, useContext } from "react";
import mixpanel from "mixpanel-browser";

// A context that is typed: what its provider gives is found, whoever asks for it.
export interface Tracker {
  record(name: string, payload?: object): void;
}
const Context = createContext<Tracker | undefined>(undefined);
export function useTracker(): Tracker {
  const tracker = useContext(Context);
  if (tracker === undefined) throw new Error("There is no provider.");
  return tracker;
}
export function TrackerProvider({ children }: { children: React.ReactNode }) {
  const value: Tracker = { record: (name, payload) => mixpanel.track(name, payload) };
  return <Context.Provider value={value}>{children}</Context.Provider>;
}
