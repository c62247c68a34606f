// The differences of two plans as Markdown, for a comment on a pull request: short enough for GitHub, however many.
import { type Level, type RatedChange, worstLevel } from "../compare/change.js";
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
    `### Tracking plan: ${summaryText(changes)}`,
    "",
    `${code(cut(from))} to ${code(cut(to))}. ${prose(versionText(comparison))}`,
    "",
  ];
  let text = `${head.join("\n")}\n`;
  let left = 0;
  const room = (): number => githubLimit - reserve - text.length;
  for (const { side, diagnostic } of report.unread) {
    const place = (side === "from" ? report.before : report.after).place(diagnostic.span);
    const line = `- Not compared: ${code(cut(`${place.file}:${place.line}`))} of ${code(cut(side === "from" ? from : to))}. ${prose(cut(diagnostic.message))}\n`;
    if (line.length > room() / 4) break;
    text += line;
  }
  const consumers = consumersTable(changes, room() / 3);
  for (const [level, groups] of byLevel(changes)) {
    const [open, close] = frame(level, groups.length);
    if (open.length + close.length + 200 > room() - consumers.length) {
      left += groups.length;
      continue;
    }
    let section = open;
    for (const [index, group] of groups.entries()) {
      const row = rowOf(group, report);
      if (section.length + row.length + close.length + consumers.length > room()) {
        left += groups.length - index;
        break;
      }
      section += row;
    }
    text += section + close;
  }
  text += consumers;
  if (left > 0) text += `\n${left} more in the full report: ${code("trackwright diff --format text")}.\n`;
  return text;
}

/** Safe changes are folded away: they are what a reviewer needs last. */
function frame(level: Level, count: number): readonly [open: string, close: string] {
  const title = level.charAt(0).toUpperCase() + level.slice(1);
  const table = "| what | why it matters | reaches | ask |\n|---|---|---|---|\n";
  if (level !== "safe") return [`\n#### ${title}\n\n${table}`, ""];
  return [`\n<details>\n<summary>${count} safe</summary>\n\n| what | where |\n|---|---|\n`, "\n</details>\n"];
}

function rowOf(group: ChangeGroup, report: DiffReport): string {
  const { first, all } = group;
  const others = all
    .slice(1, 1 + shownPlaces)
    .map(placeText)
    .map(cut)
    .map(prose);
  const rest = all.length - 1 - others.length;
  const also = all.length < 2 ? "" : `<br>Also ${others.join(", ")}${rest > 0 ? ` and ${rest} more` : ""}`;
  const what = cell(prose(cut(first.message)) + also);
  if (worstLevel(first.verdicts) === "safe") return `| ${what} | ${cell(where(first, report))} |\n`;
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
  return `| ${[what, cell(why.join("<br>")), cell(consumers.join(", ")), cell(ask.join(", "))].join(" | ")} |\n`;
}

function where(change: RatedChange, { before, after }: DiffReport): string {
  const span = change.at ?? change.was;
  if (span === undefined) return "";
  const place = (change.at === undefined ? before : after).place(span);
  return code(cut(`${place.file}:${place.line}`));
}

/** What happens to each consumer. */
function consumersTable(changes: readonly RatedChange[], room: number): string {
  const rows = new Map<string, { owner: string | undefined; messages: Set<string> }>();
  for (const change of changes) {
    if (worstLevel(change.verdicts) === "safe") continue;
    for (const { consumer, owner, message } of change.effects) {
      const known = rows.get(consumer) ?? { owner, messages: new Set<string>() };
      known.messages.add(message);
      rows.set(consumer, known);
    }
  }
  if (rows.size === 0) return "";
  let text = "\n#### Consumers\n\n| consumer | owner | what happens |\n|---|---|---|\n";
  let shown = 0;
  for (const [consumer, { owner, messages }] of [...rows].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const list = [...messages].slice(0, 5).map((message) => prose(cut(message)));
    const row = `| ${cell(code(cut(consumer)))} | ${cell(owner === undefined ? "" : code(cut(owner)))} | ${cell(list.join("<br>"))} |\n`;
    if (text.length + row.length > room) break;
    text += row;
    shown++;
  }
  return shown < rows.size ? `${text}\n${rows.size - shown} more consumers.\n` : text;
}

function cut(text: string): string {
  return text.length <= longestCell ? text : `${text.slice(0, longestCell)}…`;
}
