// Lines of a million characters, and files of nothing but brackets: each ends in a finding, in time linear in its size.
// What takes quadratic time here does not end within the time of a test.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { loadPlan } from "../../src/plan/load.js";
import { findPlan, UnreadablePlanError } from "../../src/plan/locate.js";

const root = mkdtempSync(join(tmpdir(), "trackwright-hostile-"));
afterAll(() => rmSync(root, { recursive: true }));

const long = 1_000_000;

function rulesOf(text: string, above = ""): readonly string[] {
  const folder = join(root, "tracking-plan");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  writeFileSync(join(folder, "plan.yaml"), `${above}trackwright: 1\nname: acme-store\n${text}`);
  return loadPlan({ root, folder: "tracking-plan" }).diagnostics.map(({ rule }) => rule);
}

describe("a line of a million characters", () => {
  test.each([
    [
      "in quotes that are not closed",
      `types:\n  A: { type: string, description: "\n${"b".repeat(long)}\n" }\n`,
    ],
    ["of spaces in such quotes", `types:\n  A: { type: string, description: "\n${" ".repeat(long)}x\n" }\n`],
    ["that is a key", `events:\n  ${"a".repeat(long)}: { owner: ] }\n`],
  ])("%s", (_, text) => {
    expect(rulesOf(text)).toContain("yaml-syntax");
  });

  test("that is a type", () => {
    expect(rulesOf(`types:\n  A: ${"(".repeat(long)}\n`)).toEqual(["invalid-type"]);
  });
});

test("a type of a hundred thousand members", () => {
  expect(rulesOf(`types:\n  A: ${"a|".repeat(100_000)}\n`)).toEqual(["invalid-type"]);
  expect(rulesOf(`types:\n  A: enum(${"x,".repeat(100_000)}x)\n`)).toEqual(["invalid-type"]);
});

test("keys inside of keys, which would abort the process", () => {
  expect(rulesOf('"a": '.repeat(20_000))).toEqual(["input-too-large"]);
  expect(rulesOf(`events:\n  A: { description: ${"- a: ".repeat(20_000)} }\n`)).toContain("input-too-large");
});

test("empty lines of Windows above a plan that takes the slow reader", () => {
  expect(rulesOf('description: "a\\tb"\n%\n', "\r\n".repeat(50_000))).toEqual(["yaml-syntax"]);
});

test("a file of nothing but brackets", () => {
  expect(rulesOf(`types:\n  A: ${"}".repeat(20_000)}\n`)).toEqual(["yaml-syntax"]);
});

test("a file in the place of the plan's folder is no plan", () => {
  // Not below the root, where the tests above leave a plan that would be found.
  const project = mkdtempSync(join(tmpdir(), "trackwright-no-folder-"));
  writeFileSync(join(project, "tracking-plan"), "x");
  expect(findPlan(project)).toBeUndefined();
  expect(() => findPlan(project, "tracking-plan/deeper")).toThrow(UnreadablePlanError);
  rmSync(project, { recursive: true });
});
