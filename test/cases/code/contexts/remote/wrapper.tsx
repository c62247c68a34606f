import { useExtensions } from "plugins";
import { InteractionContext } from "./context";

export const Wrapper = ({ children }) => {
  const [{ component: Host }] = useExtensions();
  return (
    <Host>{(api) => <InteractionContext.Provider value={api}>{children}</InteractionContext.Provider>}</Host>
  );
};
