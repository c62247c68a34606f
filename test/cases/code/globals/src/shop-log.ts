import mixpanel from "mixpanel-browser";

export function log(name: string, about: object = {}) {
  mixpanel.track(name, about);
}
