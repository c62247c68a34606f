import mixpanel from "mixpanel-browser";

export const close = (name: string) => mixpanel.track(`Closed ${name}`);
