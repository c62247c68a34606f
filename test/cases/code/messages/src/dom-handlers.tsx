// Handlers of a page's events that stand under a name, in a callback of React's, or in a field.
import mixpanel, { type Mixpanel } from "mixpanel-browser";
import { useCallback, useEffect } from "react";

const tellAs =
  (type: string) =>
  (...args: any[]) => {
    window.dispatchEvent(new CustomEvent("tell", { detail: { args, type } }));
  };
export const shop = { noteOpened: tellAs("track") };
const hear = ({ detail }: CustomEvent) => {
  const { type, args } = detail;
  if (type === "track") mixpanel.track(args[0], args[1]);
};
window.addEventListener("tell", hear as any);
shop.noteOpened("Handler Named", { page: 1 });

export function Hearing() {
  const inCallback = useCallback((event: CustomEvent) => mixpanel.track(event.detail.name), []);
  useEffect(() => {
    document.addEventListener("tell-document", inCallback);
  }, []);
  return null;
}
document.dispatchEvent(new CustomEvent("tell-document", { detail: { name: "Handler In Callback" } }));

class Hears {
  constructor() {
    window.addEventListener("tell-class", this.heard.bind(this));
  }
  // One of the library's instances, which it keeps under names of the team's.
  private instance(name: string): Mixpanel {
    return mixpanel[name];
  }
  private heard(event: CustomEvent) {
    this.instance("web").track(event.detail.name);
  }
}
window.dispatchEvent(new CustomEvent("tell-class", { detail: { name: "Handler In Class" } }));

// An event that stands under a name, and a hook of the team's that hands on what it carries.
function tellHook(name: string) {
  const event = new CustomEvent("tell-hook", { detail: { name } });
  window.dispatchEvent(event);
}
export function HearingByHook() {
  useEventListener("tell-hook", (detail: CustomEvent["detail"]) => mixpanel.track(detail.name));
  return null;
}
tellHook("Handler In Hook");
