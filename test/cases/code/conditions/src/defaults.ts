// Conditions that a caller meets although it leaves out what they ask for.
import { Analytics } from "@segment/analytics-node";

const analytics = new Analytics({ writeKey: "x" });
const userId = "1";

export function byDefault(event: string, enabled = true) {
  if (enabled) analytics.track({ userId, event });
}
export function unlessSilent(event: string, options?: { silent?: boolean }) {
  if (options?.silent) return;
  analytics.track({ userId, event });
}
export function filledIn(event: string, properties?: object) {
  if (!properties) properties = {};
  if (properties) analytics.track({ userId, event, properties });
}
export function forced(event: string, force?: boolean) {
  if (force || isEnabled()) analytics.track({ userId, event });
}
export function either(event: string, person?: object) {
  if (person === undefined) analytics.track({ userId, event });
  else analytics.track({ userId, event: `Known ${event}` });
}

byDefault("By Default");
byDefault("Off", false);
unlessSilent("Not Silent");
unlessSilent("Silent", { silent: true });
filledIn("Filled In");
forced("Forced Or Not");
either("Anonymous");
either("Person", {});
