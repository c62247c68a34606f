// Names and texts that break generators: the output compiles, and what goes over the wire is exact to the byte.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { typescript } from "../../../src/generators/typescript/index.js";
import type { Plan, PlanEvent } from "../../../src/plan/plan.js";
import {
  event,
  examples,
  located,
  namedType,
  plan,
  planObject,
  property,
  type,
} from "../../support/plan-builder.js";
import { anyPlan } from "../json-schema/agreement-arbitraries.js";
import { compile, generate, load, scratchFolder, write } from "./workshop.js";

const eventNames = [
  "Save & Exit",
  "User's Cart",
  'Say "hi" <b>',
  "delete",
  "123 start",
  "日本語 イベント",
  "__proto__",
  "constructor",
  "toString",
  "\u{1f389}",
  "*/ alert() /*",
  "back`tick $\u007b1}",
  "as",
  "type",
  "of",
  "async",
  "from",
  "undefined",
  "NaN",
  "Record",
  "String",
  "Array",
  "Object",
  "Index",
  "Validate",
  "con",
  " leading",
  "line\nbreak",
  "\u2028separator",
  "\u202eright to left",
  "back\\slash",
];
const keys = [
  "$amount",
  "a-b",
  "a.b",
  "a b",
  "class",
  "toString",
  "__proto__",
  "constructor",
  "日本語",
  '"',
  "'",
  "`${",
  "\\",
  "\n",
  "~/",
  "",
  "0",
  "\u{1f389}",
  "found",
  "path",
  "value",
  "properties",
  "arguments",
  "let",
  "key",
  "item",
  "index",
];
const texts = [
  "*/",
  "`",
  "$\u007bx}",
  "@deprecated",
  "{@link x}",
  "//",
  "\u2028",
  "\r\n@x",
  "/** @type */",
  "\u0000",
  "<!-- -->",
];

/** What the output's own code is called. */
const ownNames = [
  "Event",
  "Tracker",
  "Plan Event",
  "Known Person",
  "Known Event",
  "Id or Email Event",
  "Person",
  "Person Attributes",
  "Track Message",
  "Violation",
  "Violation Error",
  "Who For",
  "Create Tracker",
  "Types",
  "Checks",
  "People",
  "Plan",
  "Validate Event",
  "Validate Person Update",
  "Order",
  "Order Properties",
];

/** An event whose only property has the key. */
function eventWith(name: string, key: string, text: string): PlanEvent {
  const said = {
    description: located(text),
    owner: located(text),
    examples: examples(text),
    default: located(text),
  };
  return event(name, [property(key, type.string({ patterns: ["^[^/`]+|/$"] }), said)], {
    description: located(text),
    owner: located(text),
    idempotencyKey: [located([key])],
    examples: examples({ [key]: text }),
    tags: [located(text)],
    deprecated: {
      span: located("").span,
      since: located(text),
      replacedBy: located(text),
      removeAfter: located(text),
      reason: located(text),
    },
    status: "deprecated",
  });
}

type Loaded = {
  readonly creators: Record<string, unknown>;
  readonly validateEvent: unknown;
};

/** Type-checks the output, and calls the creator and the validator of each event. */
async function holdToTheWire(of: Plan): Promise<void> {
  const folder = scratchFolder();
  write(folder, generate(of));
  expect(compile(folder, "typescript")).toBe("");
  expect(compile(folder, "typescript-5.0")).toBe("");
  const { creators, validateEvent }: Loaded = {
    creators: await load(folder, "index.ts"),
    validateEvent: (await load(folder, "validators/index.ts")).validateEvent,
  };
  if (typeof validateEvent !== "function") throw new Error("no validators");
  const made = new Map<string, unknown>();
  const payload = (one: PlanEvent) => Object.fromEntries(one.properties.map(({ name }) => [name.value, "x"]));
  for (const one of of.events) {
    for (const creator of Object.values(creators)) {
      if (typeof creator !== "function" || creator.name === "createTracker") continue;
      if (/^class\b/.test(Function.prototype.toString.call(creator))) continue;
      const result: unknown = creator(payload(one));
      if (
        typeof result === "object" &&
        result !== null &&
        "event" in result &&
        result.event === one.name.value
      ) {
        made.set(one.name.value, result);
      }
    }
    expect(validateEvent(one.name.value, payload(one)), one.name.value).toBeUndefined();
    const [missing] = validateEvent(one.name.value, {});
    const key = one.properties[0]?.name.value ?? "";
    expect(missing.path).toBe(`/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`);
  }
  expect([...made.keys()].sort()).toEqual(of.events.map(({ name }) => name.value).sort());
  for (const one of of.events) {
    expect(made.get(one.name.value)).toEqual({
      event: one.name.value,
      properties: payload(one),
      idempotencyKey: "x",
    });
  }
}

