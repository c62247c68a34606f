// What `lint --fix` does to code and templates: mends the texts that were read, and brings them to disk or shows them
// as a diff.
import { compareText } from "../diagnostics/diagnostic.js";
import { writeMendedFiles } from "../output/mended-files.js";
import type { LoadedPlan, PlanLocation } from "../plan/load.js";
import { counted, type Report } from "../report/report.js";
import { unifiedDiff } from "../report/unified-diff.js";
import { type FixedCode, fixCode } from "../rules/fix-code.js";
import type { GlobalOptions } from "./options.js";
import type { Terminal } from "./terminal.js";

/** How often code is read again after a mend: one may uncover another. */
export const mendRounds = 5;

/** What is mended beside the plan. */
export type Mended = {
  readonly mirror: "code" | "consumers";
  /** How it is called behind "in 2 files of". */
  readonly what: string;
  /** Whether a text is one that its language accepts. */
  parses(path: string, text: string): boolean;
};

export type MendCodeRequest = {
  readonly mended: Mended;
  readonly terminal: Terminal;
  readonly globals: GlobalOptions;
  readonly location: PlanLocation;
  readonly loaded: LoadedPlan;
  /** The findings, and the texts that were scanned. */
  readonly report: Report;
  /** Rules whose unsafe fixes are made too. */
  readonly unsafe: readonly string[];
};

/** Writes what can be mended in code; true where a file changed, so that it has to be read again. */
export function mendCode(request: MendCodeRequest): boolean {
  const { terminal, globals, location, mended: kind } = request;
  const { files, fixed } = mended(request);
  if (files.length === 0) return false;
  terminal.uninterrupted(() => writeMendedFiles(location.root, files));
  if (!globals.quiet) {
    terminal.stderr.write(
      `Mended ${counted(fixed, "finding")} in ${counted(files.length, "file")} of ${kind.what}\n`,
    );
    if (globals.verbose) for (const { path } of files) terminal.stderr.write(`  ${path}\n`);
  }
  return true;
}

/** Prints what would be mended in code as a unified diff. */
export function showCodeMends(request: MendCodeRequest): void {
  const { terminal, globals, mended: kind } = request;
  const { files, fixed } = mended(request);
  for (const { path, before, after } of files) terminal.stdout.write(unifiedDiff(path, before, after));
  if (files.length > 0 && !globals.quiet) {
    terminal.stderr.write(
      `Would mend ${counted(fixed, "finding")} in ${counted(files.length, "file")} of ${kind.what}\n`,
    );
  }
}

function mended({ terminal, globals, loaded, report, unsafe, mended: kind }: MendCodeRequest): FixedCode {
  const planned = new Set(loaded.files.map(({ path }) => path));
  const files = [...report.texts]
    .filter(([path]) => !planned.has(path))
    .map(([path, text]) => ({ path, text }))
    .sort((a, b) => compareText(a.path, b.path));
  const found = report.diagnostics.filter(({ mirror }) => mirror === kind.mirror);
  const result = fixCode(found, files, { unsafe: new Set(unsafe), parses: kind.parses });
  if (!globals.quiet) {
    for (const { title, edits } of result.refused) {
      const path = edits[0]?.span.file ?? "";
      terminal.stderr.write(`Not mended: to ${title} would break "${path}"\n`);
    }
  }
  return result;
}
