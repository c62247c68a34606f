// Holds rules to test/cases/rules: each folder is named after a rule and holds a plan and the exact findings that it
// must give. `UPDATE_CASES=1 npx vitest run test/rules/cases.test.ts` writes the findings; read every changed line.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as liquid from "liquidjs";
import { describe, expect, test } from "vitest";
import { scanProject } from "../../src/code/scan.js";
import { scanConsumers } from "../../src/consumers/consumer-scan.js";
import { disk } from "../../src/output/file-system.js";
import { loadPlan } from "../../src/plan/load.js";
import type { Plan } from "../../src/plan/plan.js";
import { readTemplates } from "../../src/plan/templates.js";
import { baseFacts } from "../../src/rules/base-facts.js";
import { checkPlan } from "../../src/rules/check-plan.js";
import { rules, rulesById } from "../../src/rules/registry.js";
import { exampleDay } from "../../src/rules/rule.js";
import { linesOf } from "./example-plan.js";
import { isLeftOut } from "./left-out.js";

const tests = join(import.meta.dirname, "..");
const casesFolder = join(tests, "cases", "rules");

/** Every finding of a case, but for those about what small plans leave out. */
async function findings(id: string): Promise<readonly string[]> {
  const root = join(casesFolder, id);
  const { value: plan, diagnostics, files } = loadPlan({ root, folder: "tracking-plan" });
  if (plan === undefined) return linesOf(diagnostics, files);
  const rule = rulesById.get(id);
  const readsCode = rule?.mirror === "code" || rule?.alsoReads === "code";
  const code = readsCode ? await scanProject({ root, plan, given: true, suspects: true }) : undefined;
  const base = baseOf(id, plan);
  const templates = readTemplates(plan, root, disk);
  const checked = checkPlan(plan, {
    today: exampleDay,
    found: diagnostics,
    mirrors: [
      "plan",
      "consumers",
      ...(code === undefined ? [] : ["code" as const]),
      ...(base === undefined ? [] : ["base" as const]),
    ],
    facts: {
      consumers: scanConsumers(plan, templates, liquid),
      ...(code !== undefined && { code }),
      ...(base !== undefined && { base }),
    },
  });
  if (checked.crashes[0] !== undefined) throw checked.crashes[0].error;
  return linesOf(
    checked.diagnostics.filter(({ rule }) => rule === id || !isLeftOut(rule)),
    [
      ...files,
      ...templates.files.values(),
      ...[...(code?.texts ?? [])].map(([path, text]) => ({ path, text })),
    ],
  );
}

/** A case about what changed has the plan as it was in a folder of its own. */
function baseOf(id: string, plan: Plan): ReturnType<typeof baseFacts> | undefined {
  const root = join(casesFolder, id, "base");
  if (!existsSync(root)) return undefined;
  const { value, diagnostics } = loadPlan({ root, folder: "tracking-plan" });
  if (value === undefined) throw new Error(`the base of ${id} is no plan`);
  return baseFacts("main", { plan: value, diagnostics }, plan);
}

describe("the cases of the rules", () => {
  test.each(readdirSync(casesFolder).sort())("%s", async (id) => {
    expect(rulesById.has(id), "the folder is named after a rule").toBe(true);
    const found = await findings(id);
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
    expect(
      without.map(({ id }) => id),
      "rules without a folder in test/cases/rules",
    ).toEqual([]);
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
