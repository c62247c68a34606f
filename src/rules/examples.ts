// Reads and checks the examples of rules: for the manual, for `explain`, and for the tests that hold them true.
import { compareText, type Diagnostic, type SourceFile } from "../diagnostics/diagnostic.js";
import { assemblePlan } from "../plan/assemble.js";
import type { Plan } from "../plan/plan.js";
import { isPulledFile } from "../plan/pulled-file.js";
import { type CheckedPlan, checkPlan } from "./check-plan.js";
import { type Example, exampleDay, type Facts } from "./rule.js";

/**
 * Reads the mirrors of an example; its files have paths from the project root. Only examples of mirrors need it, and
 * what it takes to read them is loaded by who asks for those.
 */
export type ExampleReader = (plan: Plan, files: readonly SourceFile[]) => Facts;

/** The first lines of a plan.yaml, which examples leave out. */
export const exampleHead = "trackwright: 1\nname: acme-store\n";

/** The files of an example, by path in the plan folder; undefined for one that is told in words. */
export function exampleFiles(example: Example): ReadonlyMap<string, string> | undefined {
  if (typeof example === "string") return new Map([["plan.yaml", exampleHead + example]]);
  if ("plan" in example) return new Map([["plan.yaml", example.plan]]);
  if ("files" in example) return new Map(Object.entries(example.files));
  return undefined;
}

/** Checks a plan of these files (by path in the plan folder) as of the day of the examples. */
export function checkFiles(files: ReadonlyMap<string, string>, read?: ExampleReader): CheckedPlan {
  const sources = [...files]
    .map(([path, text]) => ({ path: `tracking-plan/${path}`, text }))
    .sort((a, b) => compareText(a.path, b.path));
  const ofPlan = sources.filter(
    ({ path }) => /\.ya?ml$/.test(path) || isPulledFile(path.slice("tracking-plan/".length)),
  );
  const { plan, diagnostics } = assemblePlan(ofPlan, "tracking-plan", "tracking-plan/plan.yaml");
  return checkPlan(plan, {
    today: exampleDay,
    found: diagnostics,
    ...(read !== undefined && { mirrors: ["plan", "consumers"], facts: read(plan, sources) }),
  });
}

/** What a rule says about one of its examples; nothing for one that is told in words. */
export function exampleFindings(rule: string, example: Example, read?: ExampleReader): readonly Diagnostic[] {
  const files = exampleFiles(example);
  if (files === undefined) return [];
  return checkFiles(files, read).diagnostics.filter((diagnostic) => diagnostic.rule === rule);
}
