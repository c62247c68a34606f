// Random plans, and values for them: right ones, nearly right ones, hostile ones.
import fc from "fast-check";
import type { Plan, PlanEvent, Property, Type } from "../../../src/plan/plan.js";
import { shapesOf } from "../../../src/plan/shapes.js";
import { event, located, namedType, plan, property, source, type } from "../../support/plan-builder.js";

const names = [
  "a",
  "b",
  "order_id",
  "$amount",
  "a-b",
  "a b",
  'a"b',
  "a\\b",
  "class",
  "404",
  "日本",
  "",
  "__proto__",
  "constructor",
  "toString",
  "valueOf",
  "hasOwnProperty",
];
const sourceNames = ["web", "backend"];
const typeNames = ["Money", "Node", "Choice"];

/** Constraints that some value meets, with values that meet them. */
const stringCases: readonly { readonly of: Type; readonly good: readonly string[] }[] = [
  { of: type.string(), good: ["", "text", "🎉", "\ud800", "__proto__"] },
  { of: type.string({ minLength: 1, maxLength: 3 }), good: ["a", "🎉🎉🎉", "日本"] },
  { of: type.string({ patterns: ["^[a-z|]+$", "\\|"] }), good: ["a|b", "|"] },
  { of: type.string({ patterns: ["^.$"] }), good: ["a", "🎉"] },
  { of: type.string({ patterns: ["/\\\\\\$\\{|\\u2028"] }), good: ["/\\${", "\u2028"] },
  { of: type.string({ format: "date" }), good: ["2026-02-28", "2024-02-29"] },
  { of: type.string({ format: "datetime" }), good: ["2026-02-28T23:59:59Z", "2024-02-29T00:00:00.5+01:00"] },
  { of: type.string({ format: "email" }), good: ["a@b.example"] },
  { of: type.string({ format: "phone" }), good: ["+4930123456"] },
  { of: type.string({ format: "url" }), good: ["https://acme.example/?q=1"] },
  { of: type.string({ format: "uuid" }), good: ["0b1f7c1e-8a52-4b7e-9a55-0f2d7f3f5c10"] },
  { of: type.string({ format: "ulid" }), good: ["01ARZ3NDEKTSV4RRFFQ69G5FAV"] },
  { of: type.string({ format: "currency", patterns: ["E"] }), good: ["EUR"] },
  { of: type.string({ format: "country" }), good: ["DE", "XK"] },
];
const numberCases: readonly { readonly of: Type; readonly good: readonly number[] }[] = [
  { of: type.number(), good: [0, -0, 1.5, -1e300, 5e-324] },
  { of: type.integer(), good: [0, -0, 7, 1e300] },
  { of: type.timestamp(), good: [0, 1767225600, -99999999999, 99999999999] },
  { of: type.timestamp({ minimum: 0 }), good: [0, 1767225600] },
  { of: type.number({ minimum: 0, maximum: 1 }), good: [0, 0.5, 1] },
  { of: type.number({ exclusiveMinimum: 0, exclusiveMaximum: 1 }), good: [0.5] },
  { of: type.number({ multipleOf: [0.01] }), good: [0.3, 19.99, -4.35, 1e15 + 0.5] },
  { of: type.number({ multipleOf: [2, 3] }), good: [6, -12, 0] },
  { of: type.integer({ minimum: 1, multipleOf: [5] }), good: [5, 100] },
];
const good = new Map<Type, readonly (string | number)[]>(
  [...stringCases, ...numberCases].map(({ of, good }) => [of, good]),
);

const leafType: fc.Arbitrary<Type> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...stringCases.map(({ of }) => of)) },
  { weight: 3, arbitrary: fc.constantFrom(...numberCases.map(({ of }) => of)) },
  { weight: 1, arbitrary: fc.constant(type.boolean()) },
  { weight: 1, arbitrary: fc.constant(type.null()) },
  { weight: 1, arbitrary: fc.constant(type.any()) },
  { weight: 1, arbitrary: fc.constant(type.object([], true)) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Type>(type.const("x"), type.const(0), type.const(null), type.const(true)),
  },
  {
    weight: 2,
    arbitrary: fc
      .uniqueArray(fc.constantFrom<string | number | null>("a", "toString", "1", 1, 0, 2.5, null, ""), {
        minLength: 1,
      })
      .map((values) => type.enum(...values)),
  },
);

