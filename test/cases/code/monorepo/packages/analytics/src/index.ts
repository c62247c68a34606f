import * as amplitude from "@amplitude/analytics-browser";
export const trackEvent = (name: string) => amplitude.track(name);
