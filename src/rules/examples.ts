// Reads and checks the examples of rules: for the manual, for `explain`, and for the tests that hold them true.
import { compareText, type Diagnostic } from "../diagnostics/diagnostic.js";
import { assemblePlan } from "../plan/assemble.js";
import { baseFacts } from "./base-facts.js";
import { type CheckedPlan, checkPlan } from "./check-plan.js";
import { type Example, exampleDay } from "./rule.js";

/** The first lines of a plan.yaml, which examples leave out. */
export const exampleHead = "trackwright: 1\nname: acme-store\n";

/** The files of an example, by path in the plan folder; undefined for one that is told in words. */
export function exampleFiles(example: Example): ReadonlyMap<string, string> | undefined {
  if (typeof example === "string") return new Map([["plan.yaml", exampleHead + example]]);
  if ("was" in example)
    return new Map([
      ["plan.yaml", exampleHead + example.is],
      [`${baseFolder}plan.yaml`, exampleHead + example.was],
    ]);
  if ("plan" in example) return new Map([["plan.yaml", example.plan]]);
  if ("files" in example) return new Map(Object.entries(example.files));
  return undefined;
}

/** Where the files of an example lie that are the plan as it was: no plan reads files there. */
const baseFolder = ".base/";

/** Checks a plan of these files (by path in the plan folder) as of the day of the examples. */
export function checkFiles(files: ReadonlyMap<string, string>): CheckedPlan {
  const now = [...files].filter(([path]) => !path.startsWith(baseFolder));
  const then = [...files].flatMap(([path, text]) =>
    path.startsWith(baseFolder) ? [[path.slice(baseFolder.length), text] as const] : [],
  );
  const { plan, diagnostics } = assemble(now);
  if (then.length === 0) return checkPlan(plan, { today: exampleDay, found: diagnostics });
  const base = baseFacts("main", assemble(then), plan);
  return checkPlan(plan, {
    today: exampleDay,
    found: diagnostics,
    mirrors: ["plan", "base"],
    facts: { base },
  });
}

function assemble(
  files: readonly (readonly [path: string, text: string])[],
): ReturnType<typeof assemblePlan> {
  const sources = files
    .map(([path, text]) => ({ path: `tracking-plan/${path}`, text }))
    .sort((a, b) => compareText(a.path, b.path));
  return assemblePlan(sources, "tracking-plan", "tracking-plan/plan.yaml");
}

/** What a rule says about one of its examples; nothing for one that is told in words. */
export function exampleFindings(rule: string, example: Example): readonly Diagnostic[] {
  const files = exampleFiles(example);
  if (files === undefined) return [];
  return checkFiles(files).diagnostics.filter((diagnostic) => diagnostic.rule === rule);
}