/** A named type stands where recursion ends: in an array, a map, an optional or nullable position. */
const reference = fc.constantFrom(...typeNames).map((name) => type.ref(name));

const { anyType, properties } = fc.letrec<{ anyType: Type; properties: readonly Property[] }>((tie) => ({
  anyType: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    { weight: 6, arbitrary: leafType },
    {
      weight: 2,
      arbitrary: fc
        .tuple(fc.oneof(tie("anyType"), reference), fc.constantFrom({}, { minItems: 1 }, { maxItems: 2 }))
        .map(([items, bounds]) => type.array(items, items.kind === "ref" ? {} : bounds)),
    },
    {
      weight: 1,
      arbitrary: fc
        .constantFrom<Type>(type.string(), type.integer(), type.union(type.integer(), type.null()))
        .map((items) => type.array(items, { uniqueItems: true })),
    },
    { weight: 1, arbitrary: fc.oneof(tie("anyType"), reference).map((values) => type.map(values)) },
    {
      weight: 2,
      arbitrary: fc
        .tuple(tie("properties"), fc.oneof(fc.boolean(), leafType))
        .map(([list, open]) => type.object(list, open)),
    },
    {
      weight: 2,
      arbitrary: fc
        .array(fc.oneof(tie("anyType"), reference), { minLength: 1, maxLength: 3 })
        .map((members) =>
          type.union(
            type.null(),
            ...members.flatMap((member) => (member.kind === "union" ? member.members : [member])),
          ),
        ),
    },
  ),
  properties: fc
    .uniqueArray(
      fc.tuple(
        fc.constantFrom(...names),
        fc.oneof({ weight: 5, arbitrary: tie("anyType") }, { weight: 1, arbitrary: reference }),
        fc.boolean(),
        fc.constantFrom(
          "active" as const,
          "active" as const,
          "active" as const,
          "deprecated" as const,
          "retired" as const,
        ),
      ),
      { selector: ([name]) => name, maxLength: 5 },
    )
    .map((list) =>
      list.map(([name, of, required, status]) =>
        property(name, of, { required: required && of.kind !== "ref", status }),
      ),
    ),
}));

const eventOf = (name: string): fc.Arbitrary<PlanEvent> =>
  fc
    .tuple(
      properties,
      fc.oneof(
        { weight: 3, arbitrary: fc.constant(false) },
        { weight: 1, arbitrary: fc.oneof(fc.constant(true), leafType) },
      ),
      fc.array(fc.constantFrom([], [], [], ["web"], ["backend"]), { minLength: 5, maxLength: 5 }),
      fc.boolean(),
    )
    .map(([list, open, bound, several]) =>
      event(
        name,
        list.map((one, index) => ({
          ...one,
          sources: several ? (bound[index] ?? []).map((source) => located(source)) : [],
        })),
        { open, sources: (several ? sourceNames : ["web"]).map((source) => located(source)) },
      ),
    );

/** Plans whose events and people use every form of type. */
export const anyPlan: fc.Arbitrary<Plan> = fc
  .record({
    events: fc.tuple(eventOf("Order Completed"), eventOf("__proto__"), eventOf("日本語 イベント")),
    types: fc.tuple(...typeNames.map(() => anyType)),
    attributes: properties,
  })
  .map(({ events, types, attributes }) =>
    plan({
      sources: sourceNames.map((name) => source(name)),
      events,
      // A type that is nothing but a reference, or a union with one, could refer to itself for ever.
      types: typeNames.map((name, index) => namedType(name, guarded(types[index] ?? type.any()))),
      people: { description: undefined, attributes: type.object(attributes).properties },
    }),
  );

