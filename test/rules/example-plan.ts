// Checks plans in memory, for the tests of rules.
import * as liquid from "liquidjs";
import { parseSync } from "oxc-parser";
import { compareDiagnostics, type Diagnostic } from "../../src/diagnostics/diagnostic.js";
import { LineIndex } from "../../src/diagnostics/line-index.js";
import { exampleReader } from "../../src/rules/example-reader.js";
import { checkFiles, exampleHead } from "../../src/rules/examples.js";

/** All findings about a plan of these files, as of the day of the examples. Throws what a rule throws. */
export function check(
  files: ReadonlyMap<string, string>,
  beside?: ReadonlyMap<string, string>,
): readonly Diagnostic[] {
  const { diagnostics, crashes } = checkFiles(files, exampleReader({ liquid, parser: parseSync }), beside);
  if (crashes[0] !== undefined) throw crashes[0].error;
  return diagnostics;
}

/** The findings about a plan.yaml that goes on with `body` after its first two lines. */
export function checkBody(body: string): readonly Diagnostic[] {
  return check(new Map([["plan.yaml", exampleHead + body]]));
}

/** `file:line:col-endLine:endCol severity rule message | help`, as the expectations in test/cases hold findings. */
export function linesOf(
  diagnostics: readonly Diagnostic[],
  files: readonly { readonly path: string; readonly text: string }[],
): string[] {
  const indexes = new Map(files.map((file) => [file.path, new LineIndex(file.text)]));
  return diagnostics.toSorted(compareDiagnostics).map((finding) => {
    const { file, start, end } = finding.span;
    const index = indexes.get(file) ?? new LineIndex("");
    const from = index.position(start);
    const to = index.position(end);
    const help = finding.help === undefined ? "" : ` | ${finding.help}`;
    return `${file}:${from.line}:${from.column}-${to.line}:${to.column} ${finding.severity} ${finding.rule} ${finding.message}${help}`;
  });
}
