// The report for people: each finding with its message, a frame of the file, what belongs to it, and how to mend
// it; at the end what was checked.
import type { Severity } from "../diagnostics/diagnostic.js";
import { displayWidth, printable, wrapWords } from "./display.js";
import { causesFirst, type Finding, findingsOf, type Place, Sources } from "./findings.js";
import { drawFrame, type FrameLine } from "./frame.js";
import type { Paint } from "./paint.js";
import { checkedText, counted, countSeverities, type Report } from "./report.js";

/** How many places that belong to a finding are shown: reports for programs have them all. */
const shownPlaces = 6;

export type TextLayout = {
  /** Cells in a line; undefined where lines may be as long as they like. */
  readonly columns: number | undefined;
  readonly paint: Paint;
  /** The most findings to show; undefined for all. */
  readonly limit: number | undefined;
  /** False leaves out the line that says what was checked. */
  readonly summary: boolean;
};

/** Renders findings for a terminal; ends with a line break, unless there is nothing to say. */
export function textReport(report: Report, layout: TextLayout): string {
  const sources = new Sources(report.texts);
  const findings = causesFirst(findingsOf(report, sources));
  const shown = gravest(findings, layout.limit);
  const blocks = shown.map((finding) => renderFinding(finding, sources, layout));
  const left = findings.length - shown.length;
  if (left > 0) {
    const hint = `… and ${left} more. See them all with \`--format concise\`, or \`--format text --output FILE\`.`;
    blocks.push(
      `${wrapWords(hint, layout.columns)
        .map((line) => layout.paint.faint(line))
        .join("\n")}\n`,
    );
  }
  if (layout.summary) blocks.push(`${summaryLine(report, findings, layout)}\n`);
  return blocks.join("\n");
}

/** As many findings as may be shown, in their order; where some are left out, no error is left out for a warning. */
function gravest(findings: readonly Finding[], limit: number | undefined): readonly Finding[] {
  if (limit === undefined || findings.length <= limit) return findings;
  const rank = { error: 0, warning: 1, info: 2 };
  const chosen = new Set(findings.toSorted((a, b) => rank[a.severity] - rank[b.severity]).slice(0, limit));
  return findings.filter((finding) => chosen.has(finding));
}

const labels: { readonly [severity in Severity]: string } = {
  error: "error",
  warning: "warning",
  info: "note",
};

