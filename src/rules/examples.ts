// Reads and checks the examples of rules: for the manual, for `explain`, and for the tests that hold them true.
import { parseSync } from "oxc-parser";
import { scanTexts } from "../code/scan.js";
import { compareText, type Diagnostic, type Mirror } from "../diagnostics/diagnostic.js";
import { assemblePlan } from "../plan/assemble.js";
import { baseFacts } from "./base-facts.js";
import { type CheckedPlan, checkPlan } from "./check-plan.js";
import { type Example, exampleDay, type Facts } from "./rule.js";

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
  if ("beside" in example) return new Map([["plan.yaml", exampleHead + example.body]]);
  return undefined;
}

/** The files of an example that lie beside the plan folder, by path in the project; undefined where it has none. */
export function exampleBeside(example: Example): ReadonlyMap<string, string> | undefined {
  return typeof example === "object" && "beside" in example
    ? new Map(Object.entries(example.beside))
    : undefined;
}

/** Where the files of an example lie that are the plan as it was: no plan reads files there. */
const baseFolder = ".base/";

/**
 * Checks a plan of these files (by path in the plan folder) as of the day of the examples, with the plan as it was
 * where they hold one, and with the code that lies beside it (by path in the project).
 */
export function checkFiles(
  files: ReadonlyMap<string, string>,
  beside?: ReadonlyMap<string, string>,
): CheckedPlan {
  const now = [...files].filter(([path]) => !path.startsWith(baseFolder));
  const then = [...files].flatMap(([path, text]) =>
    path.startsWith(baseFolder) ? [[path.slice(baseFolder.length), text] as const] : [],
  );
  const { plan, diagnostics } = assemble(now);
  const mirrors: Mirror[] = ["plan"];
  const facts: { -readonly [Key in keyof Facts]: Facts[Key] } = {};
  if (then.length > 0) {
    mirrors.push("base");
    facts.base = baseFacts("main", assemble(then), plan);
  }
  if (beside !== undefined) {
    mirrors.push("code");
    facts.code = scanTexts(beside, { plan, parser: parseSync });
  }
  return checkPlan(plan, { today: exampleDay, found: diagnostics, mirrors, facts });
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
  return checkFiles(files, exampleBeside(example)).diagnostics.filter(
    (diagnostic) => diagnostic.rule === rule,
  );
}
