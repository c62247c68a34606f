// Breaks each template of the store's plan in one way that happens, and holds the rules to one finding about it.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import * as liquid from "liquidjs";
import { describe, expect, test } from "vitest";
import { scanConsumers } from "../../src/consumers/consumer-scan.js";
import { disk } from "../../src/output/file-system.js";
import { loadPlan } from "../../src/plan/load.js";
import { readTemplates, type Templates } from "../../src/plan/templates.js";
import { checkPlan } from "../../src/rules/check-plan.js";
import { exampleDay } from "../../src/rules/rule.js";
import { twins } from "./broken-twins.js";

const store = join(import.meta.dirname, "..", "..");
const { value: plan } = loadPlan({ root: store, folder: "tracking-plan" });
if (plan === undefined) throw new Error("the store's plan can be read");
const shipped = readTemplates(plan, store, disk);

/** `rule: flagged text` of each finding about consumers, where one template holds another text. */
function told(path: string, text: string): readonly string[] {
  if (plan === undefined) return [];
  const files = new Map(shipped.files).set(path, { path, text });
  const templates: Templates = { ...shipped, files };
  const { diagnostics, crashes } = checkPlan(plan, {
    today: exampleDay,
    mirrors: ["consumers"],
    facts: { consumers: scanConsumers(plan, templates, liquid) },
  });
  expect(crashes).toEqual([]);
  return diagnostics.map(
    ({ rule, span }) => `${rule}: ${files.get(span.file)?.text.slice(span.start, span.end)}`,
  );
}

describe("the store's templates", () => {
  test("are a dozen and more, and right", () => {
    expect(shipped.files.size).toBeGreaterThanOrEqual(12);
    expect(told("none", "")).toEqual([]);
  });

  test.each(twins.map((twin) => [twin.name, twin] as const))(
    "%s, broken, gives one finding",
    (name, twin) => {
      const path = `tracking-plan/templates/${name}.liquid`;
      const parts = shipped.files.get(path)?.text.split(twin.find) ?? [];
      expect(parts.length, `times that ${path} holds ${twin.find}`).toBe(2);
      expect(told(path, parts.join(twin.text))).toEqual([`${twin.rule}: ${twin.at}`]);
    },
  );

  test("have a broken twin each", () => {
    const names = readdirSync(join(store, "tracking-plan", "templates")).map((file) =>
      file.replace(".liquid", ""),
    );
    expect(twins.map(({ name }) => name)).toEqual(names.sort());
  });
});
