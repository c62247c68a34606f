// The differences of two plans as text for people.
import type { Level } from "../compare/change.js";
import {
  byLevel,
  type ChangeGroup,
  concerns,
  type DiffReport,
  placeText,
  reached,
  summaryText,
  versionText,
} from "./diff.js";
import { printable, wrapWords } from "./display.js";
import type { Paint, PaintRole } from "./paint.js";

const roles: { readonly [level in Level]: PaintRole } = {
  breaking: "error",
  dangerous: "warning",
  safe: "info",
};
const shownPlaces = 3;

export function diffText(
  report: DiffReport,
  { paint, columns }: { readonly paint: Paint; readonly columns: number },
): string {
  const { comparison, from, to } = report;
  const lines: string[] = [];
  const say = (indent: number, text: string, role?: PaintRole): void => {
    for (const line of wrapWords(printable(text), columns - indent))
      lines.push(" ".repeat(indent) + (role === undefined ? line : paint[role](line)));
  };
  say(0, `${from} -> ${to}: ${summaryText(comparison.changes)}`, "strong");
  for (const { side, diagnostic } of report.unread) {
    const place = (side === "from" ? report.before : report.after).place(diagnostic.span);
    say(
      0,
      `Not compared, ${side === "from" ? from : to}, ${place.file}:${place.line}: ${diagnostic.message}`,
      "warning",
    );
  }
  for (const [level, groups] of byLevel(comparison.changes)) {
    lines.push("", paint[roles[level]](level.charAt(0).toUpperCase() + level.slice(1)));
    for (const group of groups) tell(group, report, say);
  }
  lines.push("");
  say(0, versionText(comparison));
  return `${lines.join("\n")}\n`;
}

function tell(
  group: ChangeGroup,
  report: DiffReport,
  say: (indent: number, text: string, role?: PaintRole) => void,
): void {
  const { first, all } = group;
  say(2, first.message);
  if (all.length > 1) {
    const others = all.slice(1, 1 + shownPlaces).map(placeText);
    const rest = all.length - 1 - others.length;
    say(4, `also ${others.join(", ")}${rest > 0 ? ` and ${rest} more` : ""}`, "faint");
  }
  for (const [promise, level, reason] of concerns(first)) say(4, `${promise}, ${level}: ${reason}`);
  for (const { consumer, owner, message } of reached(group))
    say(4, `reaches "${consumer}"${owner === undefined ? "" : ` (${owner})`}: ${message}`, "help");
  if (first.owner !== undefined && concerns(first).length > 0) say(4, `ask ${first.owner}`, "faint");
  const span = first.at ?? first.was;
  if (span === undefined) return;
  const place = (first.at === undefined ? report.before : report.after).place(span);
  say(4, `${first.at === undefined ? "was at " : ""}${place.file}:${place.line}`, "place");
}
