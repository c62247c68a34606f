// Loads the examples of rules: YAML text in memory, as the manual shows it.
import { compareDiagnostics, type Diagnostic } from "../../src/diagnostics/diagnostic.js";
import { LineIndex } from "../../src/diagnostics/line-index.js";
import { assemblePlan } from "../../src/plan/assemble.js";
import type { Plan } from "../../src/plan/plan.js";
import { checkPlan } from "../../src/rules/check-plan.js";
import { type Example, exampleDay, type Rule } from "../../src/rules/rule.js";

export const exampleHead = "trackwright: 1\nname: acme-store\n";

/** The files of an example, by path in the plan folder; undefined for one that is told in words. */
export function exampleFiles(example: Example): ReadonlyMap<string, string> | undefined {
  if (typeof example === "string") return new Map([["plan.yaml", exampleHead + example]]);
  if ("plan" in example) return new Map([["plan.yaml", example.plan]]);
  if ("files" in example) return new Map(Object.entries(example.files));
  return undefined;
}

/** Reads files as a plan in the folder `tracking-plan`. */
export function readPlan(files: ReadonlyMap<string, string>): {
  readonly plan: Plan;
  readonly diagnostics: readonly Diagnostic[];
} {
  const sources = [...files]
    .map(([path, text]) => ({ path: `tracking-plan/${path}`, text }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  return assemblePlan(sources, "tracking-plan", "tracking-plan/plan.yaml");
}

/** All findings about a plan of these files. Throws what a rule throws. */
export function check(files: ReadonlyMap<string, string>, rules?: readonly Rule[]): readonly Diagnostic[] {
  const { plan, diagnostics } = readPlan(files);
  const checked = checkPlan(plan, {
    today: exampleDay,
    found: diagnostics,
    ...(rules !== undefined && { rules }),
  });
  const crash = checked.crashes[0];
  if (crash !== undefined) throw crash.error;
  return checked.diagnostics;
}

/** The findings about a plan.yaml that goes on with `body` after its first two lines. */
export function checkBody(body: string): readonly Diagnostic[] {
  return check(new Map([["plan.yaml", exampleHead + body]]));
}

/** `file:line:col-endLine:endCol severity rule message | help`, as the expectations in test/cases hold findings. */
export function linesOf(
  diagnostics: readonly Diagnostic[],
  files: readonly { readonly path: string; readonly text: string }[],
): string[] {
  const indexes = new Map(files.map((file) => [file.path, new LineIndex(file.text)]));
  return diagnostics.toSorted(compareDiagnostics).map((finding) => {
    const { file, start, end } = finding.span;
    const index = indexes.get(file) ?? new LineIndex("");
    const from = index.position(start);
    const to = index.position(end);
    const help = finding.help === undefined ? "" : ` | ${finding.help}`;
    return `${file}:${from.line}:${from.column}-${to.line}:${to.column} ${finding.severity} ${finding.rule} ${finding.message}${help}`;
  });
}
