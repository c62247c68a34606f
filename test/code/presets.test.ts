// Holds the table of libraries together: each is seen in a case, can be named in a plan, and is told of in the manual.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { presets } from "../../src/code/presets/index.js";
import { callPresets } from "../../src/plan/plan.js";

const root = join(import.meta.dirname, "..", "..");
const cases = join(root, "test", "cases", "code");

/** What sends nothing by itself: its calls go where the team sends them, and are held to the plan like the team's own. */
const passedOn = ["react-tracking"];

test("each library's calls are found in a case", () => {
  const found = readdirSync(cases)
    .map((name) => readFileSync(join(cases, name, "expected.txt"), "utf8"))
    .join("\n");
  const unseen = presets.filter(({ id }) => !new RegExp(`^\\S+ ${id} `, "m").test(found));
  expect(
    unseen.map(({ id }) => id),
    "write a call of it into test/cases/code/presets/src",
  ).toEqual([]);
});

test("each library can be named under `code.presets`, and the manual says so", () => {
  const unnamed = presets.filter(
    ({ id }) => !passedOn.includes(id) && !callPresets.some((one) => one === id),
  );
  expect(
    unnamed.map(({ id }) => id),
    "add it to `callPresets` in src/plan/plan.ts, and to src/rules/code-presets.ts unless it passes events on to Customer.io",
  ).toEqual([]);
  const manual = readFileSync(join(root, "docs", "plan-language.md"), "utf8");
  expect(callPresets.filter((name) => !manual.includes(`\`${name}\``))).toEqual([]);
});
