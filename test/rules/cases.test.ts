// Holds rules to test/cases/rules: each folder is named after a rule and holds a plan and the exact findings that it
// must give. `UPDATE_CASES=1 npx vitest run test/rules/cases.test.ts` writes the findings; read every changed line.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as liquid from "liquidjs";
import { describe, expect, test } from "vitest";
import { scanConsumers } from "../../src/consumers/consumer-scan.js";
import { disk } from "../../src/output/file-system.js";
import { loadPlan } from "../../src/plan/load.js";
import { readTemplates } from "../../src/plan/templates.js";
import { checkPlan } from "../../src/rules/check-plan.js";
import { rules, rulesById } from "../../src/rules/registry.js";
import { exampleDay } from "../../src/rules/rule.js";
import { linesOf } from "./example-plan.js";
import { isLeftOut } from "./left-out.js";

const tests = join(import.meta.dirname, "..");
const casesFolder = join(tests, "cases", "rules");

/** Every finding of a case, but for those about what small plans leave out. */
function findings(id: string): readonly string[] {
  const {
    value: plan,
    diagnostics,
    files,
  } = loadPlan({ root: join(casesFolder, id), folder: "tracking-plan" });
  if (plan === undefined) return linesOf(diagnostics, files);
  const templates = readTemplates(plan, join(casesFolder, id), disk);
  const checked = checkPlan(plan, {
    today: exampleDay,
    found: diagnostics,
    mirrors: ["plan", "consumers"],
    facts: { consumers: scanConsumers(plan, templates, liquid) },
  });
  if (checked.crashes[0] !== undefined) throw checked.crashes[0].error;
  return linesOf(
    checked.diagnostics.filter(({ rule }) => rule === id || !isLeftOut(rule)),
    [...files, ...templates.files.values()],
  );
}

describe("the cases of the rules", () => {
  test.each(readdirSync(casesFolder).sort())("%s", (id) => {
    expect(rulesById.has(id), "the folder is named after a rule").toBe(true);
    const found = findings(id);
    const file = join(casesFolder, id, "expected.txt");
    if (process.env.UPDATE_CASES === "1") {
      writeFileSync(file, found.map((line) => `${line}\n`).join(""));
      return;
    }
    expect(found).toEqual(readFileSync(file, "utf8").split("\n").filter(Boolean));
    expect(found.join("\n"), "the case is about its rule").toContain(` ${id} `);
  });

  test("there is one for each rule with a check", () => {
    const without = rules.filter(
      ({ id, check }) => check !== undefined && !existsSync(join(casesFolder, id)),
    );
    expect(without.map(({ id }) => id)).toEqual([]);
  });

  test("every other rule is found by a test of the stage that reports it", () => {
    const texts = readdirSync(tests, { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith(".test.ts") || path.endsWith("expected.txt"))
      .filter((path) => path !== join("rules", "registry.test.ts"))
      .map((path) => readFileSync(join(tests, path), "utf8"));
    const untested = rules.filter(
      ({ id, check }) => check === undefined && !texts.some((text) => new RegExp(`\\b${id}\\b`).test(text)),
    );
    expect(untested.map(({ id }) => id)).toEqual([]);
  });
});
