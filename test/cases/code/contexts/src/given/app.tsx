import mixpanel from "mixpanel-browser";
import { TellProvider } from "./context";
import { Drawer } from "./drawer";

const toMixpanel = (name: string, about?: Record<string, unknown>) => mixpanel.track(name, { ...about });

export const App = () => (
  <TellProvider tell={toMixpanel}>
    <Drawer />
  </TellProvider>
);
