// Writes the findings of a loaded plan as lines of text, as the expectations under test/cases/plan hold them.
import { compareDiagnostics, type Span } from "../../src/diagnostics/diagnostic.js";
import { LineIndex } from "../../src/diagnostics/line-index.js";
import type { LoadedPlan } from "../../src/plan/load.js";

/**
 * A line a finding, in the order of every report: `file:line:col-endLine:endCol severity rule message`, then, each
 * behind ` | `, what to do about it and the related places.
 */
export function findingLines(loaded: LoadedPlan): string[] {
  const indexes = new Map(loaded.files.map((file) => [file.path, new LineIndex(file.text)]));
  const placeOf = ({ file, start, end }: Span): string => {
    const index = indexes.get(file) ?? new LineIndex("");
    const from = index.position(start);
    const to = index.position(end);
    return `${file}:${from.line}:${from.column}-${to.line}:${to.column}`;
  };
  return [...loaded.diagnostics].sort(compareDiagnostics).map((finding) => {
    const help = finding.help === undefined ? "" : ` | ${finding.help}`;
    const related = (finding.related ?? []).map((one) => ` | ${one.message}: ${placeOf(one.span)}`).join("");
    const text = `${finding.severity} ${finding.rule} ${finding.message}${help}${related}`;
    return `${placeOf(finding.span)} ${text}`.replace(/\n/g, "\\n");
  });
}
