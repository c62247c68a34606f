// Breaks each consumer of the store's plan in one way that happens, and holds the rules to one finding about it.
import { join } from "node:path";
import * as liquid from "liquidjs";
import { describe, expect, test } from "vitest";
import { scanConsumers } from "../../src/consumers/consumer-scan.js";
import { disk } from "../../src/output/file-system.js";
import { loadPlan, loadPlanFiles } from "../../src/plan/load.js";
import { readTemplates } from "../../src/plan/templates.js";
import { checkPlan } from "../../src/rules/check-plan.js";
import { exampleDay } from "../../src/rules/rule.js";
import { consumerTwins } from "./broken-consumers.js";

const store = join(import.meta.dirname, "..", "..");
const { value: whole, files } = loadPlan({ root: store, folder: "tracking-plan" });
if (whole === undefined) throw new Error("the store's plan can be read");

/** `rule: flagged text` of each finding, where one file of the plan holds another text. */
function told(path: string, text: string): readonly string[] {
  const contents = files.map((file) => ({
    path: file.path,
    bytes: new TextEncoder().encode(file.path === path ? text : file.text),
  }));
  const { value: plan, diagnostics: found, files: read } = loadPlanFiles("tracking-plan", contents);
  if (plan === undefined) throw new Error("no plan");
  const templates = readTemplates(plan, store, disk);
  const { diagnostics, crashes } = checkPlan(plan, {
    today: exampleDay,
    found,
    mirrors: ["plan", "consumers"],
    facts: { consumers: scanConsumers(plan, templates, liquid) },
  });
  expect(crashes).toEqual([]);
  const texts = new Map([...read, ...templates.files.values()].map((file) => [file.path, file.text]));
  return diagnostics.map(({ rule, span }) => `${rule}: ${texts.get(span.file)?.slice(span.start, span.end)}`);
}

describe("the store's consumers", () => {
  test("are a dozen and more, and right", () => {
    expect(whole.consumers.length).toBeGreaterThanOrEqual(12);
    expect(told("none", "")).toEqual([]);
  });

  test("have a broken twin each", () => {
    expect(consumerTwins.map(({ name }) => name)).toEqual(whole.consumers.map(({ name }) => name.value));
  });

  test.each(consumerTwins.map((twin) => [twin.name, twin] as const))(
    "%s, broken, gives one finding",
    (name, twin) => {
      const consumer = whole.consumers.find((one) => one.name.value === name);
      const file = files.find(({ path }) => path === consumer?.span.file);
      if (consumer === undefined || file === undefined) throw new Error("no such consumer");
      const { start, end } = consumer.span;
      const parts = file.text.slice(start, end).split(twin.find);
      expect(parts.length, `times that "${name}" says ${twin.find}`).toBe(2);
      const text = `${file.text.slice(0, start)}${parts.join(twin.text)}${file.text.slice(end)}`;
      expect(told(file.path, text)).toEqual([`${twin.rule}: ${twin.at}`]);
    },
  );
});
