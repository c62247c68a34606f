import mixpanel from "mixpanel-browser";

export const save = (name) => mixpanel.track(`Saved ${name}`);
