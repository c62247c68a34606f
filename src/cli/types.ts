// What `--types` does: asks the TypeScript checker about a scan, and says what that took.
import type { CodeScan } from "../code/emission.js";
import { counted } from "../report/report.js";
import { expectLongRun } from "./engine.js";
import type { GlobalOptions } from "./options.js";
import type { Terminal } from "./terminal.js";

/** The scan with what types know of it. What it took stands apart from the rest of the run, on stderr. */
export async function withTypes(
  terminal: Terminal,
  globals: GlobalOptions,
  scan: CodeScan,
  root: string,
): Promise<CodeScan> {
  const start = terminal.now();
  expectLongRun();
  const { refineWithTypes } = await import("../code/types/refine.js");
  const { scan: refined, work } = await refineWithTypes(scan, { root });
  if (!globals.quiet) {
    const seconds = ((terminal.now() - start) / 1000).toFixed(1);
    terminal.stderr.write(
      work.asked === 0
        ? "Nothing was left to ask the TypeScript checker\n"
        : `The TypeScript checker knew ${work.answered} of ${counted(work.asked, "type")} that syntax left open ` +
            `(${counted(work.projects, "project")}, ${counted(work.files, "file")}, ${seconds} s)\n`,
    );
  }
  return refined;
}
