// Writes the findings of a loaded plan as lines of text, as the expectations under test/cases/plan hold them.
import { compareDiagnostics } from "../../src/diagnostics/diagnostic.js";
import { LineIndex } from "../../src/diagnostics/line-index.js";
import type { LoadedPlan } from "../../src/plan/load.js";

/** A line a finding, in the order of every report: `file:line:col-endLine:endCol severity rule message`. */
export function findingLines(loaded: LoadedPlan): string[] {
  const indexes = new Map(loaded.files.map((file) => [file.path, new LineIndex(file.text)]));
  return [...loaded.diagnostics].sort(compareDiagnostics).map((finding) => {
    const { file, start, end } = finding.span;
    const index = indexes.get(file) ?? new LineIndex("");
    const from = index.position(start);
    const to = index.position(end);
    const place = `${file}:${from.line}:${from.column}-${to.line}:${to.column}`;
    const help = finding.help === undefined ? "" : ` | ${finding.help}`;
    return `${place} ${finding.severity} ${finding.rule} ${finding.message}${help}`.replace(/\n/g, "\\n");
  });
}
