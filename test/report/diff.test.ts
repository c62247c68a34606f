// The reports of `trackwright diff`, byte for byte, on two plans with one of nearly everything between them.
// test/goldens/diff holds the texts.
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { lexer, type Tokens } from "marked";
import { describe, expect, test } from "vitest";
import { comparePlans } from "../../src/compare/compare-plans.js";
import { loadPlanFiles } from "../../src/plan/load.js";
import type { DiffReport } from "../../src/report/diff.js";
import { diffJson } from "../../src/report/diff-json.js";
import { diffMarkdown } from "../../src/report/diff-markdown.js";
import { diffText } from "../../src/report/diff-text.js";
import { Sources } from "../../src/report/findings.js";
import { plainPaint } from "../../src/report/paint.js";
import { expectGoldens } from "../support/goldens.js";

const text = (name: string): string =>
  readFileSync(new URL(`diff-plans/${name}.yaml`, import.meta.url), "utf8");

function reportOn(before: string, after: string): DiffReport {
  const [a, b] = [before, after].map((content) =>
    loadPlanFiles("tracking-plan", [{ path: "tracking-plan/plan.yaml", bytes: Buffer.from(content) }]),
  );
  if (a?.value === undefined || b?.value === undefined) throw new Error("a plan can't be read");
  const sources = (content: string) => new Sources(new Map([["tracking-plan/plan.yaml", content]]));
  return {
    version: "0.0.0",
    plan: b.value.name.value,
    from: "origin/main",
    to: "the working tree",
    comparison: comparePlans(a.value, b.value),
    before: sources(before),
    after: sources(after),
    isNew: false,
    unread: a.diagnostics.map((diagnostic) => ({ side: "from" as const, diagnostic })),
  };
}

const layout = { paint: plainPaint, columns: 80 };

test("each format says the same changes in its own way", () => {
  const report = reportOn(text("before"), text("after"));
  expectGoldens("diff", [
    { path: "text.txt", content: diffText(report, layout) },
    { path: "markdown.md", content: diffMarkdown(report) },
    { path: "json.json", content: diffJson(report) },
  ]);
});

test("two plans that say the same", () => {
  const report = reportOn(text("before"), text("before"));
  expectGoldens("diff-clean", [
    { path: "text.txt", content: diffText(report, layout) },
    { path: "markdown.md", content: diffMarkdown(report) },
    { path: "json.json", content: diffJson(report) },
  ]);
});

test("no line of the text is wider than asked for", () => {
  const lines = diffText(reportOn(text("before"), text("after")), layout).split("\n");
  expect(lines.filter((line) => line.length > 80)).toEqual([]);
});

describe("a comment", () => {
  test("holds any name without losing a cell of its tables", () => {
    const name = fc
      .string({ unit: "binary", minLength: 1, maxLength: 40 })
      .filter((one) => one.trim() === one && one !== "");
    const hostile = fc.oneof(
      name,
      fc.constantFrom("a | b", "-->", "<b>", "`x`", "@team", "x\\|y", "[a](b)", "</details>", "<!--"),
    );
    fc.assert(
      fc.property(hostile, hostile, (event, consumer) => {
        const plan = (type: string) =>
          `trackwright: 1\nname: shop\nevents:\n  ${JSON.stringify(event)}:\n    properties:\n      a: ${type}\nconsumers:\n  ${JSON.stringify(consumer)}: { kind: campaign, owner: "o|o", trigger: ${JSON.stringify(event)}, conditions: ["event.a = 1"] }\n`;
        const report = reportOn(plan("integer"), plan("string"));
        // Some of these are no names.
        fc.pre(report.unread.length === 0);
        const markdown = diffMarkdown(report);
        const tables = lexer(markdown).filter((token): token is Tokens.Table => token.type === "table");
        expect(tables.map(({ header, rows }) => [header.length, rows.length])).toEqual([
          [4, 1],
          [3, 1],
        ]);
        expect(markdown.split("\n").slice(0, 2)).toEqual([
          "<!-- trackwright-diff -->",
          "<!-- plan: shop -->",
        ]);
      }),
      { numRuns: Number(process.env.PROPERTY_RUNS ?? 1) * 60 },
    );
  });
});
