// Writes what `rules` and `explain` have to say in the formats that were asked for.
import { resolve } from "node:path";
import { writeReportFile } from "../output/report-file.js";
import { type Paint, plainPaint } from "../report/paint.js";
import { UsageError } from "./exit-codes.js";
import type { GlobalOptions } from "./options.js";
import { paintFor } from "./paint-for.js";
import type { Terminal } from "./terminal.js";

/** Cells in a line of text that goes to no terminal. */
const defaultColumns = 100;

export type Printers = {
  readonly text: (layout: { readonly paint: Paint; readonly columns: number }) => string | Promise<string>;
  readonly json: () => string | Promise<string>;
  readonly markdown: () => string | Promise<string>;
};

/** Writes every format that was asked for; throws a UsageError for one that is for findings alone. */
export async function print(terminal: Terminal, globals: GlobalOptions, printers: Printers): Promise<void> {
  for (const { format, file } of globals.reports) {
    // What GitHub Actions get by default beside the text.
    if (format === "github" && file === undefined && globals.reports.length > 1) continue;
    if (format !== "text" && format !== "json" && format !== "markdown") {
      throw new UsageError(`"${format}" is a format for findings. Take text, json or markdown here`);
    }
    const columns =
      file === undefined ? Math.max(40, terminal.stdout.columns ?? defaultColumns) : defaultColumns;
    const paint = format === "text" && file === undefined ? await paintFor(terminal, globals) : plainPaint;
    const text =
      format === "text"
        ? await printers.text({ paint, columns: Math.min(columns, defaultColumns) })
        : await printers[format]();
    if (file === undefined) terminal.stdout.write(text);
    else writeReportFile(resolve(terminal.cwd, file), file, text);
  }
}
