// What `trackwright scan` tells people of calls that look like those that send events and lead to nothing that is known.
import type { CodeScan } from "../code/emission.js";
import { type SuspectedCallee, suspectedCallees } from "../code/suspected-callees.js";
import { printable } from "../report/display.js";
import type { Sources } from "../report/findings.js";
import { code } from "../report/markdown-text.js";
import type { Paint } from "../report/paint.js";

/** What is called so, for a terminal: where, how often, and the lines of the plan that say that it sends. */
export function suspectsText(scan: CodeScan, sources: Sources, paint: Paint): readonly string[] {
  const all = suspectedCallees(scan);
  if (all.length === 0) return [];
  const shown = all.slice(0, mostShown);
  const lines = planLines(shown);
  return [
    paint.warning(`${sentence(all)}:`),
    ...shown.map((one) => {
      const more = one.calls.length > 1 ? ` and ${one.calls.length - 1} more` : "";
      return `  ${paint.place(printable(placeOf(one, sources)))}  ${paint.strong(printable(callText(one)))}${paint.faint(more)}`;
    }),
    ...(all.length > shown.length
      ? [paint.faint(`  and ${all.length - shown.length} more functions, in --format json`)]
      : []),
    ...(lines.length === 0 ? [] : [`${invitation}:`, ...lines.map((line) => `  ${printable(line)}`)]),
    "",
  ];
}

/** The same for a comment. */
export function suspectsMarkdown(scan: CodeScan, sources: Sources): string {
  const all = suspectedCallees(scan);
  if (all.length === 0) return "";
  const shown = all.slice(0, mostShown);
  const lines = planLines(shown);
  const rows = shown.map((one) => {
    const cells = [code(callText(one)), String(one.calls.length), code(placeOf(one, sources))];
    return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  });
  return [
    `${sentence(all)}:`,
    "",
    "| Call | Calls | First in |",
    "|---|---|---|",
    ...rows,
    "",
    ...(lines.length === 0 ? [] : [`${invitation}:`, "", "```yaml", ...lines.map(printable), "```", ""]),
    "",
  ].join("\n");
}

/** More are not listed for people. */
const mostShown = 10;

const invitation = "Name in the plan those that do, and they count";

function sentence(all: readonly SuspectedCallee[]): string {
  const calls = all.reduce((sum, one) => sum + one.calls.length, 0);
  return calls === 1
    ? "1 call looks like one that sends an event, and leads to nothing that is known"
    : `${calls} calls look like those that send events, and lead to nothing that is known`;
}

function planLines(all: readonly SuspectedCallee[]): readonly string[] {
  const entries = all.flatMap(({ entry }) => entry ?? []);
  return entries.length === 0 ? [] : ["code:", "  calls:", ...entries.map((entry) => `    ${entry}`)];
}

/** The first of the calls, by its function and what it says. */
function callText({ call, given, calls }: SuspectedCallee): string {
  const name = calls[0]?.name;
  const [said] = [
    ...(name?.names.map((one) => one.name) ?? []),
    ...(name?.patterns.map(({ parts }) => parts.join("…")) ?? []),
  ];
  return `${call}(${[...given, ...(said === undefined ? [] : [said])].map((text) => `"${text}"`).join(", ")})`;
}

function placeOf({ calls: [first] }: SuspectedCallee, sources: Sources): string {
  if (first === undefined) return "";
  const { line, column } = sources.place(first.span);
  return `${first.span.file}:${line}:${column}`;
}
