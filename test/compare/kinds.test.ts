// The table of changes: every kind there is, made by a pair of plans; every kind has its opposite, and comparing the
// other way round gives it.
import { describe, expect, test } from "vitest";
import { comparePlans } from "../../src/compare/compare-plans.js";
import { otherKinds } from "../../src/compare/kinds.js";
import { aspects } from "../../src/compare/property-kinds.js";
import type { Use } from "../../src/compare/uses.js";
import type { Message, Plan, PlanEvent, Property } from "../../src/plan/plan.js";
import {
  consumer,
  event,
  located,
  namedType,
  nowhere,
  plan,
  planObject,
  property,
  sequence,
  source,
  type,
} from "../support/plan-builder.js";
import { allKinds, oppositeOf } from "./opposite.js";

const kinds = (before: Plan, after: Plan): readonly string[] =>
  comparePlans(before, after).changes.map(({ kind }) => kind);

type Sides = readonly [before: readonly Property[], after: readonly Property[]];
const text = type.string();
const a = (of = text, extra: Partial<Property> = {}): Property => property("a", of, extra);

/** A pair for each aspect of a property; the way back is that of its opposite. */
const propertyPairs: Readonly<Record<string, Sides>> = {
  added: [[], [a()]],
  retired: [[a()], [a(text, { status: "retired" })]],
  renamed: [[property("order_id", text)], [property("orderId", text)]],
  "tombstone-added": [[], [a(text, { status: "retired" })]],
  required: [[property("a?", text)], [a()]],
  "type-changed": [[a()], [a(type.integer())]],
  "type-widened": [[a(type.integer())], [a(type.number())]],
  nullable: [[a()], [a(type.union(text, type.null()))]],
  "enum-value-added": [[a(type.enum("x"))], [a(type.enum("x", "y"))]],
  "constraint-tightened": [[a(type.number())], [a(type.number({ minimum: 1 }))]],
  "constraint-changed": [[a(type.string({ patterns: ["a"] }))], [a(type.string({ patterns: ["b"] }))]],
  "constraint-disjoint": [[a(type.number({ maximum: 1 }))], [a(type.number({ minimum: 2 }))]],
  opened: [[a(type.object([property("b", text)]))], [a(type.object([property("b", text)], true))]],
  "pii-added": [[a()], [a(text, { pii: true })]],
  "unit-changed": [[a()], [a(text, { unit: located({ text: "weeks" }) })]],
  deprecated: [[a()], [a(text, { status: "deprecated" })]],
  activated: [[a(text, { status: "planned" })], [a()]],
  "sources-widened": [[a(text, { sources: [located("web")] })], [a()]],
  "sources-changed": [[a(text, { sources: [located("web")] })], [a(text, { sources: [located("app")] })]],
  "documentation-changed": [[a()], [a(text, { description: located("New.") })]],
};

const message = (name: string): Message => ({
  span: nowhere,
  id: located("96"),
  name: located(name),
  type: located("email"),
  language: undefined,
  templates: [located("a")],
});
const events = (...all: readonly PlanEvent[]): Plan => plan({ events: all });
const one = (extra: Parameters<typeof event>[2] = {}): PlanEvent => event("Order Completed", [a()], extra);
const identity = plan().identity;
const target = (out: string, ...options: readonly [string, boolean][]) => ({
  name: located("typescript"),
  out: located(out),
  options: options.map(([name, value]) => ({ name: located(name), value: located(value) })),
});
const minutes = (count: number) => located({ text: `${count}m`, seconds: count * 60 });