function guarded(of: Type): Type {
  return of.kind === "union" ? type.array(of) : of;
}

/** JSON alone: what it can't say has tests of its own. */
const hostile: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    false,
    0,
    -0,
    1,
    0.1,
    1767225600000,
    1e308,
    "",
    "a",
    "1",
    "🎉",
    [],
    [null],
    {},
  ),
  fc.constantFrom(...names).map((name) => Object.fromEntries([[name, "x"]])),
  fc.jsonValue(),
);
/** Values for the properties of an event of the plan, or for people's attributes. */
export function valuesFor(
  of: Plan,
  item: Pick<PlanEvent, "sources" | "properties" | "open">,
): fc.Arbitrary<unknown> {
  const types = new Map(of.types.map(({ name, type }) => [name.value, type]));
  const shapes = shapesOf(item).map((shape) => type.object(shape.properties, item.open));
  const objects = (shapes.length > 0 ? shapes : [type.object([], item.open)]).map((shape) =>
    right(shape, 3, types),
  );
  return fc.oneof({ weight: 12, arbitrary: fc.oneof(...objects) }, { weight: 1, arbitrary: hostile });
}

/** Mostly a right value; wrong somewhere now and then. */
function value(of: Type, depth: number, types: ReadonlyMap<string, Type>): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 24, arbitrary: right(of, depth, types) }, { weight: 1, arbitrary: hostile });
}

function right(of: Type, depth: number, types: ReadonlyMap<string, Type>): fc.Arbitrary<unknown> {
  switch (of.kind) {
    case "string":
    case "number":
      return fc.constantFrom<unknown>(...(good.get(of) ?? ["", 0]));
    case "boolean":
      return fc.boolean();
    case "null":
      return fc.constant(null);
    case "any":
      return hostile;
    case "enum":
      return fc.constantFrom(...of.values.map((one) => one.value));
    case "const":
      return fc.constant(of.value);
    case "ref":
      return depth < 0 ? fc.constant(null) : right(types.get(of.name) ?? of, depth - 1, types);
    case "union":
      return fc.oneof(...of.members.map((member) => right(member, depth, types)));
    case "array":
      if (of.uniqueItems === true) {
        // Without objects and "__proto__", on which ajv's own comparison of items goes wrong.
        return fc.array(fc.constantFrom<unknown>("a", "b", 1, 2, 0, -0, null, 1.5, "1"), { maxLength: 3 });
      }
      return fc.array(depth < 0 ? right(of.items, depth - 1, types) : value(of.items, depth - 1, types), {
        minLength: of.minItems ?? 0,
        maxLength: depth < 0 ? (of.minItems ?? 0) : 3,
      });
    case "object": {
      const free = typeof of.open === "boolean" ? hostile : of.open;
      const freeValue = "kind" in free ? value(free, depth - 1, types) : free;
      const live = of.properties.filter(({ status }) => status !== "retired");
      const entries = live.map((one) =>
        fc.tuple(
          fc.constant(one.name.value),
          value(one.type, depth - 1, types),
          one.required || depth >= 0 ? fc.integer({ min: 0, max: 19 }) : fc.constant(0),
          fc.constant(one.required),
        ),
      );
      const extra =
        of.open === false
          ? fc.oneof(
              { weight: 20, arbitrary: fc.constant([]) },
              {
                weight: 1,
                arbitrary: fc.array(fc.tuple(fc.constantFrom(...names), freeValue), { maxLength: 1 }),
              },
            )
          : fc.array(fc.tuple(fc.constantFrom(...names), freeValue), { maxLength: depth < 0 ? 0 : 2 });
      return fc
        .tuple(extra, ...entries)
        .map(([more, ...declared]) =>
          Object.fromEntries([
            ...more,
            ...declared
              .filter(([, , roll, required]) => (required ? roll !== 19 : roll % 2 === 1))
              .map(([name, content]) => [name, content]),
          ]),
        );
    }
  }
}
