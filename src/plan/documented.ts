// What types and properties say about themselves that say little: nothing, or a description.
import type { Documented } from "./plan.js";

export const undocumented: Documented = {
  description: undefined,
  examples: [],
  default: undefined,
  pii: false,
  unit: undefined,
  status: "active",
  deprecated: undefined,
};

/** With a description alone. Field by field, since a spread takes far longer, and there are very many of them. */
export function described(description: Documented["description"]): Documented {
  return {
    description,
    examples: undocumented.examples,
    default: undefined,
    pii: false,
    unit: undefined,
    status: "active",
    deprecated: undefined,
  };
}
