// Runs the rules over a loaded plan, and settles what becomes of every finding: its severity, its suppression.
import { customerio } from "../destinations/customerio.js";
import { compareDiagnostics, type Diagnostic, type Mirror } from "../diagnostics/diagnostic.js";
import type { Plan } from "../plan/plan.js";
import { Entries } from "./entries.js";
import { PlanIndex } from "./plan-index.js";
import { rules as allRules } from "./registry.js";
import type { Facts, Rule } from "./rule.js";
import { type RuleSettings, readSettings } from "./settings.js";
import { suppress } from "./suppress.js";

export type CheckOptions = {
  /** The day of the run, `YYYY-MM-DD`: what dates of the plan are compared with. */
  readonly today: string;
  /** What the other stages found: the loader, and the targets and the output where they ran. */
  readonly found?: readonly Diagnostic[];
  /** The mirrors whose rules run, besides the findings of others that are settled; the plan's own by default. */
  readonly mirrors?: readonly Mirror[];
  /** What was read of the other mirrors. */
  readonly facts?: Facts;
  /** Other rules than those of the registry; for tests. */
  readonly rules?: readonly Rule[];
};

/** A rule that threw: a bug of that rule, never of the plan. */
export type RuleCrash = { readonly rule: string; readonly error: unknown };

export type CheckedPlan = {
  /** All findings, those of the other stages among them; sorted, each once. */
  readonly diagnostics: readonly Diagnostic[];
  /** How many findings comments in the plan took away. */
  readonly suppressed: number;
  /** Rules that threw; the others ran. */
  readonly crashes: readonly RuleCrash[];
};

/** Holds a plan to every rule that its head does not switch off. */
export function checkPlan(plan: Plan, options: CheckOptions): CheckedPlan {
  const { today, found = [], mirrors = ["plan"], facts = {}, rules = allRules } = options;
  const { settings, diagnostics: settingMistakes } = readSettings(plan, rules);
  const known = new Map(rules.map((rule) => [rule.id, rule]));
  const crashes: RuleCrash[] = [];
  const running = rules.filter((rule) => mirrors.includes(rule.mirror));
  const fromRules = runRules({ plan, rules: running, settings, found, today, facts, crashes });
  const others = [...found, ...(mirrors.includes("plan") ? settingMistakes : [])];
  const settled = distinct([
    ...others.flatMap((diagnostic) => withSetting(diagnostic, known, plan) ?? []),
    ...fromRules,
  ]);
  const { diagnostics, suppressed } = suppress(settled, {
    plan,
    rules: known,
    settings,
    today,
    // After an error, or where a rule did not run, nothing tells which comments are needed.
    complete: crashes.length === 0 && !found.some(isBroken),
    mirrors,
    facts,
  });
  return { diagnostics: withoutEchoes(diagnostics, known), suppressed, crashes };
}

/**
 * One mistake is one finding: what another rule says better of the same place is left to that rule, be it the place of
 * its finding or one beside it.
 */
function withoutEchoes(
  diagnostics: readonly Diagnostic[],
  rules: ReadonlyMap<string, Rule>,
): readonly Diagnostic[] {
  const said = new Set(
    diagnostics.flatMap(({ rule, span, related = [] }) => [
      placeOf(rule, span),
      ...related.map((one) => placeOf(rule, one.span)),
    ]),
  );
  const spoken = new Set(diagnostics.map(({ span }) => placeOf("", span)));
  return diagnostics.filter(({ rule, span, followsFrom }) => {
    if (followsFrom !== undefined && spoken.has(placeOf("", followsFrom))) return false;
    const better = rules.get(rule)?.yieldsTo ?? [];
    return !better.some((other) => said.has(placeOf(other, span)));
  });
}

function placeOf(rule: string, { file, start, end }: Diagnostic["span"]): string {
  return JSON.stringify([rule, file, start, end]);
}

function runRules(run: {
  readonly plan: Plan;
  readonly rules: readonly Rule[];
  readonly settings: ReadonlyMap<string, RuleSettings>;
  readonly found: readonly Diagnostic[];
  readonly today: string;
  readonly facts: Facts;
  readonly crashes: RuleCrash[];
}): readonly Diagnostic[] {
  const { plan, rules, settings, found, today, facts, crashes } = run;
  if (rules.length === 0) return [];
  const results: Diagnostic[] = [];
  const index = new PlanIndex(plan);
  const broken = found.filter(isBroken);
  const entries = new Entries(plan);
  const brokenEntries = new Set(broken.map(({ span }) => entries.at(span)));
  for (const rule of rules) {
    const setting = settings.get(rule.id);
    if (rule.check === undefined || setting === undefined || setting.severity === "off") continue;
    if (rule.needs === "plan" && broken.length > 0) continue;
    const { severity, options } = setting;
    try {
      const subject = { plan, index, destination: customerio, today, options, facts };
      rule.check(subject, (span, message, details = {}) => {
        const silent =
          rule.needs === "entry" && brokenEntries.size > 0 && brokenEntries.has(entries.at(span));
        if (!silent)
          results.push({ rule: rule.id, mirror: rule.mirror, severity, message, span, ...details });
      });
    } catch (error) {
      crashes.push({ rule: rule.id, error });
    }
  }
  return results;
}

/** True for what another stage could not read or compile. */
export function isBroken({ mirror, severity, hidesNothing }: Diagnostic): boolean {
  return mirror === "plan" && severity === "error" && hidesNothing !== true;
}

/** A finding with the severity that the plan gives to its rule; undefined where the rule is off. */
function withSetting(
  diagnostic: Diagnostic,
  rules: ReadonlyMap<string, Rule>,
  plan: Plan,
): Diagnostic | undefined {
  const rule = rules.get(diagnostic.rule);
  if (rule === undefined || rule.fixed === true) return diagnostic;
  const wanted = plan.rules.find((setting) => setting.rule.value === rule.id)?.severity?.value;
  if (wanted === undefined || wanted === diagnostic.severity) return diagnostic;
  return wanted === "off" ? undefined : { ...diagnostic, severity: wanted };
}

function distinct(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Set<string>();
  return diagnostics.toSorted(compareDiagnostics).filter(({ rule, message, span }) => {
    const key = JSON.stringify([rule, message, span.file, span.start, span.end]);
    return seen.has(key) ? false : seen.add(key);
  });
}
