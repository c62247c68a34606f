import { createContext, type ReactNode, useCallback, useContext } from "react";
import { filled } from "./filled";

type Tell = (eventName: string, about?: Record<string, unknown>) => void;
const Told = createContext<Tell | undefined>(undefined);
const nothing = () => {};

export const useTell = () => useContext(Told) ?? nothing;

// What is handed in is told in the middle of what the context gives out.
export function TellProvider({ children, tell }: { children: ReactNode; tell: Tell }) {
  const toldBy = useCallback<Tell>((eventName, about = {}) => tell(eventName, filled(about)), [tell]);
  return <Told.Provider value={toldBy}>{children}</Told.Provider>;
}
