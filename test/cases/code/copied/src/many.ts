// A list of so many keys is not gone through: what is in the copy is not known.
import posthog from "posthog-js";

const MANY = ["k0", "k1", "k2", "k3", "k4", "k5", "k6", "k7", "k8", "k9", "k10", "k11", "k12", "k13", "k14", "k15", "k16", "k17", "k18", "k19", "k20", "k21", "k22", "k23", "k24", "k25", "k26", "k27", "k28", "k29", "k30", "k31", "k32"];

export function sent(name: string, given: Record<string, unknown>) {
  const copy: Record<string, unknown> = {};
  for (const key of MANY) if (given[key] !== undefined) copy[key] = given[key];
  posthog.capture(name, copy);
}
sent("Many Sent", { k1: 1, other: 2 });
