// Hands a report to the reporters that were asked for, and the text to stdout or to files.
import { existsSync } from "node:fs";
import { dirname, relative, resolve, sep } from "node:path";
import { writeReportFile } from "../output/report-file.js";
import { plainPaint } from "../report/paint.js";
import { renderReport } from "../report/render.js";
import { countSeverities, countsText, type Report } from "../report/report.js";
import { UsageError } from "./exit-codes.js";
import type { GlobalOptions } from "./options.js";
import { paintFor } from "./paint-for.js";
import type { Environment, Terminal } from "./terminal.js";

/** A terminal shows this many findings; files and pipes get all. */
const terminalLimit = 50;

/** Throws for a format that findings don't have: called before anything is written. */
export function refuseOtherFormats({ reports }: GlobalOptions): void {
  if (reports.some(({ format }) => format === "html"))
    throw new UsageError('"html" is a format for `trackwright preview` alone');
}

/** Writes every report that was asked for. `summary` is for the text alone: the line of what was checked. */
export async function present(
  terminal: Terminal,
  globals: GlobalOptions,
  report: Report,
  { summary }: { readonly summary: boolean },
): Promise<void> {
  const { stdout, stderr } = terminal;
  for (const { format, file } of globals.reports) {
    // Refused before: it is there for the compiler.
    if (format === "html") continue;
    if (file === undefined) {
      const columns = stdout.columns;
      const limit = stdout.isTerminal ? terminalLimit : undefined;
      const paint = format === "text" ? await paintFor(terminal, globals) : plainPaint;
      const text = renderReport(report, format, {
        columns: columns === undefined ? undefined : Math.max(40, columns),
        paint,
        limit,
        summary: summary && !globals.quiet,
      });
      if (text !== "") stdout.write(text);
    } else {
      const paint =
        globals.color === true && format === "text" ? await paintFor(terminal, globals) : plainPaint;
      const text = renderReport(report, format, {
        columns: undefined,
        paint,
        limit: undefined,
        summary: true,
      });
      writeReportFile(resolve(terminal.cwd, file), file, text);
      if (!globals.quiet)
        stderr.write(`Wrote ${countsText(countSeverities(report.diagnostics))} to ${file}\n`);
    }
  }
}

/**
 * What leads from the repository's root to the project's, such as `packages/shop/`. CI systems say where they
 * checked the repository out; elsewhere it is the folder with `.git`.
 */
export function repositoryPrefix(root: string, env: Environment): string {
  const named = env.GITHUB_WORKSPACE ?? env.CI_PROJECT_DIR;
  const candidates = named === undefined ? [] : [resolve(named)];
  for (let folder = root; ; folder = dirname(folder)) {
    if (existsSync(resolve(folder, ".git"))) candidates.push(folder);
    if (folder === dirname(folder)) break;
  }
  const repository = candidates.find((one) => root === one || root.startsWith(one + sep));
  if (repository === undefined || repository === root) return "";
  return `${relative(repository, root).replaceAll("\\", "/")}/`;
}
