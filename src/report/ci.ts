// The formats that CI systems read: GitHub's workflow commands, GitLab's code quality, JUnit.
import type { Severity } from "../diagnostics/diagnostic.js";
import { printableLines } from "./display.js";
import { causesFirst, type Finding, findingsOf } from "./findings.js";
import type { Report } from "./report.js";

const commands: { readonly [severity in Severity]: string } = {
  error: "error",
  warning: "warning",
  info: "notice",
};

/**
 * A workflow command a finding. Columns count only within one line, and GitHub's ends are inclusive, as those of
 * its lines are.
 */
export function githubReport(report: Report): string {
  return causesFirst(findingsOf(report))
    .map((finding) => {
      const { file, line, column, endLine, endColumn, rule, severity, message, help } = finding;
      const columns: [string, string | number][] =
        line === endLine
          ? [
              ["col", column],
              ["endColumn", Math.max(column, endColumn - 1)],
            ]
          : [];
      const properties: [string, string | number][] = [
        ["title", rule],
        ["file", report.prefix + file],
        ["line", line],
        ["endLine", endColumn === 1 && endLine > line ? endLine - 1 : endLine],
        ...columns,
      ];
      const text = help === null ? message : `${message}\n${help}`;
      const settings = properties
        .map(([name, value]) => `${name}=${escapeProperty(String(value))}`)
        .join(",");
      return `::${commands[severity]} ${settings}::${escapeData(text)}\n`;
    })
    .join("");
}

function escapeData(text: string): string {
  return printableLines(text).replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

const gitlabSeverities: { readonly [severity in Severity]: string } = {
  error: "major",
  warning: "minor",
  info: "info",
};

/** GitLab's code quality: a list of issues, by line. */
export function gitlabReport(report: Report): string {
  const issues = findingsOf(report).map((finding) => ({
    description: finding.help === null ? finding.message : `${finding.message} ${finding.help}`,
    check_name: finding.rule,
    fingerprint: finding.fingerprint,
    severity: gitlabSeverities[finding.severity],
    location: {
      path: report.prefix + finding.file,
      lines: { begin: finding.line, end: finding.endLine },
    },
  }));
  return `${JSON.stringify(issues, undefined, 2)}\n`;
}

/**
 * JUnit: a suite per file, a case per finding. Errors are failures; warnings and notes are cases that pass and
 * say so, since they don't fail the run either. Without findings there is one case that passes.
 */
export function junitReport(report: Report): string {
  const findings = findingsOf(report);
  const failures = findings.filter((finding) => finding.severity === "error").length;
  const byFile = new Map<string, Finding[]>();
  for (const finding of findings) {
    const own = byFile.get(finding.file);
    if (own === undefined) byFile.set(finding.file, [finding]);
    else own.push(finding);
  }
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="trackwright" tests="${Math.max(1, findings.length)}" failures="${failures}" errors="0">`,
    ...(findings.length === 0
      ? [
          '  <testsuite name="trackwright" tests="1" failures="0" errors="0">',
          '    <testcase name="no findings" classname="trackwright"/>',
          "  </testsuite>",
        ]
      : []),
    ...[...byFile].flatMap(([file, own]) => {
      const failed = own.filter((finding) => finding.severity === "error").length;
      return [
        `  <testsuite name="${xml(file)}" tests="${own.length}" failures="${failed}" errors="0">`,
        ...own.flatMap(junitCase),
        "  </testsuite>",
      ];
    }),
    "</testsuites>",
  ];
  return `${lines.join("\n")}\n`;
}

function junitCase(finding: Finding): readonly string[] {
  const { rule, file, line, column, severity, message, help } = finding;
  const detail = [`${file}:${line}:${column}`, message, ...(help === null ? [] : [help])].join("\n");
  const name = `${rule} (${line}:${column})`;
  return [
    `    <testcase name="${xml(name)}" classname="${xml(file)}" file="${xml(file)}" line="${line}">`,
    severity === "error"
      ? `      <failure type="${xml(rule)}" message="${xml(message)}">${xml(detail)}</failure>`
      : `      <system-out>${xml(`${severity}: ${detail}`)}</system-out>`,
    "    </testcase>",
  ];
}

/** Text for XML 1.0, in elements and attributes alike: what XML can't hold at all is spelled out. */
function xml(text: string): string {
  return printableLines(text)
    .replace(/[\ufffe\uffff]/g, "\ufffd")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("\n", "&#10;");
}
