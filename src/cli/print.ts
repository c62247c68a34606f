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
  /** For a command that has a page to show. */
  readonly html?: () => string;
};

/** Writes every format that was asked for; throws a UsageError for one that is for findings alone. */
export async function print(terminal: Terminal, globals: GlobalOptions, printers: Printers): Promise<void> {
  for (const { format, file } of globals.reports) {
    // What GitHub Actions get by default beside the text.
    if (format === "github" && file === undefined && globals.reports.length > 1) continue;
    if (format === "html" && printers.html !== undefined) {
      write(terminal, file, printers.html());
      continue;
    }
    if (format !== "text" && format !== "json" && format !== "markdown") {
      const known = `text, json${printers.html === undefined ? " or markdown" : ", markdown or html"}`;
      const what = format === "html" ? "for `trackwright preview`" : "for findings";
      throw new UsageError(`"${format}" is a format ${what}. Take ${known} here`);
    }
    const columns =
      file === undefined ? Math.max(40, terminal.stdout.columns ?? defaultColumns) : defaultColumns;
    const paint = format === "text" && file === undefined ? await paintFor(terminal, globals) : plainPaint;
    const text =
      format === "text"
        ? await printers.text({ paint, columns: Math.min(columns, defaultColumns) })
        : await printers[format]();
    write(terminal, file, text);
  }
}

function write(terminal: Terminal, file: string | undefined, text: string): void {
  if (file === undefined) terminal.stdout.write(text);
  else writeReportFile(resolve(terminal.cwd, file), file, text);
}
