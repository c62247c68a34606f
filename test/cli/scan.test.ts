// `trackwright scan` as users and programs meet it.
import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { project } from "./spawn.js";

function shop() {
  const files = project();
  files.write(
    "web/cart.ts",
    'analytics.track("Started Checkout", { value: 3 });\nanalytics.track(pick());\n',
  );
  files.write(
    "api/pay.js",
    'const segment = require("analytics-node");\nnew segment("k").track({ userId: 1, event: "Paid" });\n',
  );
  return files;
}

describe("scan", () => {
  test("lists what any repository emits", () => {
    const { code, stdout } = shop().run("scan --no-plan");
    expect(code).toBe(0);
    expect(stdout).toBe(`api/pay.js
     2:1  "Paid"  new segment("k").track (segment)

web/cart.ts
     1:1  "Started Checkout"  analytics.track (segment)
     2:1  (not known)  analytics.track (segment)
          the name is not known: "pick()" is not known here

3 emissions of 2 events in 2 files, 1 with a name that is not known.
`);
  });

  test("says a doubt that many calls share once, with the lines that end it", () => {
    const files = project();
    const names = ["Cart Opened", "Cart Closed", "Cart Kept", "Cart Lost"];
    const calls = names.map((name) => `  capture("${name}", { from: "cart" });\n`);
    files.write(
      "web/cart.ts",
      `import { useTelemetry } from "shop-ui";\n\nexport function cart() {\n  const { capture } = useTelemetry();\n${calls.join("")}}\n`,
    );
    expect(files.run("scan --no-plan").stdout).toBe(`web/cart.ts
     5:3  "Cart Opened"  capture (own) may be no emission
     6:3  "Cart Closed"  capture (own) may be no emission
     7:3  "Cart Kept"  capture (own) may be no emission
     8:3  "Cart Lost"  capture (own) may be no emission

4 calls may be no emissions: what "useTelemetry" is can't be seen here.
If they are, say so in the plan, and the doubt goes:
  code:
    calls:
      - { call: capture, event: 0, properties: 1 }

4 emissions of 4 events in 1 file, 4 that may be none.
`);
    files.write(
      "tracking-plan/plan.yaml",
      "trackwright: 1\nname: shop\ncode:\n  calls:\n    - { call: capture, event: 0, properties: 1 }\n",
    );
    expect(files.run("scan").stdout).toContain("\n4 emissions of 4 events in 1 file.\n");
  });

  test("says which calls look like those that send events, with the lines that declare them", () => {
    const files = project();
    files.write(
      "web/cart.ts",
      `import { bus, shell } from "./shell";
shell.markUsage({ step: "cart_opened", items: 3 });
shell.markUsage({ step: "cart_closed", items: 3 });
bus.call("telemetry", "track", ["cart_kept"]);
bus.call("disk", "save", ["cart_kept"]);
`,
    );
    files.write(
      "web/shell.ts",
      `import { wire } from "@acme/wire";
export const shell = { markUsage: (about: object) => wire.put("usage", about) };
export const bus = { call: (...all: unknown[]) => wire.put("bus", all) };
`,
    );
    const { stdout } = files.run("scan --no-plan");
    expect(stdout).toBe(`3 calls look like those that send events, and lead to nothing that is known:
  web/cart.ts:2:1  shell.markUsage("cart_opened") and 1 more
  web/cart.ts:4:1  bus.call("telemetry", "track", "cart_kept")
Name in the plan those that do, and they count:
  code:
    calls:
      - { call: shell.markUsage, event: [0, step], properties: 0 }
      - { call: bus.call, given: [telemetry, track], event: [2, 0] }

No call that sends an event was found in 2 files. Functions of your own that send by other means than a known library are named under \`code.calls\` in the plan.
`);
    expect(files.run("scan --no-plan --format markdown").stdout).toContain(
      '| `shell.markUsage("cart_opened")` | 2 | `web/cart.ts:2:1` |',
    );
    // The lines as they are printed.
    const lines = stdout
      .slice(stdout.indexOf("  code:"), stdout.indexOf("\n\nNo call"))
      .replace(/^ {2}/gm, "");
    files.write("tracking-plan/plan.yaml", `trackwright: 1\nname: shop\n${lines}\n`);
    const { emissions, suspects } = JSON.parse(files.run("scan --format json").stdout);
    expect(suspects).toEqual([]);
    expect(emissions).toMatchObject([
      { event: "cart_opened", preset: "code.calls", properties: [{ name: "items", type: "number" }] },
      { event: "cart_closed", preset: "code.calls" },
      { event: "cart_kept", preset: "code.calls", line: 4 },
    ]);
  });

  test("takes of several declarations of one call the one that fits it", () => {
    const files = project();
    files.write(
      "tracking-plan/plan.yaml",
      `trackwright: 1
name: shop
code:
  calls:
    - { call: record, event: 2, properties: 3 }
    - { call: record, event: 1, properties: 2 }
    - { call: record, event: 0, properties: 1 }
    - { call: till.record, event: [0, what], properties: 0 }
    - { call: bus.send, given: [RecordRequest], event: [1, what], properties: 1 }
`,
    );
    files.write(
      "web/cart.ts",
      `import { record } from "shop-record";
import posthog from "posthog-js";

record(key, address, "Cart Opened", { items: 2 });
record(user, "Cart Closed", { items: 3 });
record("Cart Kept", { items: 4 });
till.record({ what: "Cart Paid", items: 5 });
bus.send(RecordRequest, { what: "Cart Sent", items: 6 });
bus.send(OtherRequest, { what: "Nothing" });
watch.record(() => 1, 2);

const log = { record: (entry: { name: string }) => posthog.capture(entry.name) };
log.record({ name: "Cart Lost" });
`,
    );
    const { emissions } = JSON.parse(files.run("scan --format json").stdout);
    const named = emissions.filter(({ forwards }: { forwards: boolean }) => !forwards);
    expect(named).toMatchObject([
      { event: "Cart Opened", preset: "code.calls", properties: [{ name: "items" }] },
      { event: "Cart Closed", preset: "code.calls", properties: [{ name: "items" }] },
      { event: "Cart Kept", preset: "code.calls", properties: [{ name: "items" }] },
      { event: "Cart Paid", preset: "code.calls", properties: [{ name: "items" }] },
      { event: "Cart Sent", preset: "code.calls", properties: [{ name: "items" }] },
      // What fits none is followed as everything else is.
      { event: "Cart Lost", preset: "posthog" },
    ]);
  });

  test("gives programs every emission, and names its source", () => {
    const files = shop();
    files.write(
      "tracking-plan/plan.yaml",
      'trackwright: 1\nname: shop\nsources:\n  storefront: { kind: browser, paths: ["web/**/*.ts"] }\nevents:\n  Paid: {}\n',
    );
    const { code, stdout } = files.run("scan web --format json");
    expect(code).toBe(0);
    const report = JSON.parse(stdout);
    expect(report.summary).toMatchObject({ files: 1, emissions: 2, byKind: { literal: 1, dynamic: 1 } });
    expect(report.emissions[0]).toMatchObject({
      event: "Started Checkout",
      events: ["Started Checkout"],
      kind: "literal",
      call: "analytics.track",
      preset: "segment",
      method: "track",
      source: "storefront",
      properties: [{ name: "value", type: "number" }],
      file: "web/cart.ts",
      line: 1,
      column: 1,
      endLine: 1,
      endColumn: 50,
    });
    expect(report.emissions[1]).toMatchObject({ event: null, kind: "dynamic" });
  });

  test("writes JSON that its schema describes", () => {
    const files = shop();
    files.write("web/who.ts", 'analytics.identify("c-42", { plan: "pro" });\nlet broken = ;\n');
    files.write("web/bus.ts", 'import { bus } from "bus";\nbus.call("telemetry", "track", ["cart_kept"]);\n');
    const schema = JSON.parse(
      readFileSync(new URL("../../schema/scan.schema.json", import.meta.url), "utf8"),
    );
    const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(schema);
    const report = JSON.parse(files.run("scan --no-plan --format json").stdout);
    expect([validate(report), validate.errors]).toEqual([true, null]);
    expect(report.summary.emissions).toBe(report.emissions.length);
    expect(report.suspects).toMatchObject([
      {
        call: "bus.call",
        given: ["telemetry", "track"],
        event: [2, "0"],
        calls: [{ events: ["cart_kept"] }],
      },
    ]);
    expect(report.problems).toMatchObject([{ kind: "syntax", file: "web/who.ts", line: 2 }]);
  });

  test("writes a table for a comment", () => {
    const { stdout } = shop().run("scan web --no-plan --format markdown");
    expect(stdout).toContain('| `"Started Checkout"` | `analytics.track` |');
  });

  test.each([
    ["scan", /no plan found.*--no-plan/s],
    ["scan nowhere --no-plan", /there is no folder "nowhere"/],
    ["scan web/cart.ts --no-plan", /"web\/cart.ts" is a file/],
  ])("refuses `%s`", (command, message) => {
    const { code, stderr } = shop().run(command);
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
  });
});