/** The same for everything else. */
const pairs: Readonly<Record<string, readonly [before: Plan, after: Plan]>> = {
  "event-added": [plan(), events(one())],
  "event-renamed": [events(event("Checkout Started")), events(event("Started Checkout"))],
  "event-retired": [events(one()), events(one({ status: "retired" }))],
  "event-tombstone-added": [plan(), events(one({ status: "retired" }))],
  "event-deprecated": [events(one()), events(one({ status: "deprecated" }))],
  "event-activated": [events(one({ status: "planned" })), events(one())],
  "event-opened": [events(one()), events(one({ open: true }))],
  "event-call-changed": [events(one()), events(one({ call: "page" }))],
  "event-idempotency-key-added": [events(one()), events(one({ idempotencyKey: [located(["a"])] }))],
  "event-idempotency-key-changed": [
    events(event("E", [a(), property("b", text)], { idempotencyKey: [located(["a"])] })),
    events(event("E", [a(), property("b", text)], { idempotencyKey: [located(["b"])] })),
  ],
  "event-timestamp-changed": [events(one()), events(one({ timestamp: located({ property: ["a"] }) }))],
  "event-arrives-later": [events(one()), events(one({ arrivesAfter: minutes(5) }))],
  "event-arrives-too-late": [
    events(event("E", [property("at", type.timestamp())], { timestamp: located({ property: ["at"] }) })),
    events(
      event("E", [property("at", type.timestamp())], {
        timestamp: located({ property: ["at"] }),
        arrivesAfter: minutes(72 * 60),
      }),
    ),
  ],
  "event-alias-added": [events(one()), events(one({ aliases: [located("Order Done")] }))],
  "event-objects-changed": [events(one()), events(one({ about: [located("Account")] }))],
  "event-documentation-changed": [events(one()), events(one({ tags: [located("revenue")] }))],
  "event-identity-widened": [events(one()), events(one({ identity: { kind: "any", span: nowhere } }))],
  "event-identity-changed": [events(one()), events(one({ identity: { kind: "anonymous", span: nowhere } }))],
  "event-source-added": [events(one()), events(one({ sources: [located("web")] }))],
  "identity-primary-changed": [plan(), plan({ identity: { ...identity, primary: "email" } })],
  "identity-identifier-added": [plan(), plan({ identity: { ...identity, also: [located("phone")] } })],
  "identity-anonymous-renamed": [plan(), plan({ identity: { ...identity, anonymous: located("visitor") } })],
  "identity-merge-changed": [
    plan(),
    plan({ identity: { ...identity, merge: { kind: "never", span: nowhere } } }),
  ],
  "identity-type-changed": [plan(), plan({ identity: { ...identity, type: type.integer() } })],
  "source-added": [plan(), plan({ sources: [source("web")] })],
  "source-kind-changed": [plan({ sources: [source("web")] }), plan({ sources: [source("web", "browser")] })],
  "source-arrival-changed": [
    plan({ sources: [source("web")] }),
    plan({ sources: [source("web", "server", { arrivesAfter: minutes(5) })] }),
  ],
  "source-documentation-changed": [
    plan({ sources: [source("web")] }),
    plan({ sources: [source("web", "server", { owner: located("shop") })] }),
  ],
  "object-added": [plan(), plan({ objects: [planObject("Account", "account_id")] })],
  "object-renamed": [
    plan({ objects: [planObject("Account", "account_id")] }),
    plan({ objects: [planObject("Accounts", "account_id")] }),
  ],
  "object-identifier-renamed": [
    plan({ objects: [planObject("Account", "account_id")] }),
    plan({ objects: [planObject("Account", "id")] }),
  ],
  "object-type-changed": [
    plan({ objects: [planObject("Account", "account_id")] }),
    plan({ objects: [{ ...planObject("Account", "account_id"), idType: type.integer() }] }),
  ],
  "object-documentation-changed": [
    plan({ objects: [planObject("Account", "account_id")] }),
    plan({ objects: [{ ...planObject("Account", "account_id"), description: located("New.") }] }),
  ],
  "sequence-added": [plan(), plan({ sequences: [sequence("checkout", ["A", "B"])] })],
  "sequence-renamed": [
    plan({ sequences: [sequence("checkout", ["A"])] }),
    plan({ sequences: [sequence("checkouts", ["A"])] }),
  ],
  "sequence-steps-changed": [
    plan({ sequences: [sequence("checkout", ["A", "B"])] }),
    plan({ sequences: [sequence("checkout", ["B", "A"])] }),
  ],
  "sequence-key-changed": [
    plan({ sequences: [sequence("checkout", ["A"])] }),
    plan({ sequences: [sequence("checkout", ["A"], { key: located("cart_id") })] }),
  ],
  "sequence-window-changed": [
    plan({ sequences: [sequence("checkout", ["A"])] }),
    plan({ sequences: [sequence("checkout", ["A"], { within: minutes(5) })] }),
  ],
  "sequence-suppression-changed": [
    plan({ sequences: [sequence("checkout", ["A"])] }),
    plan({
      sequences: [
        sequence("checkout", ["A"], { suppress: { span: nowhere, on: located("A"), wait: undefined } }),
      ],
    }),
  ],
  "consumer-added": [plan(), plan({ consumers: [consumer("Thanks")] })],
  "consumer-renamed": [
    plan({ consumers: [consumer("Thanks to all")] }),
    plan({ consumers: [consumer("Thanks to All")] }),
  ],
  "consumer-kind-changed": [
    plan({ consumers: [consumer("Thanks")] }),
    plan({ consumers: [consumer("Thanks", { kind: located("segment") })] }),
  ],
  "consumer-trigger-changed": [
    plan({ consumers: [consumer("Thanks")] }),
    plan({ consumers: [consumer("Thanks", { trigger: { kind: "event", event: "A", span: nowhere } })] }),
  ],
  "consumer-wait-changed": [
    plan({ consumers: [consumer("Thanks")] }),
    plan({ consumers: [consumer("Thanks", { wait: minutes(5) })] }),
  ],
  "consumer-exit-added": [
    plan({ consumers: [consumer("Thanks")] }),
    plan({ consumers: [consumer("Thanks", { exitsOn: [located("A")] })] }),
  ],
  "consumer-condition-added": [
    plan({ consumers: [consumer("Thanks")] }),
    plan({
      consumers: [
        consumer("Thanks", { conditions: [located({ text: "customer.a = 1", parsed: undefined })] }),
      ],
    }),
  ],
  "consumer-template-added": [
    plan({ consumers: [consumer("Thanks")] }),
    plan({ consumers: [consumer("Thanks", { templates: [located("a.liquid")] })] }),
  ],
  "consumer-started": [
    plan({ consumers: [consumer("Thanks", { state: located("draft") })] }),
    plan({ consumers: [consumer("Thanks")] }),
  ],
  "consumer-state-changed": [
    plan({ consumers: [consumer("Thanks", { state: located("draft") })] }),
    plan({ consumers: [consumer("Thanks", { state: located("stopped") })] }),
  ],
  "consumer-filter-added": [
    plan({ consumers: [consumer("Thanks")] }),
    plan({ consumers: [consumer("Thanks", { filters: [located("VIP")] })] }),
  ],
  "consumer-message-added": [
    plan({ consumers: [consumer("Thanks")] }),
    plan({ consumers: [consumer("Thanks", { messages: [message("Opening")], templates: [located("a")] })] }),
  ],
  "consumer-message-changed": [
    plan({ consumers: [consumer("Thanks", { messages: [message("Opening")] })] }),
    plan({ consumers: [consumer("Thanks", { messages: [message("Reminder")] })] }),
  ],
  "listener-documentation-changed": [
    plan({ consumers: [consumer("Thanks")] }),
    plan({ consumers: [consumer("Thanks", { owner: located("lifecycle") })] }),
  ],
  "type-documentation-changed": [
    plan({ types: [namedType("Money", type.number())] }),
    plan({ types: [namedType("Money", type.number(), { description: located("New.") })] }),
  ],
  "target-added": [plan({ targets: [] }), plan({ targets: [target("out")] })],
  "target-moved": [plan({ targets: [target("out")] }), plan({ targets: [target("in")] })],
  "target-option-changed": [
    plan({ targets: [target("out")] }),
    plan({ targets: [target("out", ["validators", false])] }),
  ],
  "plan-renamed": [plan(), plan({ name: located("another") })],
  "plan-documentation-changed": [plan(), plan({ owners: [located("growth")] })],
  "plan-naming-changed": [plan(), plan({ naming: { ...plan().naming, events: { casing: "snake_case" } } })],
  "plan-code-changed": [
    plan(),
    plan({ code: { exclude: [located("**/*.test.ts")], presets: [], calls: [] } }),
  ],
  "plan-rule-changed": [
    plan(),
    plan({ rules: [{ rule: located("missing-owner"), severity: located("off"), options: [] }] }),
  ],
};

