// What `init --from-code` does: scans the code, makes a first plan of it, and tries it out before it is written.
import { readFileSync } from "node:fs";
import { basename, join, posix } from "node:path";
import type { CodeScan } from "../code/emission.js";
import { scanProject } from "../code/scan.js";
import { compareText, type Diagnostic, type SourceFile } from "../diagnostics/diagnostic.js";
import { type FirstPlan, firstPlan, type Shown } from "../first-plan/first-plan.js";
import type { CodePackage } from "../first-plan/sources.js";
import { identifierCollision } from "../generators/names.js";
import { assemblePlan } from "../plan/assemble.js";
import type { Plan } from "../plan/plan.js";
import { checkPlan } from "../rules/check-plan.js";
import { rulesById } from "../rules/registry.js";
import { expectScan } from "./engine.js";
import { UsageError } from "./exit-codes.js";
import type { GlobalOptions } from "./options.js";
import { generate } from "./pipeline.js";
import type { Terminal } from "./terminal.js";
import { withTypes } from "./types.js";

/** A plan that still changes after so many tries would change for ever. */
const tries = 12;

export type FirstPlanOfCode = FirstPlan & {
  readonly scan: CodeScan;
  /** How much lint says of it. */
  readonly warnings: number;
};

/** Makes the plan. Paths of its files are relative to the plan folder; `root` is absolute. */
export async function planOfCode(
  terminal: Terminal,
  globals: GlobalOptions,
  root: string,
  { folder, types }: { readonly folder: string; readonly types: boolean },
): Promise<FirstPlanOfCode> {
  expectScan();
  const syntax = await scanProject({ root, places: types, given: true, suspects: true });
  const scan = types ? await withTypes(terminal, globals, syntax, root) : syntax;
  const packages = packagesOf(scan, root);
  const given = packages.find((one) => one.folder === "")?.name;
  // What monorepos call their root says nothing.
  const name =
    given === undefined || /^(?:root|monorepo|workspaces?|app|main)$/i.test(given) ? basename(root) : given;
  let withPlan: CodeScan | undefined;
  const scanned = async (plan: Plan): Promise<CodeScan> => {
    // Which files belong to which source is all that the plan adds, and no try changes the sources.
    withPlan ??= await scanProject({ root, plan, given: true });
    return { ...withPlan, emissions: scan.emissions };
  };
  let shown: Shown = { lowered: [], asOne: new Map(), leftOut: new Set() };
  for (let attempt = 0; attempt < tries; attempt++) {
    const draft = firstPlan({ name, scan, packages, shown });
    if (draft.events === 0) {
      throw new UsageError(
        (draft.unread === 0
          ? `no call that sends an event was found in "${root}", so there is no plan to make. `
          : `no name of an event is known of the calls that were found in "${root}", so there is no plan to make. `) +
          suspected(scan) +
          "`trackwright scan --no-plan` shows what was found; `trackwright init` starts with a template.",
      );
    }
    const { next, warnings } = await tried(terminal, folder, draft, shown, scanned);
    if (next === undefined) return { ...draft, scan, warnings };
    shown = next;
  }
  throw new Error(`the first plan of "${root}" did not settle`);
}

/** How many calls look like those that send events, for who has none that is known to. */
function suspected({ suspects = [] }: CodeScan): string {
  if (suspects.length === 0) return "";
  return suspects.length === 1
    ? "1 call looks like one that does, and a plan can name it under `code.calls`. "
    : `${suspects.length} calls look like those that do, and a plan can name them under \`code.calls\`. `;
}

/** What loading, building and linting a draft shows; `next` is undefined where nothing is left to change. */
async function tried(
  terminal: Terminal,
  folder: string,
  draft: FirstPlan,
  shown: Shown,
  scanned: (plan: Plan) => Promise<CodeScan>,
): Promise<{ readonly next: Shown | undefined; readonly warnings: number }> {
  const files: readonly SourceFile[] = draft.files
    .map(({ path, text }) => ({ path: `${folder}/${path}`, text }))
    .sort((a, b) => compareText(a.path, b.path));
  const { plan, diagnostics } = assemblePlan(files, folder, `${folder}/plan.yaml`);
  const broken = diagnostics.find(({ severity }) => severity === "error");
  if (broken !== undefined) throw new Error(`the first plan has an error: ${broken.message}`);
  const collisions = generate(plan, undefined).diagnostics.filter(({ rule }) => rule === identifierCollision);
  if (collisions.length > 0) return { next: withoutCollisions(shown, collisions, plan), warnings: 0 };
  const code = await scanned(plan);
  const checked = checkPlan(plan, {
    today: terminal.today(),
    found: diagnostics,
    mirrors: ["plan", "code"],
    facts: { code },
  });
  const errors = checked.diagnostics.filter(({ severity }) => severity === "error").map(({ rule }) => rule);
  const lowered = errors.filter((rule) => rulesById.get(rule)?.fixed !== true);
  if (lowered.length === 0) return { next: undefined, warnings: checked.diagnostics.length };
  const rules = [...new Set([...shown.lowered, ...lowered])].sort(compareText);
  if (rules.length === shown.lowered.length) return { next: undefined, warnings: checked.diagnostics.length };
  return { next: { ...shown, lowered: rules }, warnings: 0 };
}

/** The event whose name was taken goes: into the aliases of the one that has it, or out of the plan. */
function withoutCollisions(shown: Shown, collisions: readonly Diagnostic[], plan: Plan): Shown {
  const asOne = new Map(shown.asOne);
  const leftOut = new Set(shown.leftOut);
  const eventAt = (file: string, start: number): string | undefined =>
    plan.events.find(({ name }) => name.span.file === file && name.span.start === start)?.name.value;
  for (const { span, related = [], message } of collisions) {
    const gone = eventAt(span.file, span.start);
    const holder = related[0]?.span;
    const kept = holder === undefined ? undefined : eventAt(holder.file, holder.start);
    if (gone === undefined) throw new Error(`the first plan can't be built: ${message}`);
    if (kept === undefined) leftOut.add(gone);
    else asOne.set(gone, kept);
  }
  return { ...shown, asOne, leftOut };
}

/** The package.json files above the calls, up to the root. */
function packagesOf(scan: CodeScan, root: string): readonly CodePackage[] {
  const folders = new Set<string>([""]);
  for (const { span } of scan.emissions) {
    for (let folder = posix.dirname(span.file); folder !== "."; folder = posix.dirname(folder))
      folders.add(folder);
  }
  return [...folders].sort(compareText).flatMap((folder) => readPackage(root, folder) ?? []);
}

function readPackage(root: string, folder: string): CodePackage | undefined {
  let manifest: unknown;
  try {
    manifest = JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8"));
  } catch {
    // There is none, or one that no tool could read.
    return undefined;
  }
  if (!isRecord(manifest)) return undefined;
  const { name } = manifest;
  const fields = ["dependencies", "devDependencies", "peerDependencies"].map((field) => manifest[field]);
  return {
    folder,
    name: typeof name === "string" && name !== "" ? name.replace(/^@[^/]*\//, "") : undefined,
    dependencies: fields.flatMap((field) => (isRecord(field) ? Object.keys(field) : [])),
  };
}

function isRecord(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === "object" && value !== null;
}
