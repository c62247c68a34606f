// `trackwright lint` on a project with code: what it reports, what it mends, and when it looks again.
import { mkdirSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { project } from "./spawn.js";

const plan = `trackwright: 1
name: acme-store
identity: { primary: id, merge: on-identify }
sources:
  storefront: { kind: browser, language: typescript, paths: ["web/**/*.{ts,tsx,vue}"] }
generate:
  markdown: generated/docs
events:
  Started Checkout:
    description: The checkout is open.
    owner: checkout
    source: storefront
    properties:
      cart_value: { type: number, description: What the cart is worth. }
`;
const right = 'analytics.track("Started Checkout", { cart_value: 40 });\n';

function shop(files: Readonly<Record<string, string>>) {
  const made = project();
  made.write("tracking-plan/plan.yaml", plan);
  for (const [path, text] of Object.entries(files)) made.write(path, text);
  return made;
}

type Json = {
  readonly summary: { readonly checked: { readonly codeFiles?: number; readonly emissions?: number } };
  readonly findings: readonly {
    readonly rule: string;
    readonly file: string;
    readonly line: number;
    readonly column: number;
    readonly mirror: string;
  }[];
};

/** `file:line:column rule` of each finding about code. */
function findings(stdout: string): readonly string[] {
  const { findings: all }: Json = JSON.parse(stdout);
  return all
    .filter(({ mirror }) => mirror === "code")
    .map(({ rule, file, line, column }) => `${file}:${line}:${column} ${rule}`);
}

describe("lint on a project with code", () => {
  test("reports what the code sends wrong, with the mend, as JSON", () => {
    const made = shop({
      "web/cart.ts": `\nanalytics.track("Checkout Started", { cart_value: 40 });\n${right}`,
    });
    const { code, stdout } = made.run("lint --only code --format json");
    expect(code).toBe(1);
    const report: Json = JSON.parse(stdout);
    expect(report.summary.checked).toMatchObject({ events: 1, codeFiles: 1, emissions: 2 });
    expect(report.findings).toEqual([
      {
        rule: "misspelled-event",
        severity: "error",
        mirror: "code",
        message: '"Checkout Started" is not in the plan; did you mean "Started Checkout"?',
        file: "web/cart.ts",
        line: 2,
        column: 17,
        endLine: 2,
        endColumn: 35,
        event: "Started Checkout",
        property: null,
        help: expect.any(String),
        url: null,
        related: [
          expect.objectContaining({ file: "tracking-plan/plan.yaml", message: "declared here", line: 9 }),
        ],
        fixes: [
          {
            title: 'rename to "Started Checkout"',
            safe: true,
            edits: [
              {
                file: "web/cart.ts",
                line: 2,
                column: 17,
                endLine: 2,
                endColumn: 35,
                text: '"Started Checkout"',
              },
            ],
          },
        ],
        fingerprint: expect.stringMatching(/^[0-9a-f]{12}$/),
      },
    ]);
  });

  test("reads Vue and JSX, and leaves out tests, what is generated and what .gitignore names", () => {
    const wrong = 'analytics.track("Gone");\n';
    const made = shop({
      "web/cart.ts": right,
      "web/Cart.vue": `<template><a /></template>\n<script setup lang="ts">\n${wrong}</script>\n`,
      "web/cart.tsx": `export const a = <button onClick={() => analytics.track("Gone")} />;\n`,
      "web/cart.test.ts": wrong,
      "old/cart.ts": wrong,
      "node_modules/x/index.js": wrong,
      "generated/typescript/x.ts": wrong,
      ".gitignore": "old/\ngenerated/\n",
    });
    expect(findings(made.run("lint --format json").stdout)).toEqual([
      "web/Cart.vue:3:17 unknown-event",
      "web/cart.tsx:1:57 unknown-event",
    ]);
  });

  test("looks at the files and folders that are named", () => {
    const made = shop({ "web/a.ts": 'analytics.track("A");\n', "web/deep/b.ts": 'analytics.track("B");\n' });
    const of = (args: string, cwd = made.root) =>
      findings(made.run(`lint --only code --format json ${args}`, { cwd }).stdout);
    expect(of("web/deep")).toEqual(["web/deep/b.ts:1:17 unknown-event"]);
    expect(of("a.ts", made.at("web"))).toEqual(["web/a.ts:1:17 unknown-event"]);
    expect(of("web/a.ts web/deep/b.ts")).toHaveLength(2);
    // That nothing sends the event can be told of the whole code alone.
    expect(of("")).toContain("tracking-plan/plan.yaml:9:3 unimplemented-event");
  });

  test("does not pass where there was no code to look at", () => {
    const made = shop({ "docs/a.md": "# Nothing\n" });
    expect(made.run("lint --only code")).toMatchObject({ code: 2, stdout: "" });
    expect(made.run("lint --only code").stderr).toContain("there is no code to lint");
    expect(made.run("lint --only code docs").stderr).toContain("to lint in docs");
    expect(made.run("lint ../elsewhere").stderr).toContain("outside of the project");
    expect(made.run("lint --only plan").code).toBe(0);
  });
});

test("lint --fix writes the plan's names into code, and nothing else", () => {
  const made = shop({
    "web/cart.ts": `// stays\r\nanalytics.track('checkout_started', {\r\n  cartValue: 40, // stays\r\n});\r\n`,
    "web/names.ts": 'export const names = { checkout: "Checkout Started" } as const;\n',
    "web/other.ts": 'import { names } from "./names";\nanalytics.track(names.checkout, { cart_value: 1 });\n',
  });
  const dry = made.run("lint --only code --fix --dry-run");
  expect(dry.stdout).toContain("+analytics.track('Started Checkout', {");
  expect(made.read("web/cart.ts")).toContain("checkout_started");
  const { code, stderr } = made.run("lint --only code --fix");
  expect(stderr).toContain("in 2 files of code");
  expect(code).toBe(0);
  expect(made.read("web/cart.ts")).toBe(
    `// stays\r\nanalytics.track('Started Checkout', {\r\n  cart_value: 40, // stays\r\n});\r\n`,
  );
  expect(made.read("web/names.ts")).toBe('export const names = { checkout: "Started Checkout" } as const;\n');
  const before = made.tree("web");
  made.run("lint --only code --fix");
  expect(made.tree("web")).toEqual(before);
});

describe("a clean result", () => {
  const warm = () => {
    const made = shop({ "web/cart.ts": right, "web/name.ts": 'export const name = "Started Checkout";\n' });
    mkdirSync(made.at("node_modules"));
    expect(made.run("build").code).toBe(0);
    expect(made.run("lint").stdout).toContain("No findings");
    return made;
  };

  test("is repeated where nothing changed", () => {
    const made = warm();
    const cache = made.at("node_modules/.cache/trackwright");
    // Whatever is worked out again is written down again.
    const written = () => readdirSync(cache).map((name) => statSync(join(cache, name)).mtimeMs);
    const before = written();
    expect(made.run("lint")).toMatchObject({
      code: 0,
      stdout: expect.stringContaining("1 call in 2 code files"),
    });
    expect(written()).toEqual(before);
  });

  test("is not repeated after a change of code, as large as before and as old", () => {
    const made = warm();
    made.edit("web/cart.ts", "Started", "Strated");
    const { code, stdout } = made.run("lint");
    expect(stdout).toContain("misspelled-event");
    expect(code).toBe(1);
  });

  test("is not repeated where code is new, gone or no longer ignored", () => {
    const made = warm();
    made.write("web/deep/new.ts", 'analytics.track("Gone");\n');
    expect(made.run("lint").code).toBe(1);
    made.write(".gitignore", "web/deep\n");
    expect(made.run("lint").code).toBe(0);
    made.write(".gitignore", "");
    expect(made.run("lint").code).toBe(1);
    made.remove("web/deep");
    made.remove("web/cart.ts");
    expect(made.run("lint --fail-on warning").stdout).toContain("unimplemented-event");
  });
});