describe("hostile names", () => {
  it("that are known to break generators", async () => {
    await holdToTheWire(
      plan({
        events: eventNames.map((name, index) =>
          eventWith(name, keys[index % keys.length] ?? "", texts[index % texts.length] ?? ""),
        ),
      }),
    );
  });

  it("that are those of the output's own code", async () => {
    const events = ownNames.map((name, index) => eventWith(name, keys[index % keys.length] ?? "", "x"));
    await holdToTheWire(plan({ events }));
    const of = plan({
      events: [event("Sent", [property("who", type.ref("Person")), property("what", type.ref("Event"))])],
      types: [
        namedType("Person", type.object([property("name", type.string())])),
        namedType("Event", type.array(type.string())),
        namedType("AccountAttributes", type.string()),
      ],
      objects: [
        planObject("Person", "person_id", [property("a?", type.string())]),
        planObject("Account", "account_id", [property("b?", type.string())]),
      ],
    });
    const folder = scratchFolder();
    write(folder, generate(of));
    expect(compile(folder, "typescript")).toBe("");
    expect(compile(folder, "typescript-5.0")).toBe("");
  });

  it("as keys, all in one object", async () => {
    const folder = scratchFolder();
    const of = plan({
      events: [
        event(
          "Every Key",
          keys.map((key) => property(key, type.string())),
        ),
      ],
    });
    write(folder, generate(of));
    expect(compile(folder, "typescript")).toBe("");
    const { validateEvent } = await load(folder, "validators/index.ts");
    if (typeof validateEvent !== "function") throw new Error("no validators");
    const payload = Object.fromEntries(keys.map((key) => [key, "x"]));
    expect(validateEvent("Every Key", payload)).toBeUndefined();
    for (const key of keys) {
      const { [key]: _, ...rest } = payload;
      expect(validateEvent("Every Key", rest), key).toHaveLength(1);
    }
  });

  it("that are random, with random keys and texts", async () => {
    const any = fc.string({ unit: "binary", minLength: 1, maxLength: 12 });
    const entries = fc.sample(fc.tuple(any, any, any), { numRuns: 120, seed: 20261123 });
    const all = plan({ events: entries.map(([name, key, text]) => eventWith(name, key, text)) });
    // Names that become one identifier are findings; the rest must stand.
    const spans = new Map(all.events.map((one, index) => [one, { file: "a", start: index, end: index + 1 }]));
    const placed = all.events.map((one) => ({
      ...one,
      name: { ...one.name, span: spans.get(one) ?? one.name.span },
    }));
    const { diagnostics } = typescript.generate({ ...all, events: placed }, {});
    const left = new Set(diagnostics.map(({ span }) => span.start));
    await holdToTheWire({ ...all, events: placed.filter(({ name }) => !left.has(name.span.start)) });
    expect(left.size).toBeLessThan(20);
  });
});

describe("random plans", () => {
  it("compile, whatever types they use", () => {
    const folder = scratchFolder();
    for (const [index, of] of fc.sample(anyPlan, { numRuns: 40, seed: 7 }).entries()) {
      write(
        folder,
        generate(of).map((file) => ({ ...file, path: `plan-${index}/${file.path}` })),
      );
    }
    expect(compile(folder, "typescript")).toBe("");
    expect(compile(folder, "typescript-5.0")).toBe("");
  });
});
