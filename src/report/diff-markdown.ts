// The differences of two plans as Markdown, for a comment on a pull request: short enough for GitHub, however many.
import type { RatedChange } from "../compare/change.js";
import {
  agreedText,
  bySection,
  type ChangeGroup,
  concerns,
  consumerSummaries,
  countsText,
  type DiffReport,
  placeText,
  reached,
  type Section,
  sectionTitles,
  versionText,
} from "./diff.js";
import { cell, code, githubLimit, prose } from "./markdown-text.js";

/** Room for the lines that say what was left out. */
const reserve = 1_500;
const shownPlaces = 3;
/** A cell longer than this is cut, so that one enormous name can't take all the room. */
const longestCell = 600;

/** Lets a bot find the comment that it wrote before. */
export const commentMark = "<!-- trackwright-diff -->";

export function diffMarkdown(report: DiffReport): string {
  const { comparison, from, to } = report;
  const { changes } = comparison;
  const head = [
    commentMark,
    planMark(report.plan),
    `### Tracking plan ${code(cut(report.plan))}: ${countsText(changes)}`,
    "",
    `${code(cut(from))} to ${code(cut(to))}. ${versionLine(report)}`,
    "",
  ];
  let text = head.join("\n");
  let left = 0;
  const room = (): number => githubLimit - reserve - text.length;
  for (const { side, diagnostic } of report.unread) {
    const place = (side === "from" ? report.before : report.after).place(diagnostic.span);
    const line = `- Not compared as a whole: ${code(cut(`${place.file}:${place.line}`))} of ${code(cut(side === "from" ? from : to))}. ${prose(cut(diagnostic.message))}\n`;
    if (line.length > room() / 4) break;
    text += line;
  }
  const consumers = consumersTable(changes, room() / 3);
  let isTold = false;
  for (const [section, groups] of bySection(changes)) {
    // After what is not safe: what a marketer reads first is whom it reaches.
    if (!isTold && (section === "agreed" || section === "safe")) {
      text += consumers;
      isTold = true;
    }
    const [open, close] = frame(section, groups.length);
    const kept = isTold ? 0 : consumers.length;
    if (open.length + close.length + 200 > room() - kept) {
      left += groups.length;
      continue;
    }
    let rows = open;
    for (const [index, group] of groups.entries()) {
      const row = rowOf(group, section, report);
      if (rows.length + row.length + close.length + kept > room()) {
        left += groups.length - index;
        break;
      }
      rows += row;
    }
    text += rows + close;
  }
  if (!isTold) text += consumers;
  if (left > 0) text += `\n${left} more in the full report: ${code("trackwright diff --format text")}.\n`;
  return text;
}

/** Tells the comments of several plans apart; a comment ends at two hyphens. */
export function planMark(plan: string): string {
  return `<!-- plan: ${encodeURIComponent(plan).replaceAll("-", "%2D").slice(0, longestCell)} -->`;
}

/** The version step, loud where it is not enough. */
function versionLine(report: DiffReport): string {
  const text = prose(versionText(report));
  return report.comparison.declared.sufficient ? text : `**${text}**`;
}

/** What a reviewer needs last is folded away. */
function frame(section: Section, count: number): readonly [open: string, close: string] {
  const fold = (summary: string, table: string): readonly [string, string] => [
    `\n<details>\n<summary>${summary}</summary>\n\n${table}`,
    "\n</details>\n",
  ];
  if (section === "safe") return fold(`${count} safe`, "| what | where |\n|---|---|\n");
  if (section === "agreed")
    return fold(`${count} agreed on`, "| what | agreed on by | reason |\n|---|---|---|\n");
  return [
    `\n#### ${sectionTitles[section]}\n\n| what | why it matters | reaches | ask |\n|---|---|---|---|\n`,
    "",
  ];
}

function rowOf(group: ChangeGroup, section: Section, report: DiffReport): string {
  const { first, all } = group;
  const others = all
    .slice(1, 1 + shownPlaces)
    .map(placeText)
    .map(cut)
    .map(prose);
  const rest = all.length - 1 - others.length;
  const also = all.length < 2 ? "" : `<br>Also ${others.join(", ")}${rest > 0 ? ` and ${rest} more` : ""}`;
  const what = prose(cut(first.message)) + also;
  if (section === "safe") return row([what, where(first, report)]);
  if (section === "agreed") {
    const { agreed } = first;
    return row([
      `${what}<br>${where(first, report)}`,
      code(cut(agreed?.owner.value ?? "")),
      prose(cut(agreed?.reason.value ?? agreedText(first) ?? "")),
    ]);
  }
  const why = concerns(first).map(
    ([promise, level, reason]) => `**${promise}** (${level}): ${prose(reason)}`,
  );
  const consumers = reached(group)
    .slice(0, 10)
    .map(({ consumer }) => code(cut(consumer)));
  const owners = [first.owner, ...reached(group).map(({ owner }) => owner)].filter(
    (owner) => owner !== undefined,
  );
  const ask = [...new Set(owners)].slice(0, 5).map((owner) => code(cut(owner)));
  return row([`${what}<br>${where(first, report)}`, why.join("<br>"), consumers.join(", "), ask.join(", ")]);
}

function where(change: RatedChange, { before, after }: DiffReport): string {
  const span = change.at ?? change.was;
  if (span === undefined) return "";
  const place = (change.at === undefined ? before : after).place(span);
  return code(cut(`${place.file}:${place.line}`));
}

/** What happens to each consumer. */
function consumersTable(changes: readonly RatedChange[], room: number): string {
  const summaries = consumerSummaries(changes);
  if (summaries.length === 0) return "";
  let text =
    "\n#### What happens to campaigns, segments and messages\n\n| consumer | owner | what happens |\n|---|---|---|\n";
  let shown = 0;
  for (const { consumer, owner, messages } of summaries) {
    const list = messages.slice(0, 5).map((message) => prose(cut(message)));
    const more = messages.length > 5 ? [`and ${messages.length - 5} more`] : [];
    const line = row([
      code(cut(consumer)),
      owner === undefined ? "" : code(cut(owner)),
      [...list, ...more].join("<br>"),
    ]);
    if (text.length + line.length > room) break;
    text += line;
    shown++;
  }
  return shown < summaries.length ? `${text}\n${summaries.length - shown} more consumers.\n` : text;
}

function row(cells: readonly string[]): string {
  return `| ${cells.map(cell).join(" | ")} |\n`;
}

function cut(text: string): string {
  return text.length <= longestCell ? text : `${text.slice(0, longestCell)}…`;
}
