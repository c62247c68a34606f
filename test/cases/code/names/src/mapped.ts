// Functions that are made of a table, one for each of its names.
import _ from "lodash";
import { mapValues } from "lodash-es";
import posthog from "posthog-js";

const steps = { paid: "Order Paid", sent: "Order Sent" };

export const mapped = mapValues(steps, (name) => (order: object) => posthog.capture(name, order));
export const gathered = Object.entries(steps).reduce<Record<string, () => void>>((all, [key, name]) => {
  all[key] = () => posthog.capture(name);
  return all;
}, {});
_.each(steps, (name) => posthog.capture(name));
