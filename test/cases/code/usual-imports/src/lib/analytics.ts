import mixpanel from "mixpanel-browser";
export const names = { opened: "Shop Opened" } as const;
export const trackEvent = (name: string, props?: object) => mixpanel.track(name, props);
