// Reads and checks the examples of rules: for the manual, for `explain`, and for the tests that hold them true.
import { compareText, type Diagnostic, type Mirror, type SourceFile } from "../diagnostics/diagnostic.js";
import { assemblePlan } from "../plan/assemble.js";
import type { Plan } from "../plan/plan.js";
import { isPulledFile } from "../plan/pulled-file.js";
import { baseFacts } from "./base-facts.js";
import { type CheckedPlan, checkPlan } from "./check-plan.js";
import { type Example, exampleDay, type Facts } from "./rule.js";

/**
 * Reads the mirrors of an example: the files of its plan, with paths from the project root, and those beside the
 * plan folder where it has any. Only examples of mirrors need it, and what it takes to read them is loaded by who
 * asks for those.
 */
export type ExampleReader = (
  plan: Plan,
  files: readonly SourceFile[],
  beside: ReadonlyMap<string, string> | undefined,
) => Facts;

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
 * where they hold one, and with the mirrors that `read` reads.
 */
export function checkFiles(
  files: ReadonlyMap<string, string>,
  read?: ExampleReader,
  beside?: ReadonlyMap<string, string>,
): CheckedPlan {
  const now = [...files].filter(([path]) => !path.startsWith(baseFolder));
  const then = [...files].flatMap(([path, text]) =>
    path.startsWith(baseFolder) ? [[path.slice(baseFolder.length), text] as const] : [],
  );
  const { plan, diagnostics, sources } = assemble(now);
  const facts: Facts = {
    ...read?.(plan, sources, beside),
    ...(then.length > 0 && { base: baseFacts("main", assemble(then), plan) }),
  };
  const mirrors: Mirror[] = ["plan"];
  if (facts.base !== undefined) mirrors.push("base");
  if (facts.code !== undefined) mirrors.push("code");
  if (facts.consumers !== undefined) mirrors.push("consumers");
  return checkPlan(plan, { today: exampleDay, found: diagnostics, mirrors, facts });
}

function assemble(
  files: readonly (readonly [path: string, text: string])[],
): ReturnType<typeof assemblePlan> & { readonly sources: readonly SourceFile[] } {
  const sources = files
    .map(([path, text]) => ({ path: `tracking-plan/${path}`, text }))
    .sort((a, b) => compareText(a.path, b.path));
  const ofPlan = sources.filter(
    ({ path }) => /\.ya?ml$/.test(path) || isPulledFile(path.slice("tracking-plan/".length)),
  );
  return { ...assemblePlan(ofPlan, "tracking-plan", "tracking-plan/plan.yaml"), sources };
}

/** What a rule says about one of its examples; nothing for one that is told in words. */
export function exampleFindings(rule: string, example: Example, read?: ExampleReader): readonly Diagnostic[] {
  const files = exampleFiles(example);
  if (files === undefined) return [];
  return checkFiles(files, read, exampleBeside(example)).diagnostics.filter(
    (diagnostic) => diagnostic.rule === rule,
  );
}
