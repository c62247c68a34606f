// What a function takes out of an object that it is given: who calls a component names those keys.
import { parametersIn } from "../values/owners.js";
import type { Value } from "../values/values.js";
import type { Effect } from "./effects.js";

/** The keys that are taken out of a function's first parameter; none where it is taken whole. */
export function keysTaken(id: string, effects: readonly Effect[]): readonly string[] {
  const keys = new Set<string>();
  for (const { args, callee } of effects) {
    for (const value of callee === undefined ? args : [callee, ...args]) {
      // Who leaves it out sends what stands in its place.
      if (mayLack(value, id)) return [];
      for (const parameter of parametersIn(value)) {
        if (parameter.owner !== id) continue;
        // What is left of all that it is given has keys of its own.
        const key = parameter.path.find((step) => typeof step !== "object");
        if (typeof key === "string") keys.add(key);
        else if (parameter.path.length === 0) return [];
      }
    }
  }
  return [...keys];
}

/** Whether a value may be one that stands for a parameter that a caller leaves out. */
function mayLack(value: Value, id: string): boolean {
  switch (value.kind) {
    case "fallback":
      return value.left.kind === "parameter" && value.left.owner === id;
    case "choice":
      return mayLack(value.yes, id) || mayLack(value.no, id);
    case "union":
      return value.members.some((member) => mayLack(member, id));
    default:
      return false;
  }
}
