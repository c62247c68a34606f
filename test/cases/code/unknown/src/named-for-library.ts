// Named for what they send to; beside a name, an action is one of the things that the event carries.
import { post } from "./gone";

export function mixpanelTrack(event: string, values: object) {
  post("https://api.mixpanel.com", values);
}
export function sendAnalyticsEvent(event: { name: string; action: string }) {
  post(event);
}

mixpanelTrack("Wallet Added", { kind: "hardware" });
sendAnalyticsEvent({ name: "Goto", action: "Portfolio button" });
