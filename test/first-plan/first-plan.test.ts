// Holds first plans to their promises: they say what the calls say, load without an error, and read well.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { firstPlan } from "../../src/first-plan/first-plan.js";
import { isWritable } from "../../src/first-plan/yaml.js";
import { assemblePlan } from "../../src/plan/assemble.js";
import { type MadeCall, madeScan, value } from "./made-scan.js";

function made(calls: readonly MadeCall[]) {
  return firstPlan({ name: "shop", scan: madeScan(calls), packages: [] });
}

/** The text of the events, without comments. */
function eventsOf(calls: readonly MadeCall[]): string {
  const text = made(calls).files.find(({ path }) => path === "events.yaml")?.text ?? "";
  return text.replace(/^ *#.*\n/gm, "");
}

function loaded(calls: readonly MadeCall[]) {
  const files = made(calls).files.map(({ path, text }) => ({ path: `tracking-plan/${path}`, text }));
  return assemblePlan(files, "tracking-plan", "tracking-plan/plan.yaml");
}

describe("an event", () => {
  test("has what its calls have in common, and the rest is optional", () => {
    expect(
      eventsOf([
        {
          names: ["Order Completed"],
          properties: { id: value.text, total: value.number, coupon: value.null },
        },
        { names: ["Order Completed"], properties: { id: value.text, total: value.number, gift: value.yes } },
      ]),
    ).toBe(`events:
  Order Completed:
    source: app
    identity: any
    properties:
      coupon?: any
      gift?: boolean
      id: string
      total: number
`);
  });

  test("is there where its calls may be none, and says so", () => {
    const doubt = 'what "analytics" is can\'t be seen here';
    const text = made([
      { names: ["Signed Up"], doubt },
      { names: ["Order Completed"], doubt },
      { names: ["Order Completed"] },
      { names: [], complete: false, doubt },
    ])
      .files.map((file) => file.text)
      .join("");
    expect(text).toContain(`  # It may be no event: ${doubt}.\n  Signed Up:`);
    expect(text.match(/It may be no event/g)).toHaveLength(1);
    expect(text).toContain("# One call that may send nothing at all is left out.");
  });

  test("is about people that are known by their address, where every id is one", () => {
    const by = (text: string): MadeCall => ({
      names: ["Signed Up"],
      needsIdentity: true,
      identities: [{ as: "id", text, value: value.unknown, span: { file: "src/a.ts", start: 0, end: 0 } }],
    });
    const identity = (calls: readonly MadeCall[]): string =>
      /\nidentity:\n(?: {2}.+\n)+/.exec(
        made(calls)
          .files.map(({ text }) => text)
          .join(""),
      )?.[0] ?? "";
    expect(identity([by("user.email"), by("email")])).toContain("primary: email\n  type: email\n");
    expect(identity([by("user.email"), by("user.id")])).toContain("primary: id\n  type: string\n");
    expect(eventsOf([by("user.email")])).toBe("events:\n  Signed Up:\n    source: app\n");
  });

  test("has the type that fits all calls", () => {
    const types = eventsOf([
      {
        names: ["A"],
        properties: {
          plan: value.literal("free"),
          same: value.literal("web"),
          at: value.date,
          tags: value.list(value.text),
          mixed: value.list(value.text, value.number),
          cart: value.object({ total: value.number, note: value.text }),
          lines: value.list(value.object({ sku: value.text })),
          either: value.text,
          odd: value.literal("it's: #1"),
        },
      },
      {
        names: ["A"],
        properties: {
          plan: value.literal("team"),
          same: value.literal("web"),
          at: value.date,
          tags: value.list(value.text),
          mixed: value.list(value.text),
          cart: value.object({ total: value.number }),
          lines: value.list(),
          either: value.either(value.number, value.null),
          odd: value.literal("b"),
        },
      },
    ]);
    expect(types).toContain(`    properties:
      at: datetime
      cart:
        properties:
          note?: string
          total: number
      either: string | number | null
      lines: object[]
      mixed: (string | number)[]
      odd: string
      plan: enum(free, team)
      same: string
      tags: string[]
`);
  });

  test("is open where a call sends what can't be read", () => {
    const text = eventsOf([{ names: ["A"], properties: { id: value.text }, open: true }]);
    expect(text).toContain("open: true");
    expect(text).toContain("id: string");
  });

  test("that is written in several ways is one, and the others are its aliases", () => {
    const calls = ["Order Completed", "Order Completed", "order_completed", "orderCompleted"].map((name) => ({
      names: [name],
    }));
    expect(eventsOf(calls)).toContain(
      'Order Completed:\n    source: app\n    identity: any\n    aliases: ["orderCompleted", "order_completed"]',
    );
  });

  test("that looks like another says so", () => {
    const text = made([{ names: ["Checkout Started"] }, { names: ["Started Checkout"] }]).files[1]?.text;
    expect(text).toContain('has the words of "Checkout Started" in another order');
  });

  test("that a server and a browser send names both, and asks", () => {
    const { files, sources } = firstPlan({
      name: "shop",
      scan: madeScan([
        { names: ["A"], file: "apps/web/src/a.tsx" },
        { names: ["A"], file: "apps/api/src/deep/b.ts", needsIdentity: true },
      ]),
      packages: [
        { folder: "", name: "shop", dependencies: [] },
        { folder: "apps/web", name: "web", dependencies: ["react-dom"] },
        { folder: "apps/api", name: "api", dependencies: ["@nestjs/core"] },
      ],
    });
    expect(sources).toEqual(["api", "web"]);
    expect(files[0]?.text).toContain(`  api:
    kind: server
    language: typescript
    paths: ["apps/api/src/**/*.{ts,tsx}"]`);
    expect(files[0]?.text).toContain("  web:\n    kind: browser");
    expect(files[1]?.text).toContain("names: [api, web]\n      because: ");
  });
});

describe("the head", () => {
  test("lists the calls whose event is not known", () => {
    const name = {
      kind: "dynamic" as const,
      names: [],
      patterns: [],
      complete: false,
      span: { file: "src/b.ts", start: 0, end: 0 },
    };
    const scan = madeScan([{ names: ["A"] }, { names: [], file: "src/b.ts" }]);
    const emissions = scan.emissions.map((one) =>
      one.span.file === "src/b.ts"
        ? { ...one, name: { ...name, reason: 'the parameter "name" of "send"' } }
        : one,
    );
    const { files } = firstPlan({ name: "shop", scan: { ...scan, emissions }, packages: [] });
    expect(files[0]?.text).toContain('#   src/b.ts:1 analytics.track: the parameter "name" of "send"');
  });

  test("has the naming that most names follow", () => {
    const calls = ["order_completed", "cart_viewed", "Signed Up"].map((name) => ({
      names: [name],
      properties: { orderId: value.text },
    }));
    expect(made(calls).files[0]?.text).toContain("events: snake_case\n  properties: camelCase");
  });
});

test("hundreds of events go into a file for each topic", () => {
  const names = ["Cart", "Billing: Plan", "Inbox"].flatMap((topic) =>
    Array.from({ length: 12 }, (_, index) => `${topic} ${String.fromCharCode(65 + index)}`),
  );
  const { files } = made([...names, "Odd One"].map((name) => ({ names: [name] })));
  expect(files.map(({ path }) => path)).toEqual([
    "plan.yaml",
    "events/billing.yaml",
    "events/cart.yaml",
    "events/inbox.yaml",
    "events/other.yaml",
  ]);
});

describe("whatever names are in the code", () => {
  const hostile = fc.oneof(
    fc.string({ unit: "binary", maxLength: 30 }),
    fc.string({ unit: "grapheme", maxLength: 30 }),
    fc.constantFrom(
      "__proto__",
      "constructor",
      "404",
      "null",
      "~",
      "yes",
      "- a",
      "? a",
      "a: b",
      "a #b",
      "@a",
      "*a",
      "&a",
      "!a",
      "%a",
      "`a`",
      "'a'",
      '"a"',
      "{a}",
      "[a]",
      "a?",
      "?",
      " a ",
      "a\nb",
      "\u0000",
      "\ud800",
      "\u2028",
      "*/",
      "<<",
      "=",
      "1.0",
      "2024-01-01",
      "日本語",
      "x".repeat(2000),
    ),
  );

  test("the plan loads without an error and has those that a plan can hold", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(hostile, { minLength: 1, maxLength: 8 }),
        fc.uniqueArray(hostile, { maxLength: 8 }),
        fc.array(hostile, { maxLength: 4 }),
        (names, properties, texts) => {
          const payload = properties.map(
            (name, index): readonly [string, ReturnType<typeof value.literal>] => [
              name,
              value.either(...[...texts, `v${index}`].map(value.literal)),
            ],
          );
          const calls = names.map((name) => ({ names: [name], properties: payload }));
          const identify = { names: [], method: "identify" as const, properties: payload };
          const { plan, diagnostics } = loaded([...calls, identify]);
          expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
          const planned = plan.events.flatMap(({ name, aliases }) => [
            name.value,
            ...aliases.map((one) => one.value),
          ]);
          expect(planned.sort()).toEqual(names.filter(isWritable).sort());
        },
      ),
      { numRuns: 100 },
    );
  });
});
