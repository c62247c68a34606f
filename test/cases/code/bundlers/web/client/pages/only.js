import mixpanel from "mixpanel-browser";

export const open = (name) => mixpanel.track(`Opened ${name}`);
