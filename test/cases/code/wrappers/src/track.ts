import mixpanel from "mixpanel-browser";

export function trackEvent(name: string, props: Record<string, unknown> = {}) {
  mixpanel.track(name, props);
}
export const logged = (namespace: string, action: string) => trackEvent(`${namespace}.${action}`);
export function send({ event, properties }: { event: string; properties?: object }) {
  mixpanel.track(event, properties);
}
export const sendPair = ([name, props]: [string, object?]) => mixpanel.track(name, props);
export default trackEvent;
