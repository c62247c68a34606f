// The manual of the rules as Markdown files: a page a rule and the catalogue. `npm run docs:rules` writes them.
import { compareText, type Mirror } from "../diagnostics/diagnostic.js";
import type { ExampleReader } from "./examples.js";
import { rules as allRules } from "./registry.js";
import type { Rule } from "./rule.js";
import { type Block, type RulePage, rulePage } from "./rule-page.js";

const mirrorTexts: { readonly [mirror in Mirror]: string } = {
  plan: "the plan",
  generated: "the generated files",
  base: "the plan as it was",
  code: "the code",
  consumers: "what listens",
};

/** Every file of docs/rules, by name. */
export function ruleDocs(
  read: ExampleReader,
  rules: readonly Rule[] = allRules,
): ReadonlyMap<string, string> {
  const pages = rules.map((rule) => [`${rule.id}.md`, pageText(rulePage(rule, read))] as const);
  return new Map([["README.md", catalogueText(rules)] as const, ...pages]);
}

export function pageText(page: RulePage): string {
  const { id, summary, mirror, severity, optional, fixable } = page;
  const byDefault = optional ? "off" : severity;
  return `${[
    `# ${id}`,
    `${summary}.`,
    `Checks ${mirrorTexts[mirror]} · ${byDefault} by default${fixable ? " · mended by `--fix`" : ""}`,
    ...page.sections.flatMap((section) => [`## ${section.title}`, ...section.blocks.map(blockText)]),
    "---",
    "[All rules](README.md)",
  ].join("\n\n")}\n`;
}

function blockText(block: Block): string {
  switch (block.kind) {
    case "paragraph":
      return block.text;
    case "code": {
      // A fence longer than any in the text, so that none ends it.
      const fence = "`".repeat(
        Math.max(3, ...[...block.text.matchAll(/`+/g)].map(([ticks]) => ticks.length + 1)),
      );
      const title = block.title === undefined ? "" : `\`${block.title}\`:\n\n`;
      return `${title}${fence}${block.language}\n${block.text}\n${fence}`;
    }
    case "table":
      return tableText(block.rows);
  }
}

function tableText([head = [], ...rows]: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), `|${head.map(() => "---|").join("")}`, ...rows.map(line)].join("\n");
}

/** How to live with findings, for all rules alike. */
const exceptions: readonly string[] = [
  "## To live with a finding",
  "Mending it is best. Where there is a reason not to, there are three ways, from the narrowest to the widest.",
  "**A comment** sets findings of one rule aside, and says why. Above an entry it covers that whole entry, at the end of a line the findings on that line; `trackwright-ignore-file` covers its file. `until` lets it end: from the day after, the finding is back, with a reminder.",
  [
    "```yaml",
    "events:",
    "  # trackwright-ignore event-name-casing: the app in the stores sends it like this",
    "  order_completed:",
    "    description: An order is paid.",
    "  cart_viewed: # trackwright-ignore event-name-casing until 2027-01-31: goes with app 5.0",
    "    description: The cart is open.",
    "```",
  ].join("\n"),
  "In code, the comment stands above the line: `// trackwright-ignore-next-line RULE: reason` ([more](../code.md#setting-findings-aside)).",
  "A comment that is not needed, names no rule, gives no reason or is past its day is a finding itself.",
  "**A setting** in plan.yaml changes the severity of a rule for the whole plan (`error`, `warning`, `info` or `off`), and its options:",
  [
    "```yaml",
    "rules:",
    "  event-name-casing: warning",
    "  missing-description: { severity: error, of: [events, properties] }",
    "```",
  ].join("\n"),
  "**A baseline** holds all findings of today, so that only new ones are reported: `trackwright lint --baseline FILE --update-baseline` writes it, `trackwright lint --baseline FILE` uses it.",
  "What keeps a plan from being read or compiled is always an error. None of the three takes it away.",
];

export function catalogueText(rules: readonly Rule[]): string {
  const mirrors: readonly Mirror[] = ["plan", "generated", "base", "code", "consumers"];
  const part = (title: string, members: readonly Rule[]): readonly string[] =>
    members.length === 0
      ? []
      : [
          `## ${title}`,
          tableText([
            ["rule", "what it finds", "severity", "`--fix`"],
            ...[...members]
              .sort((a, b) => compareText(a.id, b.id))
              .map((rule) => [
                `[${rule.id}](${rule.id}.md)`,
                rule.summary,
                rule.optional === true ? "off" : rule.severity,
                rule.fixable === true ? "yes" : "",
              ]),
          ]),
        ];
  return `${[
    "# Rules",
    "What `trackwright lint` finds. Each page says what a mistake costs, shows it and its remedy, and how to live with it where there is a reason. `trackwright explain RULE` prints the same in a terminal.",
    ...exceptions,
    ...mirrors.flatMap((mirror) => {
      const members = rules.filter((rule) => rule.mirror === mirror);
      const title = mirrorTexts[mirror].replace(/^./, (letter) => letter.toUpperCase());
      return [
        ...part(
          title,
          members.filter((rule) => rule.fixed !== true),
        ),
        ...part(
          `${title}, read by the loader and the targets`,
          members.filter((rule) => rule.fixed === true),
        ),
      ];
    }),
  ].join("\n\n")}\n`;
}
