// Attributes that a wrapper hands to another method than the one that says who it is.
import mixpanel from "mixpanel-browser";

export const known = (userId: string, traits: Record<string, unknown>) => {
  mixpanel.identify(userId);
  mixpanel.people.set(traits);
};
export const renamed = (key: string, value: string) => mixpanel.people.set(key, value);

known("u_1", { plan: "pro", seats: "3" });
renamed("plan", "pro");
