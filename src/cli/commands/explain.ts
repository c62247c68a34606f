// The command `trackwright explain`: what a rule wants and why, for the terminal.
import { didYouMean, didYouMeanText } from "../../diagnostics/did-you-mean.js";
import { wrapWords } from "../../report/display.js";
import type { Paint } from "../../report/paint.js";
import { exampleReader } from "../../rules/example-reader.js";
import { rulesById } from "../../rules/registry.js";
import { pageText } from "../../rules/rule-docs.js";
import { type Block, type RulePage, rulePage } from "../../rules/rule-page.js";
import { type ExitCode, exitCodes, UsageError } from "../exit-codes.js";
import { liquidEngine } from "../liquid.js";
import type { GlobalOptions } from "../options.js";
import { print } from "../print.js";
import type { Terminal } from "../terminal.js";
import { version } from "../version.js";
import { ruleJson } from "./rules.js";

/** The rule that was meant; ids are long, so their beginnings count as well. */
function meant(id: string): string {
  const whole = didYouMeanText(id, rulesById.keys());
  if (whole !== "") return whole;
  const length = id.split("-").length;
  const beginnings = new Map(
    [...rulesById.keys()].map((rule) => [rule.split("-").slice(0, length).join("-"), rule]),
  );
  const near = beginnings.has(id) ? id : didYouMean(id, beginnings.keys());
  if (near !== undefined) return ` Did you mean "${beginnings.get(near)}"?`;
  // `event-casing`: all of its words, and not all of the rule's.
  const words = id.split("-");
  const holding = [...rulesById.keys()].find((rule) => words.every((word) => rule.split("-").includes(word)));
  return holding === undefined ? "" : ` Did you mean "${holding}"?`;
}

export async function runExplain(terminal: Terminal, globals: GlobalOptions, id: string): Promise<ExitCode> {
  const rule = rulesById.get(id);
  if (rule === undefined) {
    throw new UsageError(`there is no rule "${id}".${meant(id)} \`trackwright rules\` lists them all`);
  }
  const read = exampleReader({
    ...(rule.mirror === "consumers" && { liquid: liquidEngine() }),
    ...(rule.mirror === "code" && { parser: (await import("oxc-parser")).parseSync }),
  });
  await print(terminal, globals, {
    text: ({ paint, columns }) => explanation(rulePage(rule, read), paint, columns),
    json: () => `${JSON.stringify({ trackwright: version(), rule: ruleJson(rule) }, undefined, 2)}\n`,
    markdown: () => pageText(rulePage(rule, read)),
  });
  return exitCodes.clean;
}

function explanation(page: RulePage, paint: Paint, columns: number): string {
  const { id, severity, optional, fixable } = page;
  const head = `${paint.strong(id)}  ${paint[severity](severity === "info" ? "note" : severity)}${optional ? "  off by default" : ""}${fixable ? "  --fix" : ""}`;
  const sections = page.sections.map(({ title, blocks }) =>
    [paint.strong(title), ...blocks.map((block) => blockText(block, paint, columns))].join("\n\n"),
  );
  return `${[head, wrapped(`${page.summary}.`, columns, ""), ...sections].join("\n\n")}\n`;
}

function wrapped(text: string, columns: number, indent: string): string {
  return wrapWords(text, columns - indent.length)
    .map((line) => indent + line)
    .join("\n");
}

function blockText(block: Block, paint: Paint, columns: number): string {
  switch (block.kind) {
    case "paragraph":
      return wrapped(block.text, columns, "  ");
    case "code": {
      // Code keeps its lines, and what is said of it keeps to the terminal's width.
      const lines = block.text.split("\n").flatMap((line) => {
        if (line === "") return "";
        if (block.language !== "text") return `    ${paint.place(line)}`;
        const indent = ` ${/^ */.exec(line)?.[0] ?? ""}   `;
        return wrapped(line.trimStart(), columns, indent);
      });
      return [...(block.title === undefined ? [] : [`  ${block.title}:`, ""]), ...lines].join("\n");
    }
    case "table":
      // Only options are tables: name, what it does, what it takes, default.
      return block.rows
        .slice(1)
        .map(([name = "", does = "", takes = "", standard = ""]) =>
          [
            `  ${paint.strong(name.replaceAll("`", ""))}`,
            wrapped(does, columns, "      "),
            wrapped(`Takes ${takes}; ${standard.replaceAll("`", "")} by default.`, columns, "      "),
          ].join("\n"),
        )
        .join("\n");
  }
}
