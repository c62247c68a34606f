// A report with one of everything that reporters find hard.
import type { Diagnostic, Span } from "../../src/diagnostics/diagnostic.js";
import type { Report } from "../../src/report/report.js";

/** The span of a piece of text in a file: its first occurrence, or the one after `after`. */
export function spanOf(texts: ReadonlyMap<string, string>, file: string, piece: string, after = ""): Span {
  const text = texts.get(file) ?? "";
  const from = after === "" ? 0 : text.indexOf(after) + after.length;
  const start = text.indexOf(piece, from);
  if (start < from) throw new Error(`"${piece}" is not in ${file} after "${after}"`);
  return { file, start, end: start + piece.length };
}

export function finding(
  rule: string,
  span: Span,
  message: string,
  more: Partial<Diagnostic> = {},
): Diagnostic {
  return { rule, mirror: "plan", severity: "error", message, span, ...more };
}

export function report(
  texts: ReadonlyMap<string, string>,
  diagnostics: readonly Diagnostic[],
  more: Partial<Report> = {},
): Report {
  return {
    version: "0.1.0",
    diagnostics,
    texts,
    checked: { events: 2, planFiles: 3, consumers: 1, generatedFiles: 12 },
    prefix: "",
    suppressed: 0,
    baselined: 0,
    rules: new Map(),
    ...more,
  };
}

const orders = "tracking-plan/events/orders.yaml";
const wide = "tracking-plan/events/ワイド, 100%: x.yaml";
const types = "tracking-plan/types.yaml";

const texts = new Map([
  [
    orders,
    [
      "events:",
      "  Order Completed:",
      "    description: An order is paid.",
      "    properties:",
      "      order_id: Strng",
      "      total: Monney",
      "",
      "  Order Paid:",
      "    deprecated: { since: 2.0.0 }",
      "    properties:",
      "      order_id: string",
      "",
    ].join("\r\n"),
  ],
  [
    wide,
    [
      "events:",
      '  "日本語 イベント": { description: 五つの言葉, owner: ｶﾅ, sauce: web }',
      '  "👩‍👩‍👧 cafe\u0301 🇩🇪": { sauce: web }',
      "\t\ttabbed: { sauce: web }",
      `  Long: { description: ${"word ".repeat(60)}, sauce: web, more: ${"word ".repeat(60)}}`,
      '  "\u001b[31m evil \u202e name": {}',
      "",
    ].join("\n"),
  ],
  [types, "types:\n  Money: number\n"],
]);

const at = (file: string, piece: string, after = ""): Span => spanOf(texts, file, piece, after);
const sauce = (after: string): Diagnostic =>
  finding("unknown-key", at(wide, "sauce", after), 'There is no key "sauce". Did you mean "source"?', {
    help: "The keys of an event are listed in the manual.",
  });

/** Findings in files with CRLF, wide, combining and tabbed text, long lines, and names that attack formats. */
export const sample: Report = report(
  texts,
  [
    sauce("ワイド".length > 0 ? "owner: ｶﾅ, " : ""),
    sauce("🇩🇪"),
    sauce("tabbed"),
    sauce("Long"),
    finding("unknown-type", at(orders, "Monney"), '"Monney" is not a type. Did you mean "Money"?', {
      event: "Order Completed",
      property: "total",
      related: [{ message: '"Money" is declared here', span: at(types, "Money") }],
      help: "Declare the type under `types:`, or use one that exists.",
      fixes: [
        {
          title: 'rename to "Money"',
          safe: true,
          edits: [{ span: at(orders, "Monney"), text: "Money" }],
        },
      ],
    }),
    // The same finding twice is one finding.
    finding("unknown-type", at(orders, "Strng"), '"Strng" is not a type. Did you mean "string"?', {
      event: "Order Completed",
      property: "order_id",
    }),
    finding("unknown-type", at(orders, "Strng"), '"Strng" is not a type. Did you mean "string"?', {
      event: "Order Completed",
      property: "order_id",
    }),
    finding(
      "deprecated-without-replacement",
      { file: orders, start: at(orders, "Order Paid").start, end: at(orders, "string", "Order Paid").end },
      '"Order Paid" is deprecated, and nothing says what replaces it.',
      { severity: "warning", event: "Order Paid" },
    ),
    finding(
      "untrimmed-name",
      at(wide, '"\u001b[31m evil \u202e name"'),
      'The name "\u001b[31m evil \u202e name\n" holds <b>controls</b> & 100%, @everyone, ]]>, `ticks` #1.',
      { severity: "info" },
    ),
    finding(
      "generated-missing",
      { file: "generated/docs/a b.md", start: 0, end: 0 },
      '"generated/docs/a b.md" is missing: the target "markdown" generates it.',
      {
        mirror: "generated",
        help: "Run `trackwright build`.",
      },
    ),
  ],
  { rules: new Map([["unknown-type", { summary: "A type that is used and not declared." }]]) },
);
