// Elements of a list that may be empty, and a name that an unknown object is spread over.
import mixpanel from "mixpanel-browser";
import { extras } from "./somewhere-else";

function links(isOff: boolean) {
  if (isOff) return [];
  return [{ event: "Team Opened" }, { event: "Help Opened" }];
}

export function Menu(isOff: boolean) {
  return links(isOff).map((link) => () => mixpanel.track(link.event));
}

window.dataLayer.push({ event: "page_shown", ...extras(1) });
