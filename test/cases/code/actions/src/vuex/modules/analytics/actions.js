import mixpanel from "mixpanel-browser";

export function trackEvent({ rootState }, { event, props }) {
  mixpanel.track(event, props);
}
export const trackSimple = ({ commit }, event) => {
  mixpanel.track(event);
};