const inEvent = (properties: readonly Property[]): Plan => events(event("Order Completed", properties));
const inPeople = (properties: readonly Property[]): Plan =>
  plan({ people: { description: undefined, attributes: properties } });
const all = [
  ...Object.entries(propertyPairs).flatMap(([aspect, [before, after]]) => [
    [`property-${aspect}`, inEvent(before), inEvent(after)] as const,
    [`attribute-${aspect}`, inPeople(before), inPeople(after)] as const,
  ]),
  ...Object.entries(pairs).map(([kind, [before, after]]) => [kind, before, after] as const),
];

describe("the table of changes", () => {
  test.each(all)("%s", (kind, before, after) => {
    const there = comparePlans(before, after).changes;
    expect(there.map((change) => change.kind)).toEqual([kind]);
    expect(kinds(after, before)).toEqual(there.map(oppositeOf));
    expect(kinds(before, before)).toEqual([]);
  });

  test("has no kind that none of these makes, one way or the other", () => {
    const made = new Set(
      all.flatMap(([, before, after]) => [...kinds(before, after), ...kinds(after, before)]),
    );
    // What templates use is read beside the plans.
    const beside = ["consumer-value-added", "consumer-value-removed"];
    expect(allKinds.filter((kind) => !made.has(kind))).toEqual(beside);
  });

  test("tells what a consumer's templates use now, and did not before", () => {
    const thanks = plan({ consumers: [consumer("Thanks"), consumer("Other")] });
    const use = (path: string, extra: Partial<Use> = {}): Use => ({
      consumer: "Thanks",
      kind: "property",
      namespace: "event",
      path: path.split("."),
      name: path,
      written: `event.${path}`,
      guarded: false,
      where: "template",
      ...extra,
    });
    const sides = [
      [use("total"), use("items.price")],
      [use("items.price", { written: "item.price" }), use("coupon"), use("x", { consumer: "New" })],
    ] as const;
    const compared = (before: readonly Use[], after: readonly Use[]) =>
      comparePlans(thanks, thanks, undefined, { before, after });
    const { changes, bump, declared } = compared(...sides);
    expect(changes.map(({ message }) => message)).toEqual([
      'Consumer "Thanks" now uses "event.coupon" in what it says.',
      'Consumer "Thanks" no longer uses "event.total" in what it says.',
    ]);
    // What a message says is no part of the plan's version.
    expect([bump, declared.sufficient]).toEqual(["none", true]);
    expect(compared(sides[1], sides[0]).changes.map(({ kind }) => kind)).toEqual(
      changes.map(oppositeOf).toReversed(),
    );
  });

  test("has for every kind an opposite whose opposite it is", () => {
    for (const [kind, { opposite }] of Object.entries(otherKinds))
      expect([kind, otherKinds[opposite].opposite]).toEqual([kind, kind]);
    for (const [aspect, { opposite }] of Object.entries(aspects))
      expect([aspect, aspects[opposite].opposite]).toEqual([aspect, aspect]);
  });

  test("says of every kind a whole sentence that names what changed", () => {
    for (const [kind, before, after] of all) {
      const [change] = comparePlans(before, after).changes;
      expect(change?.message, kind).toMatch(/^["A-Z].*\.$/);
      expect(change?.message, kind).not.toMatch(/\b(?:NAME|QUOTED|BEFORE|AFTER|FIELDS)\b|undefined|\[object/);
      for (const { reason } of Object.values(change?.verdicts ?? {}))
        expect(reason, kind).toMatch(/^[A-Z].*\.$/);
    }
  });

  test("tells a named type at every place that uses it", () => {
    const money = (minimum: number): Plan =>
      plan({
        types: [
          namedType("Money", type.number({ minimum })),
          namedType("Line", type.object([property("price", type.ref("Money"))])),
        ],
        events: [event("A", [property("a", type.ref("Money")), property("b", type.array(type.ref("Line")))])],
      });
    const { changes } = comparePlans(money(0), money(1));
    expect(changes.map((change) => (change.subject === "property" ? change.path.join(".") : ""))).toEqual([
      "a",
      "b.[].price",
    ]);
  });

  test("compares types that lead to each other in more ways than can be followed one by one", () => {
    const deep = (minimum: number): Plan => {
      const next = (level: number) => type.ref(`T${level + 1}`);
      const types = Array.from({ length: 60 }, (_, level) =>
        namedType(
          `T${level}`,
          type.union(type.array(next(level)), type.array(type.array(next(level))), type.array(type.string())),
        ),
      );
      return plan({
        types: [...types, namedType("T60", type.integer({ minimum }))],
        events: [event("A", [property("a", type.ref("T0"))])],
      });
    };
    expect(kinds(deep(0), deep(1))).toContain("property-type-narrowed");
    expect(kinds(deep(0), deep(0))).toEqual([]);
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
