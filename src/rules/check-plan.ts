// Runs the rules over a loaded plan: settings, checks, findings sorted and each once.
import { customerio } from "../destinations/customerio.js";
import { compareDiagnostics, type Diagnostic } from "../diagnostics/diagnostic.js";
import type { Plan } from "../plan/plan.js";
import { PlanIndex } from "./plan-index.js";
import { rules as allRules } from "./registry.js";
import type { Rule } from "./rule.js";
import { readSettings } from "./settings.js";

export type CheckOptions = {
  /** The day of the run, `YYYY-MM-DD`: what dates of the plan are compared with. */
  readonly today: string;
  /** What the loader found. */
  readonly found?: readonly Diagnostic[];
  /** Other rules than those of the registry; for tests. */
  readonly rules?: readonly Rule[];
};

/** A rule that threw: a bug of that rule, never of the plan. */
export type RuleCrash = { readonly rule: string; readonly error: unknown };

export type CheckedPlan = {
  /** All findings about the plan, the loader's among them; sorted, each once. */
  readonly diagnostics: readonly Diagnostic[];
  /** Rules that threw; the others ran. */
  readonly crashes: readonly RuleCrash[];
};

/** Holds a plan to every rule that its head does not switch off. */
export function checkPlan(plan: Plan, options: CheckOptions): CheckedPlan {
  const rules = options.rules ?? allRules;
  const { settings, diagnostics } = readSettings(plan, rules);
  const found: Diagnostic[] = [...(options.found ?? []), ...diagnostics];
  const crashes: RuleCrash[] = [];
  const index = new PlanIndex(plan);
  for (const rule of rules) {
    const setting = settings.get(rule.id);
    if (rule.check === undefined || setting === undefined || setting.severity === "off") continue;
    const { severity } = setting;
    const own: Diagnostic[] = [];
    try {
      rule.check(
        { plan, index, destination: customerio, today: options.today, options: setting.options },
        (span, message, details = {}) =>
          own.push({ rule: rule.id, mirror: rule.mirror, severity, message, span, ...details }),
      );
    } catch (error) {
      crashes.push({ rule: rule.id, error });
    }
    found.push(...own);
  }
  return { diagnostics: distinct(found), crashes };
}

function distinct(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Set<string>();
  return diagnostics.toSorted(compareDiagnostics).filter(({ rule, message, span }) => {
    const key = JSON.stringify([rule, message, span.file, span.start, span.end]);
    return seen.has(key) ? false : seen.add(key);
  });
}
