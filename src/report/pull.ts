// What a pull of the workspace found: how it differs from the files of the plan, as text, JSON and Markdown.
import { printable } from "./display.js";
import { code } from "./markdown-text.js";
import type { Paint } from "./paint.js";
import { counted } from "./report.js";

export type PullReport = {
  readonly version: string;
  /** The folder of pulled files, relative to the project root. */
  readonly folder: string;
  /** True where nothing was written. */
  readonly check: boolean;
  /** How many of each kind the workspace has. */
  readonly counts: ReadonlyMap<string, number>;
  readonly changes: readonly PullChange[];
  /** What was not understood. */
  readonly unknown: readonly { readonly kind: string; readonly name: string; readonly sentence: string }[];
  /** How many left the workspace while it was read. */
  readonly gone: number;
};

export type PullChange = {
  readonly change: "new" | "changed" | "gone" | "edited";
  readonly kind: string;
  readonly name: string;
  readonly what: readonly string[];
  /** Relative to the folder. */
  readonly files: readonly string[];
};

/** So many changes are listed; the first pull of a workspace has a thousand. */
const changeLimit = 50;

/** The text for a terminal; `quiet` leaves out all but the changes of a check. */
export function pullText(
  report: PullReport,
  { paint, quiet, verbose }: { readonly paint: Paint; readonly quiet: boolean; readonly verbose: boolean },
): string {
  const { changes, check, folder, unknown } = report;
  const lines: string[] = [];
  if (!quiet) lines.push(`Read ${countsText(report)} from Customer.io.`);
  const listed = verbose ? changes : changes.slice(0, changeLimit);
  for (const { change, kind, name, what, files } of listed) {
    const mark =
      change === "gone" ? paint.error(change) : change === "new" ? paint.fix(change) : paint.warning(change);
    const details = what.length === 0 ? "" : `: ${what.map(printable).join(", ")}`;
    lines.push(
      `  ${mark}${" ".repeat(8 - change.length)}${kind} ${paint.strong(`"${printable(name)}"`)}${details}`,
    );
    if (verbose) lines.push(...files.map((file) => paint.faint(`            ${folder}/${file}`)));
  }
  if (changes.length > listed.length)
    lines.push(`  … ${changes.length - listed.length} more; --verbose lists them all`);
  const shown = verbose ? unknown : unknown.slice(0, 5);
  if (unknown.length > 0 && !quiet) {
    lines.push(`Not understood, and therefore not checked:`);
    lines.push(
      ...shown.map(({ kind, name, sentence }) => `  ${kind} "${printable(name)}": ${printable(sentence)}`),
    );
    if (unknown.length > shown.length)
      lines.push(`  … ${unknown.length - shown.length} more; --verbose lists them all`);
  }
  if (changes.length === 0)
    lines.push(check ? `The files in ${folder} are up to date.` : `Nothing changed in ${folder}.`);
  else if (check)
    lines.push("The workspace has moved on. Run `trackwright consumers pull`, and review what it writes.");
  else
    lines.push(
      `Wrote ${counted(changes.length, "change")} to ${folder}. Review ${changes.length === 1 ? "it" : "them"}, and commit.`,
    );
  if (quiet && changes.length === 0) return "";
  return `${lines.join("\n")}\n`;
}

export function pullJson({ version, folder, check, counts, changes, unknown }: PullReport): string {
  const document = {
    trackwright: version,
    folder,
    check,
    read: Object.fromEntries(counts),
    changes: changes.map(({ change, kind, name, what, files }) => ({ change, kind, name, what, files })),
    notUnderstood: unknown.map(({ kind, name, sentence }) => ({ kind, name, message: sentence })),
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

export function pullMarkdown(report: PullReport): string {
  const { changes, check, folder, unknown } = report;
  const lines = [`Read ${countsText(report)} from Customer.io.`, ""];
  if (changes.length === 0) lines.push(`The files in ${code(folder)} are up to date.`, "");
  else {
    lines.push(check ? "The workspace has moved on:" : `Written to ${code(folder)}:`, "");
    lines.push("| | what | changed |", "| --- | --- | --- |");
    for (const { change, kind, name, what } of changes)
      lines.push(`| ${change} | ${kind} ${cell(name)} | ${what.map(cell).join(", ")} |`);
    lines.push("");
  }
  if (unknown.length > 0) {
    lines.push("Not understood, and therefore not checked:", "");
    lines.push(
      ...unknown.map(({ kind, name, sentence }) => `- ${kind} ${code(name)}: ${code(sentence)}`),
      "",
    );
  }
  return lines.join("\n");
}

/** Code in a cell of a table, where a bar ends the cell. */
function cell(text: string): string {
  return code(text).replaceAll("|", "\\|");
}

function countsText({ counts }: PullReport): string {
  const parts = [...counts].map(([kind, count]) =>
    kind === "transactional" ? `${counted(count, "transactional message")}` : counted(count, kind),
  );
  const last = parts.pop();
  return last === undefined ? "nothing" : parts.length === 0 ? last : `${parts.join(", ")} and ${last}`;
}
