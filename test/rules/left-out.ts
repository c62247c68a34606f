// What small plans of tests and examples leave out: findings about it would hide what they are about.
import { rulesById } from "../../src/rules/registry.js";

/** True for the rules of the plan that report something missing or unused. */
export function isLeftOut(id: string): boolean {
  const rule = rulesById.get(id);
  return rule?.check !== undefined && rule.mirror === "plan" && /^(?:missing|unused)-/.test(id);
}