function renderFinding(finding: Finding, sources: Sources, layout: TextLayout): string {
  const { paint, columns } = layout;
  const related = finding.related.slice(0, shownPlaces);
  const places: readonly Place[] = [finding, ...related];
  const gutter = Math.max(
    ...places.map((place) => String(lastShownLine(place, sources.lines(place.file)?.lineCount ?? 1)).length),
  );
  const room = columns === undefined ? undefined : columns - gutter - 3;
  const margin = " ".repeat(gutter);
  const color = paint[finding.severity];
  const lines: string[] = [];

  const label = `${labels[finding.severity]}[${printable(finding.rule)}]`;
  const [first = "", ...rest] = wrapAfter(`${label}: `, printable(finding.message), columns);
  lines.push(`${color(label)}: ${paint.strong(first)}`, ...rest.map((line) => `  ${paint.strong(line)}`));

  const draw = (place: Place, corner: string, mark: string, context: number, note: string): void => {
    const index = sources.lines(place.file);
    const where = index === undefined ? place.file : `${place.file}:${place.line}:${place.column}`;
    const bare = index === undefined && note !== "" ? ` ${note}` : "";
    lines.push(`${margin} ${paint.faint(corner)} ${paint.place(printable(where))}${bare}`);
    if (index === undefined) return;
    const paintMark = corner === "╭─" ? color : paint.place;
    for (const line of drawFrame(index, place, { mark, context, width: room })) {
      lines.push(...renderFrameLine(line, note));
    }
    function renderFrameLine(line: FrameLine, text: string): readonly string[] {
      const bar = paint.faint("│");
      if (line.kind === "source") {
        const number = String(line.number).padStart(gutter);
        const shown = line.flagged ? line.text : paint.faint(line.text);
        return [`${line.flagged ? number : paint.faint(number)} ${bar} ${shown}`.trimEnd()];
      }
      const marks = `${" ".repeat(line.indent)}${line.text}`;
      if (text === "") return [`${margin} ${bar} ${paintMark(marks)}`];
      if (room === undefined || displayWidth(marks) + 1 + displayWidth(text) <= room) {
        return [`${margin} ${bar} ${paintMark(`${marks} ${text}`)}`];
      }
      return [
        `${margin} ${bar} ${paintMark(marks)}`,
        ...wrapWords(text, room).map((part) => `${margin} ${bar} ${paintMark(part)}`),
      ];
    }
  };
  draw(finding, "╭─", "^", 1, "");
  for (const one of related) draw(one, "├─", "─", 0, printable(one.message));
  if (finding.related.length > related.length) lines.push(`${margin} ${paint.faint("├─ … and more")}`);

  const notes = [
    ...(finding.help === null ? [] : [{ label: "help", text: finding.help, color: paint.help }]),
    // Only what is safe is done by --fix; the rest is an offer, for an editor or by hand.
    ...finding.fixes.map(({ title, safe }) => ({
      label: "fix",
      text: safe ? `${title} (--fix)` : title,
      color: paint.fix,
    })),
  ];
  notes.forEach((note, index) => {
    const corner = index === notes.length - 1 ? "╰─" : "├─";
    const lead = `${margin} ${paint.faint(corner)} ${note.color(`${note.label}:`)} `;
    const indent = gutter + 4 + note.label.length + 2;
    const parts = wrapWords(printable(note.text), columns === undefined ? undefined : columns - indent);
    parts.forEach((part, at) => {
      const bar = index === notes.length - 1 ? " " : paint.faint("│");
      lines.push(at === 0 ? `${lead}${part}` : `${margin} ${bar}${" ".repeat(indent - gutter - 2)}${part}`);
    });
  });
  return `${lines.join("\n")}\n`;
}

/** The last line number that a frame of this place shows: gives the width of the gutter. */
function lastShownLine(place: Place, lineCount: number): number {
  return Math.min(place.line + 1, lineCount);
}

/** Breaks a text whose first line comes after `lead`, and whose others are indented by two. */
function wrapAfter(lead: string, text: string, columns: number | undefined): readonly string[] {
  if (columns === undefined) return [text];
  const filler = "\u00a0".repeat(displayWidth(lead) - 2);
  return wrapWords(filler + text, columns - 2).map((line, index) =>
    index === 0 ? line.slice(filler.length) : line,
  );
}

/** `2 errors, 1 warning. Checked 7 events in 4 plan files.`; on two lines or more where the terminal is narrow. */
function summaryLine(report: Report, findings: readonly Finding[], { paint, columns }: TextLayout): string {
  const { errors, warnings, infos } = countSeverities(findings);
  const parts: (readonly [text: string, painted: string])[] = [];
  const add = (text: string, color: (text: string) => string = (same) => same): void => {
    parts.push([text, color(text)]);
  };
  if (errors > 0) add(counted(errors, "error"), paint.error);
  if (warnings > 0) add(counted(warnings, "warning"), paint.warning);
  if (infos > 0) add(counted(infos, "note"), paint.info);
  if (parts.length === 0) add("No findings", paint.fix);
  if (report.suppressed > 0) add(`${report.suppressed} suppressed`);
  if (report.baselined > 0) add(`${report.baselined} in the baseline`);
  const counts = parts.map(([text]) => text).join(", ");
  const painted = parts.map(([, text]) => text).join(", ");
  const checked = `Checked ${checkedText(report.checked)}.`;
  const fits = columns === undefined || counts.length + 2 + checked.length <= columns;
  return fits ? `${painted}. ${checked}` : [`${painted}.`, ...wrapWords(checked, columns)].join("\n");
}
