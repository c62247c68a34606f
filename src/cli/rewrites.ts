// Gives the rule raw-emit what it offers: calls by hand, rewritten as calls of the code that the plan generates.
import { parseSync } from "oxc-parser";
import type { CodeScan } from "../code/emission.js";
import { withRewrites } from "../code/rewrite/rewrite.js";
import { resolveTargets } from "../generators/registry.js";
import { emittersOf } from "../generators/typescript/index.js";
import type { Plan } from "../plan/plan.js";

const rule = "raw-emit";

/** The same scan where the plan does not ask for the rule, or generates no TypeScript. */
export function withRewritesOf(scan: CodeScan, plan: Plan): CodeScan {
  const setting = plan.rules.find((one) => one.rule.value === rule);
  const target = resolveTargets(plan).targets.find(({ generator }) => generator.id === "typescript");
  if (setting === undefined || target === undefined) return scan;
  const named = setting.options.find(({ name }) => name.value === "trackers")?.value.value;
  const list = Array.isArray(named) ? named : [named];
  const extension = target.options.extension;
  return withRewrites(scan, {
    parser: parseSync,
    folder: target.out,
    ending: extension === "none" ? "" : `.${extension === "ts" ? "ts" : "js"}`,
    emitters: emittersOf(plan, target.options),
    trackers: list.filter((one) => typeof one === "string"),
    anonymous: plan.identity.anonymous.value,
  });
}
