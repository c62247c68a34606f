// SARIF 2.1.0, for code scanning.
import { compareText, type Severity } from "../diagnostics/diagnostic.js";
import { type Finding, findingsOf, type Place } from "./findings.js";
import type { Report } from "./report.js";

const levels: { readonly [severity in Severity]: string } = {
  error: "error",
  warning: "warning",
  info: "note",
};

export function sarifReport(report: Report): string {
  const findings = findingsOf(report);
  const ids = [...new Set(findings.map((finding) => finding.rule))].sort(compareText);
  const location = (place: Place): object => ({
    artifactLocation: artifact(report.prefix, place.file),
    region: region(place),
  });
  const result = (finding: Finding): object => ({
    ruleId: finding.rule,
    ruleIndex: ids.indexOf(finding.rule),
    level: levels[finding.severity],
    message: { text: finding.help === null ? finding.message : `${finding.message}\n\n${finding.help}` },
    locations: [{ physicalLocation: location(finding) }],
    ...(finding.related.length > 0 && {
      relatedLocations: finding.related.map((one, index) => ({
        id: index + 1,
        physicalLocation: location(one),
        message: { text: one.message },
      })),
    }),
    ...(finding.fixes.length > 0 && { fixes: finding.fixes.map((fix) => sarifFix(report.prefix, fix)) }),
    partialFingerprints: { "trackwright/v1": finding.fingerprint },
    properties: {
      mirror: finding.mirror,
      ...(finding.event !== null && { event: finding.event }),
      ...(finding.property !== null && { property: finding.property }),
    },
  });
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "Trackwright",
            semanticVersion: report.version,
            rules: ids.map((id) => sarifRule(report, id)),
          },
        },
        columnKind: "utf16CodeUnits",
        originalUriBaseIds: { SRCROOT: { description: { text: "The root of the repository." } } },
        results: findings.map(result),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function sarifRule(report: Report, id: string): object {
  const { summary, why, fix, severity, url } = report.rules.get(id) ?? {};
  return {
    id,
    ...(summary !== undefined && { shortDescription: { text: summary } }),
    ...(why !== undefined && { fullDescription: { text: why } }),
    ...(fix !== undefined && { help: { text: fix.replaceAll("`", ""), markdown: fix } }),
    ...(severity !== undefined && { defaultConfiguration: { level: levels[severity] } }),
    ...(url !== undefined && { helpUri: url }),
  };
}

function sarifFix(prefix: string, fix: Finding["fixes"][number]): object {
  const files = [...new Set(fix.edits.map((edit) => edit.file))];
  return {
    description: { text: fix.title },
    artifactChanges: files.map((file) => ({
      artifactLocation: artifact(prefix, file),
      replacements: fix.edits
        .filter((edit) => edit.file === file)
        .map((edit) => ({ deletedRegion: region(edit), insertedContent: { text: edit.text } })),
    })),
  };
}

/** A path as a URI reference: each segment escaped, and never read as a scheme. */
function artifact(prefix: string, file: string): object {
  const uri = `${prefix}${file}`.split("/").map(encodeSegment).join("/");
  return { uri, uriBaseId: "SRCROOT" };
}

function encodeSegment(segment: string): string {
  return encodeURIComponent(segment.replace(/\p{Surrogate}/gu, "\ufffd"));
}

function region(place: Place): object {
  return {
    startLine: place.line,
    startColumn: place.column,
    endLine: place.endLine,
    endColumn: place.endColumn,
  };
}
