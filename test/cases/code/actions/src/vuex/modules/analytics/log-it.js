import mixpanel from "mixpanel-browser";

export const logIt = async (context, event) => {
  mixpanel.track(event);
};
