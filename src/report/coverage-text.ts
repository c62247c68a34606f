// How much of a plan the code sends, as text for people.
import type { CoverageTable } from "./coverage.js";
import { displayWidth, printable, wrapWords } from "./display.js";
import type { Paint } from "./paint.js";

const shown = 20;

export function coverageText(
  table: CoverageTable,
  { paint, columns }: { readonly paint: Paint; readonly columns: number },
): string {
  const lines: string[] = [paint.strong(`${table.summary}.`), ""];
  // From where the code sends an event is told where that is not the source in the plan.
  const isElsewhere = table.rows.some(({ planned, sent }) => sent !== "" && sent !== planned);
  const row = ([event = "", planned = "", sent = "", how = "", where = ""]: readonly string[]): string[] =>
    isElsewhere ? [event, planned, sent, how, where] : [event, planned, how, where];
  const head = row(["event", "source", "sent from", "how", "where"]);
  const cells = table.rows.map(({ event, note, planned, sent, how, where }) =>
    row([note === "" ? event : `${event} (${note})`, planned, sent, how, where]).map(printable),
  );
  const widths = head.map((title, column) =>
    cells.reduce((width, row) => Math.max(width, displayWidth(row[column] ?? "")), title.length),
  );
  // The place stands below where it does not fit beside: a path is to be clicked on, and never cut.
  const line = (row: readonly string[]): string => {
    const padded = row.map((cell, column) => cell + " ".repeat((widths[column] ?? 0) - displayWidth(cell)));
    const whole = padded.join("  ").trimEnd();
    const where = row.at(-1) ?? "";
    if (where === "" || displayWidth(whole) + 2 <= columns) return whole;
    return `${padded.slice(0, -1).join("  ").trimEnd()}\n      ${where}`;
  };
  lines.push(paint.faint(`  ${line(head)}`));
  for (const [index, row] of cells.entries()) {
    const { how } = table.rows[index] ?? { how: "" };
    const text = `  ${line(row)}`;
    lines.push(how === "nowhere" ? paint.warning(text) : how === "not looked at" ? paint.faint(text) : text);
  }
  const list = (title: string, items: readonly string[]): void => {
    if (items.length === 0) return;
    lines.push("", paint.strong(title));
    for (const item of items.slice(0, shown)) lines.push(`  ${printable(item)}`);
    if (items.length > shown) lines.push(paint.faint(`  and ${items.length - shown} more`));
  };
  list("Events that no code sends", table.silent);
  list(
    "Events that are not in the plan",
    table.unplanned.map(
      ({ name, meant, where }) =>
        `"${name}"${meant === undefined ? "" : ` (did you mean "${meant}"?)`}  ${where}`,
    ),
  );
  list(
    "Calls whose name is not known",
    table.dynamic.map(({ where, reason }) => `${where}${reason === undefined ? "" : `  ${reason}`}`),
  );
  if (table.notes.length > 0) lines.push("");
  for (const note of table.notes) lines.push(...wrapWords(note, columns));
  return `${lines.join("\n")}\n`;
}
