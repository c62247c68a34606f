// Holds the loader and the rules to what newcomers type: each mistake in test/cases/newcomers/mistakes.txt, made alone in
// the plan beside it, gives one finding. A mistake is a title, a file, the text that stands there (`-`) and what is typed
// in its place (`+`), and below it what is found: `UPDATE_CASES=1 npx vitest run test/rules/newcomers.test.ts` writes that.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as liquid from "liquidjs";
import { describe, expect, test } from "vitest";
import { scanConsumers } from "../../src/consumers/consumer-scan.js";
import { disk } from "../../src/output/file-system.js";
import { loadPlanFiles } from "../../src/plan/load.js";
import { readTemplates } from "../../src/plan/templates.js";
import { checkPlan } from "../../src/rules/check-plan.js";
import { exampleDay } from "../../src/rules/rule.js";
import { linesOf } from "./example-plan.js";

const folder = join(import.meta.dirname, "..", "cases", "newcomers");
const list = join(folder, "mistakes.txt");
const plan = new Map(
  readdirSync(join(folder, "tracking-plan")).map((name) => [
    name,
    readFileSync(join(folder, "tracking-plan", name), "utf8"),
  ]),
);

type Mistake = {
  readonly what: string;
  readonly file: string;
  readonly before: string;
  readonly after: string;
  readonly found: readonly string[];
};

function readMistake(block: string): Mistake {
  const [what = "", at = "", ...lines] = block.trimEnd().split("\n");
  const marked = (mark: string): readonly string[] =>
    lines.filter((line) => line.startsWith(mark)).map((line) => line.slice(1));
  return {
    what,
    file: at.slice(2),
    before: marked("-").join("\n"),
    after: marked("+").join("\n"),
    found: marked("="),
  };
}

/** The findings of the plan with one text in the place of another. */
function findings(file?: string, before = "", after = ""): readonly string[] {
  const files = [...plan].map(([name, text]) => {
    const at = name === file ? text.indexOf(before) : 0;
    if (at < 0) throw new Error(`"${name}" does not hold ${before}`);
    const typed = name === file ? text.slice(0, at) + after + text.slice(at + before.length) : text;
    return { path: `tracking-plan/${name}`, bytes: Buffer.from(typed) };
  });
  const loaded = loadPlanFiles("tracking-plan", files);
  if (loaded.value === undefined) return linesOf(loaded.diagnostics, loaded.files);
  const facts = { consumers: scanConsumers(loaded.value, readTemplates(loaded.value, folder, disk), liquid) };
  const { diagnostics, crashes } = checkPlan(loaded.value, {
    today: exampleDay,
    found: loaded.diagnostics,
    mirrors: ["plan", "consumers"],
    facts,
  });
  expect(crashes).toEqual([]);
  return linesOf(diagnostics, loaded.files);
}

const mistakes = readFileSync(list, "utf8")
  .split(/^## /m)
  .slice(1)
  .map((block) => readMistake(block));

describe("a newcomer's plan", () => {
  test("is clean without the mistakes", () => {
    expect(findings()).toEqual([]);
  });

  test("is tried with enough of them", () => {
    expect(new Set(mistakes.map(({ what }) => what)).size).toBeGreaterThan(200);
  });

  if (process.env.UPDATE_CASES === "1") {
    test("gets its findings written down", () => {
      const blocks = mistakes.map(({ what, file, before, after }) => {
        const lines = (text: string, mark: string): string => text.replace(/^/gm, mark);
        const found = findings(file, before, after);
        return `## ${what}\n@ ${file}\n${lines(before, "-")}\n${lines(after, "+")}\n${found.map((line) => `=${line}\n`).join("")}`;
      });
      writeFileSync(list, blocks.join("\n"));
    });
    return;
  }

  test.each(mistakes)("with $what gives one finding", ({ file, before, after, found }) => {
    expect(findings(file, before, after)).toEqual(found);
    expect(found).toHaveLength(1);
  });
});
