// Markdown for a comment on a pull request: short enough for GitHub, whatever the number of findings.
import type { Severity } from "../diagnostics/diagnostic.js";
import { printable } from "./display.js";
import { type Finding, findingsOf } from "./findings.js";
import { checkedText, countSeverities, countsText, type Report } from "./report.js";

/** GitHub refuses comments of more characters. */
const githubLimit = 65_536;
/** Room for the last lines. */
const reserve = 600;

const labels: { readonly [severity in Severity]: string } = {
  error: "error",
  warning: "warning",
  info: "note",
};

export function markdownReport(report: Report): string {
  const findings = findingsOf(report);
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
    ...finding.related.map((one) => `  <br>${prose(one.message)}: ${code(`${one.file}:${one.line}`)}`),
  ];
  return `${lines.join("\n")}\n`;
}

/**
 * A sentence: what stands in quotes or backticks becomes code, and the rest is escaped, so that no name turns into
 * markup, a mention or a link.
 */
function prose(text: string): string {
  return printable(text)
    .split(/("[^"]*"|`[^`]*`)/)
    .map((part) => (/^(".+"|`.+`)$/.test(part) ? code(part.slice(1, -1)) : escapeMarkdown(part)))
    .join("");
}

function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_{}[\]()#+!|~]/g, "\\$&")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replace(/@|\\#|:\/\/|www\./g, "$&<!-- -->");
}

/** Inline code that holds any text: fenced by one backtick more than the text has in a row. */
function code(text: string): string {
  const shown = printable(text);
  const longest = Math.max(0, ...(shown.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  const pad = shown === "" || /^[`\s]|[`\s]$/.test(shown) ? " " : "";
  return `${fence}${pad}${shown}${pad}${fence}`;
}
