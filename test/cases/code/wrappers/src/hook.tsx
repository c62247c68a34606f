import { createContext, memo, useCallback, useContext } from "react";
import { trackEvent } from "./track";

const Context = createContext({ track: (_name: string) => {} });
export function Provider({ children }: { children: unknown }) {
  const track = useCallback((name: string) => trackEvent(name, { from: "context" }), []);
  return <Context.Provider value={{ track }}>{children}</Context.Provider>;
}
export const useAnalytics = () => useContext(Context);
export const useTrack = (area: string) => (name: string) => trackEvent(`${area} ${name}`);
function PlainButton({ trackingId, onClick, ...rest }: { trackingId: string; onClick?: () => void }) {
  return (
    <button
      {...rest}
      onClick={() => {
        trackEvent(`Button-${trackingId}`);
        onClick?.();
      }}
    />
  );
}
export const Button = memo(PlainButton);
export const Child = ({ onTrack }: { onTrack: (name: string) => void }) => <a onClick={() => onTrack("Child Clicked")} />;
