// What small plans of tests and examples leave out: findings about it would hide what they are about.
import { rulesById } from "../../src/rules/registry.js";

/** True for the rules of the registry that report something missing or unused. */
export function isLeftOut(id: string): boolean {
  return rulesById.get(id)?.check !== undefined && /^(?:missing|unused)-/.test(id);
}
