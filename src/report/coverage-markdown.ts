// How much of a plan the code sends, as Markdown for a comment on a pull request: short enough for GitHub.
import type { CoverageRow, CoverageTable } from "./coverage.js";
import { cell, code, githubLimit, prose } from "./markdown-text.js";

/** Room for the lines that say what was left out. */
const reserve = 1_000;
const longestCell = 200;

/** Lets a bot find the comment that it wrote before. */
export const coverageMark = "<!-- trackwright-coverage -->";

export function coverageMarkdown(table: CoverageTable): string {
  let text = `${coverageMark}\n### Tracking plan: ${prose(lowerFirst(table.summary))}\n`;
  const room = (): number => githubLimit - reserve - text.length;
  const section = (title: string, head: string, rows: readonly string[], folded: boolean): void => {
    if (rows.length === 0) return;
    const columns = head.split("|").length - 2;
    const table = `${head}\n|${"---|".repeat(columns)}\n`;
    const [open, close] = folded
      ? [`\n<details>\n<summary>${title}</summary>\n\n${table}`, "\n</details>\n"]
      : [`\n#### ${title}\n\n${table}`, ""];
    let body = "";
    let left = 0;
    for (const row of rows) {
      if (left > 0 || open.length + body.length + row.length + close.length > room()) left++;
      else body += row;
    }
    if (body === "") return;
    text += open + body + close;
    if (left > 0) text += `\n${left} more in the full report.\n`;
  };
  section(
    "Events that are not in the plan",
    "| in the code | in the plan | where |",
    table.unplanned.map(
      ({ name, meant, where }) =>
        `| ${cell(code(cut(name)))} | ${cell(meant === undefined ? "" : `${code(cut(meant))}?`)} | ${cell(code(cut(where)))} |\n`,
    ),
    false,
  );
  section(
    "Events that no code sends",
    "| event |",
    table.silent.map((name) => `| ${cell(code(cut(name)))} |\n`),
    false,
  );
  section(
    "Calls whose name is not known",
    "| where | why |",
    table.dynamic.map(
      ({ where, reason }) => `| ${cell(code(cut(where)))} | ${cell(prose(cut(reason ?? "")))} |\n`,
    ),
    true,
  );
  section(
    `All ${table.rows.length} events`,
    "| event | source | sent from | how | where |",
    table.rows.map(rowText),
    true,
  );
  if (table.notes.length > 0) text += `\n${table.notes.map((note) => prose(cut(note))).join("<br>\n")}\n`;
  return text;
}

function rowText({ event, note, planned, sent, how, where }: CoverageRow): string {
  const name = `${code(cut(event))}${note === "" ? "" : ` (${note})`}`;
  const cells = [name, prose(cut(planned)), prose(cut(sent)), how, where === "" ? "" : code(cut(where))];
  return `| ${cells.map(cell).join(" | ")} |\n`;
}

function cut(text: string): string {
  return text.length <= longestCell ? text : `${text.slice(0, longestCell)}…`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
