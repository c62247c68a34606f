import mixpanel from "mixpanel-browser";
import { named } from "./names.json";

// The file says what it is about, the function need not.
export const report = (eventName: string): void => {
  const full = named[eventName];
  setTimeout(() => mixpanel.track(full));
};
report("Cart Kept");
