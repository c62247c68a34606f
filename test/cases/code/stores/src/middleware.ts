import mixpanel from "mixpanel-browser";
export const analytics = () => (next: (action: unknown) => unknown) => (action: { type: string; payload: { name: string; data?: object } }) => {
  if (action.type === "metrics/send") mixpanel.track(action.payload.name, action.payload.data);
  return next(action);
};
export function sendMetric(name: string, data?: object) { return { type: "metrics/send", payload: { name, data } }; }
