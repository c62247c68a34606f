// The plain formats for programs: one line a finding, and the project's own JSON.
import { printable } from "./display.js";
import { findingsOf, type Place } from "./findings.js";
import { countSeverities, type Report } from "./report.js";

/** One line a finding: `file:line:col severity rule message`. */
export function conciseReport(report: Report): string {
  return findingsOf(report)
    .map(({ file, line, column, severity, rule, message }) =>
      printable(`${file}:${line}:${column} ${severity} ${rule} ${message}`),
    )
    .map((line) => `${line}\n`)
    .join("");
}

/** JSON as docs/cli.md and schema/findings.schema.json describe it. */
export function jsonReport(report: Report): string {
  const findings = findingsOf(report);
  const { checked } = report;
  const document = {
    trackwright: report.version,
    summary: {
      ...countSeverities(findings),
      suppressed: report.suppressed,
      baselined: report.baselined,
      checked: {
        events: checked.events,
        planFiles: checked.planFiles,
        generatedFiles: checked.generatedFiles ?? 0,
        codeFiles: checked.codeFiles ?? 0,
        emissions: checked.emissions ?? 0,
        consumers: checked.consumers,
      },
    },
    findings: findings.map((finding) => ({
      rule: finding.rule,
      severity: finding.severity,
      mirror: finding.mirror,
      message: finding.message,
      ...placeOf(finding),
      event: finding.event,
      property: finding.property,
      help: finding.help,
      url: finding.url,
      related: finding.related.map((one) => ({ message: one.message, ...placeOf(one) })),
      fixes: finding.fixes.map((fix) => ({
        title: fix.title,
        safe: fix.safe,
        edits: fix.edits.map((edit) => ({ ...placeOf(edit), text: edit.text })),
      })),
      fingerprint: finding.fingerprint,
    })),
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

function placeOf({ file, line, column, endLine, endColumn }: Place): Place {
  return { file, line, column, endLine, endColumn };
}
