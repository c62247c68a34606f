// What there is to say about a rule, in sections: docs/rules/*.md and `trackwright explain` are printed from it.
import type { Mirror, Severity } from "../diagnostics/diagnostic.js";
import { type ExampleReader, exampleFindings } from "./examples.js";
import type { Example, OptionValue, Rule } from "./rule.js";
import { optionText } from "./settings.js";

/** A part of a page. Paragraphs are Markdown without blank lines; a table's first row is its head. */
export type Block =
  | { readonly kind: "paragraph"; readonly text: string }
  | {
      readonly kind: "code";
      readonly language: "yaml" | "json" | "liquid" | "text" | "ts" | "js";
      readonly text: string;
      readonly title?: string;
    }
  | { readonly kind: "table"; readonly rows: readonly (readonly string[])[] };

export type Section = { readonly title: string; readonly blocks: readonly Block[] };

export type RulePage = {
  readonly id: string;
  readonly summary: string;
  readonly mirror: Mirror;
  readonly severity: Severity;
  /** True for a rule that is off until the plan gives it a severity. */
  readonly optional: boolean;
  readonly fixable: boolean;
  readonly sections: readonly Section[];
};

/** `read` reads the mirror that the rule is about, for what the linter says about the bad example. */
export function rulePage(rule: Rule, read?: ExampleReader): RulePage {
  return {
    id: rule.id,
    summary: rule.summary,
    mirror: rule.mirror,
    severity: rule.severity,
    optional: rule.optional === true,
    fixable: rule.fixable === true,
    sections: [
      { title: "What it costs", blocks: [{ kind: "paragraph", text: rule.why }] },
      { title: "Bad", blocks: [...exampleBlocks(rule.examples.bad), ...saidBlocks(rule, read)] },
      { title: "Good", blocks: exampleBlocks(rule.examples.good) },
      {
        title: "How to mend it",
        blocks: [
          { kind: "paragraph", text: rule.fix },
          ...(rule.fixable === true
            ? [
                paragraph(
                  `\`trackwright lint --fix\` does what is safe of it, and \`--fix --unsafe ${rule.id}\` the rest; \`--dry-run\` shows what would change.`,
                ),
              ]
            : []),
        ],
      },
      ...optionSections(rule),
      { title: "To live with it", blocks: exceptionBlocks(rule) },
    ],
  };
}

function paragraph(text: string): Block {
  return { kind: "paragraph", text };
}

function yaml(text: string, title?: string): Extract<Block, { readonly kind: "code" }> {
  return {
    kind: "code",
    language: "yaml",
    text: text.replace(/^\n+|\s+$/g, ""),
    ...(title !== undefined && { title }),
  };
}

function block(path: string, text: string): Block {
  return { ...yaml(text, path), language: languageOf(path) };
}

function exampleBlocks(example: Example): readonly Block[] {
  if (typeof example === "string") return [yaml(example)];
  if ("plan" in example) return [yaml(example.plan, "plan.yaml")];
  if ("was" in example) return [yaml(example.was, "before"), yaml(example.is, "after")];
  if ("told" in example) return [paragraph(example.told)];
  if ("beside" in example) {
    const code = Object.entries(example.beside).map(([path, text]) => block(path, text));
    return [yaml(example.body, "plan.yaml"), ...code];
  }
  return Object.entries(example.files).map(([path, text]) => block(path, text));
}

function languageOf(path: string): Extract<Block, { readonly kind: "code" }>["language"] {
  if (/\.ya?ml$/.test(path)) return "yaml";
  if (path.endsWith(".json")) return "json";
  if (path.endsWith(".liquid")) return "liquid";
  return /\.[cm]?tsx?$/.test(path) ? "ts" : "js";
}

/** What the linter says about the bad example. */
function saidBlocks(rule: Rule, read: ExampleReader | undefined): readonly Block[] {
  const said = exampleFindings(rule.id, rule.examples.bad, read).map(({ severity, message, help }) =>
    [`${severity}: ${message}`, ...(help === undefined ? [] : [`  ${help}`])].join("\n"),
  );
  return said.length === 0 ? [] : [{ kind: "code", language: "text", text: said.join("\n") }];
}

