// What an entry of `breaks` covers: the thing that it names, and what is inside of it.
import { expect, test } from "vitest";
import { comparePlans } from "../../src/compare/compare-plans.js";
import { loadPlanFiles } from "../../src/plan/load.js";
import type { Plan } from "../../src/plan/plan.js";

function load(text: string): Plan {
  const { value, diagnostics } = loadPlanFiles("tracking-plan", [
    { path: "tracking-plan/plan.yaml", bytes: Buffer.from(`trackwright: 1\nname: shop\n${text}`) },
  ]);
  expect(diagnostics).toEqual([]);
  if (value === undefined) throw new Error("no plan");
  return value;
}

const was = `
identity: { primary: id, also: [email] }
sources: { web: { kind: browser } }
types:
  Money: { type: number, maximum: 9 }
  Line: { properties: { sku: string, price: Money } }
events:
  Ordered: { properties: { id: string, lines: "Line[]", total: Money } }
  Paid Order: { properties: { id: string } }
people: { attributes: { tier: string, home: { properties: { city: string } } } }
objects: { Account: { id: account_id, attributes: { plan: string }, relationship: { role: string } } }
consumers: { Receipt: { kind: transactional, trigger: { api: { properties: { total: number } } } } }
generate: { typescript: out }
`;
const is = `
identity: { primary: email }
types:
  Money: { type: string }
  Line: { properties: { sku: integer, price: Money } }
events:
  Ordered: { open: false, properties: { id: integer, lines: "Line[]", total: Money } }
  Order Paid: { properties: { id: integer } }
people: { attributes: { tier: integer, home: { properties: { city: integer } } } }
objects: { Account: { id: account_id, attributes: { plan: integer }, relationship: { role: integer } } }
consumers: { Receipt: { kind: transactional, trigger: { api: { properties: { total: string } } } } }
generate: { typescript: in }
`;

/** What an entry covers, as the places of the changes that it agrees on. */
function covered(entry: string): readonly string[] {
  const after = load(`breaks:\n  - { ${entry}, reason: So it is., owner: web }\n${is}`);
  const { changes, agreements } = comparePlans(load(was), after);
  expect(agreements).toHaveLength(1);
  const agreed = changes.filter((change) => change.agreed !== undefined);
  expect(agreements[0]?.used).toBe(agreed.length > 0);
  return agreed.map((change) =>
    change.subject === "property" ? `${change.holder.kind} ${change.path.join(".")}` : change.kind,
  );
}

test.each([
  ["event: Ordered", []],
  ["event: Ordered, property: id", ["event id"]],
  ["event: Ordered, property: lines", ["event lines.[].price", "event lines.[].sku"]],
  ["event: Ordered, property: 'lines[].price'", ["event lines.[].price"]],
  ["event: Ordered, property: line", []],
  ["event: Order Paid", ["event-renamed"]],
  ["event: Paid Order", ["event-renamed"]],
  ["event: Paid Order, property: id", ["event id"]],
  ["type: Money", ["event lines.[].price", "event total"]],
  ["type: Line", ["event lines.[].sku"]],
  ["type: Line, property: sku", ["event lines.[].sku"]],
  ["type: Line, property: price", []],
  ["attribute: tier", ["person tier"]],
  ["attribute: home", ["person home.city"]],
  ["attribute: home.city", ["person home.city"]],
  ["object: Account", []],
  ["object: Account, attribute: plan", ["object plan"]],
  ["object: Account, relationship: role", ["relationship role"]],
  ["consumer: Receipt", ["trigger total"]],
  ["consumer: Receipt, property: total", ["trigger total"]],
  ["source: web", ["source-removed"]],
  ["target: typescript", ["target-moved"]],
  ["identity: primary", ["identity-primary-changed"]],
  ["identity: also", ["identity-identifier-removed"]],
  ["identity: merge", []],
])("{ %s }", (entry, places) => {
  expect(covered(entry)).toEqual(places);
});

test("an entry that the base has was for an earlier change", () => {
  const entry = "breaks:\n  - { event: Ordered, property: id, reason: So it is., owner: web }\n";
  const { changes, agreements } = comparePlans(load(entry + was), load(entry + is));
  expect([agreements, changes.filter(({ agreed }) => agreed !== undefined)]).toEqual([[], []]);
  const again = entry.replace("So it is.", "Once more.");
  expect(comparePlans(load(entry + was), load(again + is)).agreements).toMatchObject([{ used: true }]);
});
