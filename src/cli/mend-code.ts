// What `lint --fix` does to code: writes the names of the plan into the files that misspell them, or shows it as a diff.
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { type MendedFile, writePlanFiles } from "../output/plan-files.js";
import type { PlanLocation } from "../plan/load.js";
import { counted, type Report } from "../report/report.js";
import { unifiedDiff } from "../report/unified-diff.js";
import { applyEdits, compatibleFixes } from "../rules/fix-plan.js";
import type { GlobalOptions } from "./options.js";
import type { Terminal } from "./terminal.js";

/** Writes what can be mended safely; true where a file changed, so that the code has to be read again. */
export function mendCode(
  terminal: Terminal,
  globals: GlobalOptions,
  location: PlanLocation,
  report: Report,
): boolean {
  const { files, fixed } = mended(report);
  if (files.length === 0) return false;
  terminal.uninterrupted(() => writePlanFiles(location.root, files));
  if (!globals.quiet) {
    terminal.stderr.write(
      `Mended ${counted(fixed, "finding")} in ${counted(files.length, "file")} of code\n`,
    );
    if (globals.verbose) for (const { path } of files) terminal.stderr.write(`  ${path}\n`);
  }
  return true;
}

/** Prints what would be mended as a unified diff. */
export function showCodeMends(terminal: Terminal, globals: GlobalOptions, report: Report): void {
  const { files, fixed } = mended(report);
  for (const { path, before, after } of files) terminal.stdout.write(unifiedDiff(path, before, after));
  if (files.length === 0 || globals.quiet) return;
  terminal.stderr.write(
    `Would mend ${counted(fixed, "finding")} in ${counted(files.length, "file")} of code\n`,
  );
}

function mended(report: Report): { readonly files: readonly MendedFile[]; readonly fixed: number } {
  const found = report.diagnostics.filter((one) => one.mirror === "code" && isInCode(one, report));
  const touched = new Set(found.flatMap(({ fixes = [] }) => filesOf(fixes)));
  const files = [...touched].flatMap((path) => {
    const text = report.texts.get(path);
    return text === undefined ? [] : [{ path, text }];
  });
  const chosen = compatibleFixes(found, files);
  const edits = chosen.flatMap((fix) => fix.edits);
  const before = new Map(files.map(({ path, text }) => [path, text]));
  return {
    fixed: chosen.length,
    files: applyEdits(files, edits)
      .map(({ path, text }) => ({ path, before: before.get(path) ?? "", after: text }))
      .filter((file) => file.before !== file.after),
  };
}

function filesOf(fixes: NonNullable<Diagnostic["fixes"]>): readonly string[] {
  return fixes.flatMap(({ edits }) => edits.map(({ span }) => span.file));
}

/** Files of the plan are mended with the plan. */
function isInCode({ fixes = [] }: Diagnostic, { texts }: Report): boolean {
  return filesOf(fixes).every((file) => texts.has(file) && !/\.ya?ml$/.test(file));
}