function optionSections(rule: Rule): readonly Section[] {
  const options = Object.entries(rule.options ?? {});
  if (options.length === 0) return [];
  const rows = options.map(([name, option]) => [
    `\`${name}\``,
    option.description,
    optionText(option),
    `\`${valueText(option.type, option.default)}\``,
  ]);
  const written = options.map(([name, option]) => `    ${name}: ${valueText(option.type, option.default)}`);
  return [
    {
      title: "Options",
      blocks: [
        { kind: "table", rows: [["option", "what it does", "takes", "default"], ...rows] },
        yaml(`rules:\n  ${rule.id}:\n    severity: ${rule.severity}\n${written.join("\n")}`, "plan.yaml"),
      ],
    },
  ];
}

/** An option's value as it is written in YAML. */
export function valueText(type: string, value: OptionValue): string {
  if (type === "seconds" && typeof value === "number") return durationText(value);
  if (typeof value !== "object") return String(value);
  return `[${value.map((one) => (/^[\w.-]+$/.test(one) ? one : JSON.stringify(one))).join(", ")}]`;
}

function durationText(seconds: number): string {
  for (const [unit, size] of [
    ["w", 604_800],
    ["d", 86_400],
    ["h", 3_600],
    ["m", 60],
  ] as const) {
    if (seconds >= size && seconds % size === 0) return `${seconds / size}${unit}`;
  }
  return `${seconds}s`;
}

function exceptionBlocks(rule: Rule): readonly Block[] {
  if (rule.fixed === true) {
    return [
      paragraph(
        "This is always an error. What it flags is missing from the plan that is checked and compiled, so no setting, comment or baseline takes it away.",
      ),
    ];
  }
  if (rule.mirror === "base") {
    return [
      paragraph(
        "Agree on it in the plan, with a reason and whoever agreed. It counts once, for this change:",
      ),
      yaml(
        "breaks:\n  - event: Order Completed\n    property: coupon\n    reason: why it is worth it\n    owner: checkout",
        "plan.yaml",
      ),
      paragraph("Or change the rule's severity, or switch it off, for the whole plan:"),
      yaml(`rules:\n  ${rule.id}: off`, "plan.yaml"),
    ];
  }
  if (rule.mirror === "code") return codeExceptionBlocks(rule);
  // A comment can't set aside what is said about comments, or about files that are not the plan's.
  if ((rule.mirror !== "plan" && rule.mirror !== "consumers") || rule.reportedBy === "engine") {
    return [
      paragraph("Change its severity, or switch it off, for the whole plan:"),
      yaml(`rules:\n  ${rule.id}: off`, "plan.yaml"),
    ];
  }
  return [
    paragraph(
      `Where there is a reason, say it ${
        rule.mirror === "consumers" ? "in the plan, " : ""
      }above the entry or at the end of the line. The comment may end on a day:`,
    ),
    yaml(
      `# trackwright-ignore ${rule.id}: why it is right here\n# trackwright-ignore ${rule.id} until 2027-01-31: what will be done by then`,
    ),
    ...(rule.mirror === "consumers"
      ? [paragraph("Templates and files that were pulled have no place for such a comment.")]
      : []),
    paragraph("For the whole plan, change its severity to `error`, `warning`, `info` or `off`:"),
    yaml(`rules:\n  ${rule.id}: off`, "plan.yaml"),
  ];
}

function codeExceptionBlocks(rule: Rule): readonly Block[] {
  // What no code does is told of the plan, and set aside there.
  const inPlan = rule.needs !== undefined;
  const comments = [
    `${rule.id}: why it is right here`,
    `${rule.id} until 2027-01-31: what will be done by then`,
  ];
  return [
    paragraph(
      `Where there is a reason, say it above the ${inPlan ? "entry in the plan" : "line"}. The comment may end on a day:`,
    ),
    inPlan
      ? yaml(comments.map((text) => `# trackwright-ignore ${text}`).join("\n"))
      : {
          kind: "code",
          language: "ts",
          text: comments.map((text) => `// trackwright-ignore-next-line ${text}`).join("\n"),
        },
    paragraph("For the whole plan, change its severity to `error`, `warning`, `info` or `off`:"),
    yaml(`rules:\n  ${rule.id}: ${rule.optional === true ? rule.severity : "off"}`, "plan.yaml"),
  ];
}
