// The differences of two plans as text for people.
import {
  agreedText,
  bySection,
  type ChangeGroup,
  concerns,
  consumerSummaries,
  type DiffReport,
  placeText,
  reached,
  type Section,
  sectionTitles,
  summaryText,
  versionText,
} from "./diff.js";
import { printable, wrapWords } from "./display.js";
import type { Paint, PaintRole } from "./paint.js";

const roles: { readonly [section in Section]: PaintRole } = {
  breaking: "error",
  dangerous: "warning",
  agreed: "info",
  safe: "info",
};
const shownPlaces = 3;

type Say = (indent: number, text: string, role?: PaintRole) => void;

export function diffText(
  report: DiffReport,
  { paint, columns }: { readonly paint: Paint; readonly columns: number },
): string {
  const { comparison, from, to } = report;
  const lines: string[] = [];
  const say: Say = (indent, text, role) => {
    for (const line of wrapWords(printable(text), columns - indent))
      lines.push(" ".repeat(indent) + (role === undefined ? line : paint[role](line)));
  };
  say(0, `${from} -> ${to}: ${summaryText(comparison.changes)}`, "strong");
  for (const { side, diagnostic } of report.unread) {
    const place = (side === "from" ? report.before : report.after).place(diagnostic.span);
    const what = `${side === "from" ? from : to}, ${place.file}:${place.line}: ${diagnostic.message}`;
    say(0, `Not compared as a whole: ${what}`, "warning");
  }
  for (const [section, groups] of bySection(comparison.changes)) {
    lines.push("", paint[roles[section]](sectionTitles[section]));
    for (const group of groups) tell(group, section, report, say);
  }
  const consumers = consumerSummaries(comparison.changes);
  if (consumers.length > 0) lines.push("", paint.strong("Consumers"));
  for (const { consumer, owner, messages } of consumers) {
    say(2, `"${consumer}"${owner === undefined ? "" : ` (${owner})`}`);
    for (const message of messages) say(4, message, "help");
  }
  lines.push("");
  say(0, versionText(report));
  return `${lines.join("\n")}\n`;
}

function tell(group: ChangeGroup, section: Section, report: DiffReport, say: Say): void {
  const { first, all } = group;
  say(2, first.message);
  if (all.length > 1) {
    const others = all.slice(1, 1 + shownPlaces).map(placeText);
    const rest = all.length - 1 - others.length;
    say(4, `also ${others.join(", ")}${rest > 0 ? ` and ${rest} more` : ""}`, "faint");
  }
  for (const [promise, level, reason] of concerns(first)) say(4, `${promise}, ${level}: ${reason}`);
  const agreed = agreedText(first);
  if (agreed !== undefined) say(4, agreed);
  const consumers = reached(group).map(({ consumer }) => `"${consumer}"`);
  if (consumers.length > 0) say(4, `reaches ${consumers.join(", ")}`, "help");
  if (first.owner !== undefined && section !== "safe" && section !== "agreed")
    say(4, `ask ${first.owner}`, "faint");
  const span = first.at ?? first.was;
  if (span === undefined) return;
  const place = (first.at === undefined ? report.before : report.after).place(span);
  say(4, `${first.at === undefined ? "was at " : ""}${place.file}:${place.line}`, "place");
}
