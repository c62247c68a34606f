// What is the same to the letter is skipped: the changes are those of a comparison that looks at everything.
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { comparePlans } from "../../src/compare/compare-plans.js";
import { loadPlan, loadPlanFiles } from "../../src/plan/load.js";
import type { Plan } from "../../src/plan/plan.js";
import { Sharing } from "../../src/plan/sharing.js";

const cases = join(import.meta.dirname, "..", "cases", "rules");
const compared = readdirSync(cases).filter((id) => existsSync(join(cases, id, "base")));

function load(root: string): Plan {
  const { value } = loadPlan({ root, folder: "tracking-plan" });
  if (value === undefined) throw new Error(`no plan in ${root}`);
  return value;
}

test.each(compared)("the plans of %s", (id) => {
  const [before, after] = [load(join(cases, id, "base")), load(join(cases, id))];
  const all = comparePlans({ ...before, files: [] }, { ...after, files: [] });
  expect(comparePlans(before, after)).toEqual(all);
});

const head = "trackwright: 1\nname: acme-store\nversion: 1.0.0\n";
const event = "  Paid: { include: [Cart], properties: { total: number, card: Card } }\n";

test.each([
  [
    "a group",
    "groups: { Cart: { properties: { id: string } } }",
    "groups: { Cart: { properties: { id: uuid } } }",
  ],
  ["a type", 'types: { Card: "enum(visa)" }', 'types: { Card: "enum(visa, amex)" }'],
  ["the identity", "identity: { primary: id }", "identity: { primary: email }"],
])("an event whose text is the same changes with %s", (_, was, is) => {
  const parts = [
    "groups: { Cart: { properties: { id: string } } }",
    'types: { Card: "enum(visa)" }',
    "identity: { primary: id }",
  ];
  const others = parts.filter((part) => part !== was).join("\n");
  const sharing = new Sharing();
  const [before, after] = [was, is].map((part) => {
    const text = `${head}${others}\n${part}\nevents:\n${event}`;
    const files = [{ path: "tracking-plan/plan.yaml", bytes: new TextEncoder().encode(text) }];
    return loadPlanFiles("tracking-plan", files, [], sharing).value;
  });
  if (before === undefined || after === undefined) throw new Error("no plan");
  expect(comparePlans(before, after).changes.length).toBeGreaterThan(0);
  expect(comparePlans(before, after)).toEqual(
    comparePlans({ ...before, files: [] }, { ...after, files: [] }),
  );
});
