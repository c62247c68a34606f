// What `lint --fix` does: mends the plan in memory, and brings it to disk or shows it as a diff.
import { type MendedFile, writeMendedFiles } from "../output/mended-files.js";
import { type LoadedPlan, loadPlanFiles, type PlanLocation } from "../plan/load.js";
import { counted } from "../report/report.js";
import { unifiedDiff } from "../report/unified-diff.js";
import { fixPlan } from "../rules/fix-plan.js";
import type { GlobalOptions } from "./options.js";
import type { Terminal } from "./terminal.js";

/** Findings about files that are no part of the plan that was made of the others. */
const unreadable: readonly string[] = ["input-too-large", "invalid-encoding", "unreadable-file"];

/** Writes what can be mended safely; true where a file changed, so that the plan has to be loaded again. */
export function mendPlan(
  terminal: Terminal,
  globals: GlobalOptions,
  location: PlanLocation,
  loaded: LoadedPlan,
  unsafe: readonly string[],
): boolean {
  const { files, fixed } = mended(terminal, globals, location, loaded, unsafe);
  if (files.length === 0) return false;
  terminal.uninterrupted(() => writeMendedFiles(location.root, files));
  if (!globals.quiet) {
    terminal.stderr.write(`Mended ${counted(fixed, "finding")} in ${counted(files.length, "file")}\n`);
    if (globals.verbose) for (const { path } of files) terminal.stderr.write(`  ${path}\n`);
  }
  return true;
}

/** Prints what would be mended as a unified diff, and gives the plan as it would be; undefined where it stays. */
export function showMends(
  terminal: Terminal,
  globals: GlobalOptions,
  location: PlanLocation,
  loaded: LoadedPlan,
  unsafe: readonly string[],
): LoadedPlan | undefined {
  const { files, fixed } = mended(terminal, globals, location, loaded, unsafe);
  for (const { path, before, after } of files) terminal.stdout.write(unifiedDiff(path, before, after));
  if (!globals.quiet) {
    terminal.stderr.write(
      files.length === 0
        ? "Nothing can be mended without you\n"
        : `Would mend ${counted(fixed, "finding")} in ${counted(files.length, "file")}\n`,
    );
  }
  if (files.length === 0) return undefined;
  const mends = new Map(files.map(({ path, after }) => [path, after]));
  const contents = loaded.files.map(({ path, text }) => ({
    path,
    bytes: Buffer.from(mends.get(path) ?? text),
  }));
  return loadPlanFiles(location.folder, contents);
}

function mended(
  terminal: Terminal,
  globals: GlobalOptions,
  { folder }: PlanLocation,
  { files, diagnostics }: LoadedPlan,
  unsafe: readonly string[],
): { readonly files: readonly MendedFile[]; readonly fixed: number } {
  const heads = files.filter(({ path }) => path === `${folder}/plan.yaml` || path === `${folder}/plan.yml`);
  const head = heads[0];
  // Then the plan was made of fewer files than were read, and what seems to be wrong in the others may not be.
  const isWhole = heads.length === 1 && !diagnostics.some(({ rule }) => unreadable.includes(rule));
  if (head === undefined || !isWhole) {
    if (!globals.quiet) terminal.stderr.write("Nothing was mended, since some files can't be read\n");
    return { files: [], fixed: 0 };
  }
  const fixed = fixPlan(files, { folder, head: head.path, today: terminal.today(), unsafe: new Set(unsafe) });
  const before = new Map(files.map(({ path, text }) => [path, text]));
  return {
    files: fixed.files.map(({ path, text }) => ({ path, before: before.get(path) ?? "", after: text })),
    fixed: fixed.fixed,
  };
}
