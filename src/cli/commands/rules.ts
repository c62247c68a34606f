// The command `trackwright rules`: the catalogue of what lint finds.
import type { Severity } from "../../diagnostics/diagnostic.js";
import { wrapWords } from "../../report/display.js";
import type { Paint } from "../../report/paint.js";
import { rules } from "../../rules/registry.js";
import type { Rule } from "../../rules/rule.js";
import { catalogueText } from "../../rules/rule-docs.js";
import { type ExitCode, exitCodes } from "../exit-codes.js";
import type { GlobalOptions } from "../options.js";
import { print } from "../print.js";
import type { Terminal } from "../terminal.js";
import { version } from "../version.js";

export async function runRules(terminal: Terminal, globals: GlobalOptions): Promise<ExitCode> {
  await print(terminal, globals, {
    text: ({ paint, columns }) => catalogue(paint, columns),
    json: () => `${JSON.stringify({ trackwright: version(), rules: rules.map(ruleJson) }, undefined, 2)}\n`,
    markdown: () => catalogueText(rules),
  });
  return exitCodes.clean;
}

/** What machines read about a rule. */
export function ruleJson(rule: Rule): object {
  return {
    id: rule.id,
    mirror: rule.mirror,
    severity: rule.severity,
    fixable: rule.fixable === true,
    canBeSwitchedOff: rule.fixed !== true,
    isOnByDefault: rule.optional !== true,
    summary: rule.summary,
    why: rule.why,
    fix: rule.fix,
    options: rule.options ?? {},
    examples: rule.examples,
  };
}

const labels: { readonly [severity in Severity]: string } = {
  error: "error",
  warning: "warning",
  info: "note",
};

function catalogue(paint: Paint, columns: number): string {
  const checks = rules.filter((rule) => rule.fixed !== true);
  const parts: readonly (readonly [title: string, rules: readonly Rule[]])[] = [
    ["The plan", checks.filter((rule) => rule.mirror === "plan")],
    ["The generated files", checks.filter((rule) => rule.mirror === "generated")],
    ["The plan as it was", checks.filter((rule) => rule.mirror === "base")],
    ["The code", checks.filter((rule) => rule.mirror === "code")],
    ["What listens", checks.filter((rule) => rule.mirror === "consumers")],
    ["What a plan must be to be read at all", rules.filter((rule) => rule.fixed === true)],
  ];
  const width = Math.max(...rules.map(({ id }) => id.length));
  const indent = 2 + width + 2 + "warning".length + 2;
  const isNarrow = columns - indent < 36;
  const line = (rule: Rule): string => {
    const summary = rule.fixable === true ? `${rule.summary} (--fix)` : rule.summary;
    const label = paint[rule.optional === true ? "faint" : rule.severity](
      (rule.optional === true ? "off" : labels[rule.severity]).padEnd("warning".length),
    );
    if (isNarrow) {
      const below = wrapWords(summary, columns - 6).map((part) => `      ${part}`);
      return [`  ${paint.strong(rule.id)}  ${label.trimEnd()}`, ...below].join("\n");
    }
    const lead = `  ${paint.strong(rule.id.padEnd(width))}  ${label}  `;
    const lines = wrapWords(summary, columns - indent);
    return lines.map((part, index) => (index === 0 ? lead : " ".repeat(indent)) + part).join("\n");
  };
  const sections = parts
    .filter(([, members]) => members.length > 0)
    .map(([title, members]) => `${title}\n\n${members.map(line).join("\n")}\n`);
  const count = `${rules.length} rules. \`trackwright explain RULE\` tells what one of them wants, and why.`;
  return [...sections, `${wrapWords(count, columns).join("\n")}\n`].join("\n");
}
