// What `--baseline FILE` and `--update-baseline` do: leave out of a report what was agreed on, and agree anew.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { writeReportFile } from "../output/report-file.js";
import {
  type Baseline,
  BaselineError,
  formatBaseline,
  parseBaseline,
  withBaseline,
} from "../report/baseline.js";
import { counted, type Report } from "../report/report.js";
import { rulesById } from "../rules/registry.js";
import { UsageError } from "./exit-codes.js";
import type { GlobalOptions } from "./options.js";
import type { Terminal } from "./terminal.js";

/** What can't be relied on as long as it is there can't wait either. */
const canWait = ({ rule }: Diagnostic): boolean => rulesById.get(rule)?.fixed !== true;

/** The report without what the baseline holds. `complete` says that everything was checked. */
export function applyBaseline(
  terminal: Terminal,
  globals: GlobalOptions,
  file: string,
  report: Report,
  complete: boolean,
): Report {
  const { report: left, gone } = withBaseline(report, readBaseline(terminal, file), canWait);
  if (gone > 0 && complete && !globals.quiet) {
    terminal.stderr.write(
      `${counted(gone, "finding")} of the baseline ${gone === 1 ? "is" : "are"} gone; --update-baseline takes ${gone === 1 ? "it" : "them"} out\n`,
    );
  }
  return left;
}

/** Writes the findings of a report as the new baseline. */
export function updateBaseline(
  terminal: Terminal,
  globals: GlobalOptions,
  file: string,
  report: Report,
): void {
  const text = formatBaseline(report, canWait);
  writeReportFile(resolve(terminal.cwd, file), file, text);
  if (!globals.quiet)
    terminal.stderr.write(`Wrote ${counted(parseBaseline(text).size, "finding")} to the baseline ${file}\n`);
}

function readBaseline(terminal: Terminal, file: string): Baseline {
  let text: string;
  try {
    text = readFileSync(resolve(terminal.cwd, file), "utf8");
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    throw new UsageError(
      code === "ENOENT"
        ? `there is no baseline "${file}". Add --update-baseline to write it`
        : `can't read the baseline "${file}" (${code})`,
    );
  }
  try {
    return parseBaseline(text);
  } catch (error) {
    if (!(error instanceof BaselineError)) throw error;
    throw new UsageError(
      `can't use the baseline "${file}": ${error.message}. Write it anew with --update-baseline`,
    );
  }
}
