// The table of changes: every kind has its opposite, and comparing the other way round gives it.
import { describe, expect, test } from "vitest";
import type { Change } from "../../src/compare/change.js";
import { comparePlans } from "../../src/compare/compare-plans.js";
import { otherKinds } from "../../src/compare/kinds.js";
import { aspects } from "../../src/compare/property-kinds.js";
import type { Plan } from "../../src/plan/plan.js";
import { event, located, namedType, plan, property, type } from "../support/plan-builder.js";

const kinds = (before: Plan, after: Plan): readonly string[] =>
  comparePlans(before, after).changes.map(({ kind }) => kind);
const oppositeOf = ({ kind, ...change }: Change): string => {
  if (change.subject !== "property") return otherKinds[kind as keyof typeof otherKinds].opposite;
  return `${kind.split("-")[0]}-${aspects[change.aspect].opposite}`;
};
const withProperty = (...properties: Parameters<typeof event>[1] & {}): Plan =>
  plan({ events: [event("Order Completed", properties)] });

const pairs: readonly (readonly [name: string, before: Plan, after: Plan, kinds: readonly string[]])[] = [
  ["an optional property", withProperty(), withProperty(property("a?", type.string())), ["property-added"]],
  [
    "requiredness",
    withProperty(property("a", type.string())),
    withProperty(property("a?", type.string())),
    ["property-optional"],
  ],
  [
    "a type",
    withProperty(property("a", type.string())),
    withProperty(property("a", type.integer())),
    ["property-type-changed"],
  ],
  [
    "a wider type",
    withProperty(property("a", type.integer())),
    withProperty(property("a", type.number())),
    ["property-type-widened"],
  ],
  [
    "null",
    withProperty(property("a", type.string())),
    withProperty(property("a", type.union(type.string(), type.null()))),
    ["property-nullable"],
  ],
  [
    "a value",
    withProperty(property("a", type.enum("x"))),
    withProperty(property("a", type.enum("x", "y"))),
    ["property-enum-value-added"],
  ],
  [
    "a bound",
    withProperty(property("a", type.number())),
    withProperty(property("a", type.number({ minimum: 1 }))),
    ["property-constraint-tightened"],
  ],
  [
    "bounds apart",
    withProperty(property("a", type.number({ maximum: 1 }))),
    withProperty(property("a", type.number({ minimum: 2 }))),
    ["property-constraint-disjoint"],
  ],
  [
    "a name",
    withProperty(property("order_id", type.string())),
    withProperty(property("orderId", type.string())),
    ["property-renamed"],
  ],
  [
    "personal data",
    withProperty(property("a", type.string())),
    withProperty(property("a", type.string(), { pii: true })),
    ["property-pii-added"],
  ],
  ["an event", plan(), withProperty(), ["event-added"]],
  [
    "an event's name",
    plan({ events: [event("Checkout Started")] }),
    plan({ events: [event("Started Checkout")] }),
    ["event-renamed"],
  ],
  [
    "a retired event",
    withProperty(),
    plan({ events: [event("Order Completed", [], { status: "retired" })] }),
    ["event-retired"],
  ],
  [
    "a key",
    withProperty(property("a", type.string())),
    plan({
      events: [
        event("Order Completed", [property("a", type.string())], { idempotencyKey: [located(["a"])] }),
      ],
    }),
    ["event-idempotency-key-added"],
  ],
  [
    "a named type, at both places that use it",
    plan({
      types: [namedType("Money", type.number())],
      events: [event("A", [property("a", type.ref("Money")), property("b", type.array(type.ref("Money")))])],
    }),
    plan({
      types: [namedType("Money", type.number({ minimum: 0 }))],
      events: [event("A", [property("a", type.ref("Money")), property("b", type.array(type.ref("Money")))])],
    }),
    ["property-constraint-tightened"],
  ],
];

describe("the table of changes", () => {
  test.each(pairs)("%s", (_, before, after, expected) => {
    const there = comparePlans(before, after).changes;
    expect(there.map(({ kind }) => kind).slice(0, 1)).toEqual(expected);
    expect(kinds(after, before).toSorted()).toEqual(there.map(oppositeOf).toSorted());
  });

  test("has for every kind an opposite whose opposite it is", () => {
    for (const [kind, { opposite }] of Object.entries(otherKinds))
      expect([kind, otherKinds[opposite].opposite]).toEqual([kind, kind]);
    for (const [aspect, { opposite }] of Object.entries(aspects))
      expect([aspect, aspects[opposite].opposite]).toEqual([aspect, aspect]);
  });

  test("sees no change in a type that is written where it is used", () => {
    const of = type.object([property("price", type.number({ minimum: 0 }))]);
    const named = plan({
      types: [namedType("Item", of)],
      events: [event("A", [property("items", type.array(type.ref("Item")))])],
    });
    expect(kinds(named, plan({ events: [event("A", [property("items", type.array(of))])] }))).toEqual([]);
  });
});
