// Small programs and the plan that they keep to: changed in one place, the plan finds fault with exactly the calls that
// the change concerns. PROPERTY_RUNS=100 tries a hundred times as many.
import fc from "fast-check";
import { parseSync } from "oxc-parser";
import { expect, test } from "vitest";
import { scanTexts } from "../../src/code/scan-texts.js";
import { loadPlanFiles } from "../../src/plan/load.js";
import { checkPlan } from "../../src/rules/check-plan.js";

const runs = Number(process.env.PROPERTY_RUNS ?? 1);

const properties = {
  total: { type: "number", other: "string", value: "12" },
  coupon: { type: "string", other: "boolean", value: '"SPRING"' },
  is_first: { type: "boolean", other: "number", value: "count > 0" },
} as const;
type PropertyName = keyof typeof properties;
const propertyNames = ["total", "coupon", "is_first"] as const;

const events = {
  "Order Completed": { casing: "order_completed", constant: "completed" },
  "Viewed Cart": { casing: "viewedCart", constant: "viewed" },
  "Signed Up": { casing: "SIGNED UP", constant: "signedUp" },
} as const;
type EventName = keyof typeof events;
const eventNames = ["Order Completed", "Viewed Cart", "Signed Up"] as const;

/** How a call gives its name, and how its properties. */
const naming = ["literal", "constant", "wrapper", "object"] as const;
const filling = ["written", "variable", "step by step", "assigned", "spread", "either"] as const;

type Call = {
  readonly event: EventName;
  readonly sent: readonly PropertyName[];
  readonly named: (typeof naming)[number];
  readonly filled: (typeof filling)[number];
};

const calls: fc.Arbitrary<readonly Call[]> = fc.array(
  fc.record({
    event: fc.constantFrom(...eventNames),
    sent: fc.subarray([...propertyNames]),
    named: fc.constantFrom(...naming),
    filled: fc.constantFrom(...filling),
  }),
  { minLength: 1, maxLength: 8 },
);

const head = `import { Analytics } from "@segment/analytics-node";
import { EVENTS } from "./events";
const analytics = new Analytics({ writeKey });
const send = (event: string, properties: object) => analytics.track({ userId, event, properties });
const pass = ({ name, props }: { name: string; props: object }) => send(name, props);
`;
const constants = `export const EVENTS = { ${eventNames.map((name) => `${events[name].constant}: ${JSON.stringify(name)}`).join(",\n")} } as const;\n`;

/** One call a line, so that a finding's line tells which it is about. */
function lineOf({ event, sent, named, filled }: Call): string {
  const pairs = sent.map((name) => `${name}: ${properties[name].value}`);
  const [first, ...rest] = pairs;
  const { before, payload } = {
    written: { before: "", payload: `{ ${pairs.join(", ")} }` },
    variable: { before: `const p = { ${pairs.join(", ")} };`, payload: "p" },
    "step by step": {
      before: `const p: any = {}; ${sent.map((name) => `p.${name} = ${properties[name].value};`).join(" ")}`,
      payload: "p",
    },
    assigned: { before: `const p = {}; Object.assign(p, { ${pairs.join(", ")} });`, payload: "p" },
    spread: {
      before: `const p = { ${rest.join(", ")} };`,
      payload: `{ ${first === undefined ? "" : `${first}, `}...p }`,
    },
    either: {
      before: `const p = count > 1 ? { ${pairs.join(", ")} } : { ${pairs.join(", ")} };`,
      payload: "p",
    },
  }[filled];
  const name = named === "constant" ? `EVENTS.${events[event].constant}` : JSON.stringify(event);
  const call =
    named === "wrapper"
      ? `send(${name}, ${payload})`
      : named === "object"
        ? `pass({ name: ${name}, props: ${payload} })`
        : `analytics.track({ userId, event: ${name}, properties: ${payload} })`;
  return `export function f() { ${before} ${call}; }`;
}

type Declared = { name: string; status: string; source: string; properties: Map<string, string> };

/** The plan that the calls keep to: what each of them sends is required. */
function planOf(program: readonly Call[]): Map<EventName, Declared> {
  const plan = new Map<EventName, Declared>();
  for (const event of new Set(program.map((call) => call.event))) {
    const own = program.filter((call) => call.event === event);
    const declared = propertyNames.flatMap((name): [string, string][] => {
      const count = own.filter(({ sent }) => sent.includes(name)).length;
      return count === 0 ? [] : [[count === own.length ? name : `${name}?`, properties[name].type]];
    });
    plan.set(event, { name: event, status: "active", source: "web", properties: new Map(declared) });
  }
  return plan;
}

