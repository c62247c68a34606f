// Markdown for a comment on a pull request: short enough for GitHub, whatever the number of findings.
import type { Severity } from "../diagnostics/diagnostic.js";
import { causesFirst, type Finding, findingsOf } from "./findings.js";
import { code, githubLimit, prose } from "./markdown-text.js";
import { checkedText, countSeverities, countsText, type Report } from "./report.js";

/** How many places that belong to a finding are shown. */
const shownPlaces = 6;
/** Room for the last lines. */
const reserve = 600;

const labels: { readonly [severity in Severity]: string } = {
  error: "error",
  warning: "warning",
  info: "note",
};

export function markdownReport(report: Report): string {
  const findings = causesFirst(findingsOf(report));
  const head = `### Trackwright: ${countsText(countSeverities(findings))}\n`;
  const foot = `\nChecked ${checkedText(report.checked)}.\n`;
  let body = "";
  let file: string | undefined;
  for (const [index, finding] of findings.entries()) {
    const heading = finding.file === file ? "" : `\n**${code(finding.file)}**\n\n`;
    const item = heading + listItem(finding);
    if (head.length + body.length + item.length + foot.length + reserve > githubLimit) {
      body += `\n… and ${findings.length - index} more findings.\n`;
      break;
    }
    body += item;
    file = finding.file;
  }
  return head + body + foot;
}

function listItem(finding: Finding): string {
  const lines = [
    `- **${labels[finding.severity]}** line ${finding.line}: ${prose(finding.message)} (${code(finding.rule)})`,
    ...(finding.help === null ? [] : [`  <br>${prose(finding.help)}`]),
    ...finding.related
      .slice(0, shownPlaces)
      .map((one) => `  <br>${prose(one.message)}: ${code(`${one.file}:${one.line}`)}`),
    ...(finding.related.length > shownPlaces ? ["  <br>… and more"] : []),
  ];
  return `${lines.join("\n")}\n`;
}