/** What lint says of the calls: the rule, and the number of the call or of the constant. */
function findings(program: readonly Call[], plan: ReadonlyMap<EventName, Declared>): readonly string[] {
  const entries = [...plan.values()].map(
    ({ name, status, source, properties: own }) =>
      `  ${JSON.stringify(name)}:\n    status: ${status}\n    source: ${source}\n${own.size === 0 ? "" : "    properties:\n"}${[...own].map(([key, type]) => `      ${key}: ${type}\n`).join("")}`,
  );
  const text = `trackwright: 1
name: shop
# Of a wrapper that nobody calls no name is known.
rules: { dynamic-event-name: off }
sources:
  web: { kind: server, language: typescript, paths: ["web/**"] }
  other: { kind: server, language: typescript, paths: ["other/**"] }
events:
${entries.join("")}`;
  const loaded = loadPlanFiles("plan", [{ path: "plan/plan.yaml", bytes: Buffer.from(text) }]);
  expect(loaded.diagnostics).toEqual([]);
  if (loaded.value === undefined) throw new Error("there is no plan");
  const texts = new Map([
    ["web/events.ts", constants],
    ["web/calls.ts", head + program.map((call) => lineOf(call)).join("\n")],
  ]);
  const code = scanTexts(texts, { plan: loaded.value, parser: parseSync });
  const { diagnostics } = checkPlan(loaded.value, {
    today: "2026-01-01",
    mirrors: ["code"],
    facts: { code },
  });
  return diagnostics
    .filter(({ span }) => span.file !== "plan/plan.yaml")
    .map(({ rule, span }) => {
      const line = (texts.get(span.file) ?? "").slice(0, span.start).split("\n").length - 1;
      return `${rule} ${span.file === "web/events.ts" ? `constant ${line}` : `call ${line - head.split("\n").length + 1}`}`;
    })
    .toSorted();
}

/** A change of the plan, and what it makes wrong of one call; undefined where nothing. */
type Mutation = {
  readonly change: (declared: Declared, property: PropertyName) => boolean;
  readonly rule: string;
  readonly concerns: (call: Call, property: PropertyName) => boolean;
  /** True where the mistake is where the name is written, and not at the call. */
  readonly atName?: boolean;
  /** True where the calls of one source are one mistake, told at the first. */
  readonly once?: boolean;
};

const keyOf = (declared: Declared, name: string): string | undefined =>
  [...declared.properties.keys()].find((key) => key.replace("?", "") === name);
const always = (): boolean => true;

const mutations: Readonly<Record<string, Mutation>> = {
  "another casing": {
    change: (declared) => {
      declared.name = events[declared.name as EventName].casing;
      return true;
    },
    rule: "misspelled-event",
    concerns: always,
    atName: true,
  },
  "another name": {
    change: (declared) => {
      declared.name = "Plonked Zither";
      return true;
    },
    rule: "unknown-event",
    concerns: always,
    atName: true,
  },
  retired: {
    change: (declared) => {
      declared.status = "retired";
      return true;
    },
    rule: "retired-event",
    concerns: always,
  },
  deprecated: {
    change: (declared) => {
      declared.status = "deprecated";
      return true;
    },
    rule: "deprecated-event",
    concerns: always,
  },
  "another source": {
    change: (declared) => {
      declared.source = "other";
      return true;
    },
    rule: "wrong-source",
    concerns: always,
    once: true,
  },
  "a property less": {
    change: (declared, name) => declared.properties.delete(keyOf(declared, name) ?? ""),
    rule: "unknown-property",
    concerns: ({ sent }, name) => sent.includes(name),
  },
  "a property that is required": {
    change: (declared, name) => {
      if (!declared.properties.delete(`${name}?`)) return false;
      declared.properties.set(name, properties[name].type);
      return true;
    },
    rule: "missing-property",
    concerns: ({ sent }, name) => !sent.includes(name),
  },
  "a property of another type": {
    change: (declared, name) => {
      const key = keyOf(declared, name);
      if (key === undefined) return false;
      declared.properties.set(key, properties[name].other);
      return true;
    },
    rule: "property-type-mismatch",
    concerns: ({ sent }, name) => sent.includes(name),
  },
};

test("a program keeps to the plan that is made of it", () => {
  fc.assert(
    fc.property(calls, (program) => {
      expect(findings(program, planOf(program))).toEqual([]);
    }),
    { numRuns: runs * 30 },
  );
});

test.each(Object.keys(mutations))("a plan with %s finds fault with the calls that it concerns", (name) => {
  const mutation = mutations[name];
  if (mutation === undefined) throw new Error(`there is no mutation "${name}"`);
  fc.assert(
    fc.property(calls, fc.nat(), fc.constantFrom(...propertyNames), (program, pick, property) => {
      const plan = planOf(program);
      const event = [...plan.keys()][pick % plan.size];
      const declared = event === undefined ? undefined : plan.get(event);
      if (event === undefined || declared === undefined) return;
      fc.pre(mutation.change(declared, property));
      const expected = program.flatMap((call, index) => {
        if (call.event !== event || !mutation.concerns(call, property)) return [];
        const isConstant = call.named === "constant" && mutation.atName === true;
        return `${mutation.rule} ${isConstant ? `constant ${eventNames.indexOf(event)}` : `call ${index}`}`;
      });
      if (mutation.once === true) expected.splice(1);
      // What several places make wrong in the same way at one place is one mistake; a call's two payloads are two.
      expect([...new Set(findings(program, plan))]).toEqual([...new Set(expected)].toSorted());
    }),
    { numRuns: runs * 30 },
  );
});
