// Mends code with the compiled command line: names that are misspelled, and calls by hand that become typed ones.
import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { compiles } from "../code/rewrite/compiles.js";
import { project } from "./spawn.js";

/** A shop with a server and a browser, and what they send. */
function shop(rules = "") {
  const files = project();
  files.write(
    "tracking-plan/plan.yaml",
    `trackwright: 1
name: shop
identity: { merge: on-identify }
sources:
  api: { kind: server, paths: ["api/**/*.ts"] }
  web: { kind: browser, paths: ["web/**/*.{ts,tsx,vue}"] }
generate: { typescript: generated/typescript }
rules: { missing-owner: off, missing-description: off, missing-timestamp: off${rules} }
events:
  Order Completed:
    source: api
    properties: { order_id: string, total: number, coupon?: string }
  Item Shipped:
    source: api
    properties: { sku: string }
  Viewed Product:
    source: web
    identity: any
    aliases: [ProductView]
    properties: { sku: string }
`,
  );
  return files;
}

describe("a misspelled name", () => {
  const before =
    '\ufeffimport { analytics } from "@segment/analytics-next";\r\n\r\nanalytics.track("viewed_product", { sku: "a" }); // here\r\n';

  test("is mended in place: byte order mark, line breaks and comments stay", () => {
    const files = shop();
    files.write("web/a.ts", before);
    const first = files.run("lint --only code --fix --format concise");
    expect(first.stderr).toContain("Mended 1 finding in 1 file of code");
    expect(first.stdout).not.toContain("misspelled-event");
    expect(files.read("web/a.ts")).toBe(before.replace("viewed_product", "Viewed Product"));
    const second = files.run("lint --only code --fix");
    expect(second.stderr).not.toContain("Mended");
    expect(files.read("web/a.ts")).toBe(before.replace("viewed_product", "Viewed Product"));
  });

  test("is shown and not written with --dry-run", () => {
    const files = shop();
    files.write("web/a.ts", before);
    const { stdout, stderr } = files.run("lint --only code --fix --dry-run");
    expect(stdout).toContain('+analytics.track("Viewed Product", { sku: "a" }); // here');
    expect(stderr).toContain("Would mend 1 finding in 1 file of code");
    expect(files.read("web/a.ts")).toBe(before);
  });

  test("is mended in the script of a component, and nowhere else in it", () => {
    const files = shop();
    const vue = (name: string): string =>
      `<template>\n  <p>viewed_product</p>\n</template>\n\n<script setup lang="ts">\nimport { analytics } from "@segment/analytics-next";\nanalytics.track("${name}", { sku: "a" });\n</script>\n`;
    files.write("web/A.vue", vue("viewed_product"));
    files.run("lint --only code --fix");
    expect(files.read("web/A.vue")).toBe(vue("Viewed Product"));
  });

  test("in a file that is not UTF-8 stops the command before anything is lost", () => {
    const files = shop();
    files.write("web/a.ts", "");
    const bytes = Buffer.concat([
      Buffer.from(
        'import { analytics } from "@segment/analytics-next";\nanalytics.track("viewed_product", { sku: "',
      ),
      Buffer.from([0xff]),
      Buffer.from('" });\n'),
    ]);
    writeFileSync(files.at("web/a.ts"), bytes);
    files.run("lint --only code --fix");
    expect(readFileSync(files.at("web/a.ts"))).toEqual(bytes);
  });
});

describe("a call by hand", () => {
  const raw = ", raw-emit: warning";
  const server = `import { TrackClient } from "customerio-node";

const cio = new TrackClient("site", "key");

export async function completed(userId: string, total: number): Promise<void> {
  await cio.track(userId, {
    name: "Order Completed",
    data: {
      order_id: "o-1", // the number on the invoice
      total,
    },
  });
}
`;

  test("is left alone without --unsafe", () => {
    const files = shop(raw);
    files.write("api/a.ts", server);
    const { stdout } = files.run("lint --only code --fix --format concise");
    expect(stdout).toContain("raw-emit");
    expect(files.read("api/a.ts")).toBe(server);
  });

  test("has a payload that the emitter makes, and compiles", () => {
    const files = shop(raw);
    files.write("api/a.ts", server);
    files.run("build");
    const { stderr } = files.run("lint --only code --fix --unsafe raw-emit");
    expect(stderr).toContain("Mended 1 finding in 1 file of code");
    const after = files.read("api/a.ts");
    expect(after).toBe(`import { TrackClient } from "customerio-node";
import { orderCompleted } from "../generated/typescript/events/order-completed.js";

const cio = new TrackClient("site", "key");

export async function completed(userId: string, total: number): Promise<void> {
  await cio.track(userId, {
    name: "Order Completed",
    data: orderCompleted({
      order_id: "o-1", // the number on the invoice
      total,
    }).properties,
  });
}
`);
    expect(compiles(files.root)).toEqual("");
    const again = files.run("lint --only code --fix --unsafe raw-emit --format concise");
    expect(again.stdout).not.toContain("raw-emit");
    expect(files.read("api/a.ts")).toBe(after);
  });

  test("goes through the tracker that the settings name, with its comments", () => {
    const files = shop(', raw-emit: { severity: warning, trackers: ["api/tracking.ts"] }');
    files.write("api/a.ts", server);
    files.write(
      "api/tracking.ts",
      `import { TrackClient } from "customerio-node";
import { createTracker } from "../generated/typescript/index.js";

const cio = new TrackClient("site", "key");
export const tracker = createTracker({
  destination: {
    track: ({ who, event, properties }) => cio.track(String(who.id), { name: event, data: { ...properties } }),
    identify: ({ who, attributes }) => cio.identify(String(who.id), { ...attributes }),
  },
});
`,
    );
    files.run("build");
    files.run("lint api/a.ts --only code --fix --unsafe raw-emit");
    expect(files.read("api/a.ts")).toBe(`import { TrackClient } from "customerio-node";
import { orderCompleted } from "../generated/typescript/events/order-completed.js";
import { tracker } from "./tracking.js";

const cio = new TrackClient("site", "key");

export async function completed(userId: string, total: number): Promise<void> {
  await tracker.track({ id: userId }, orderCompleted({
      order_id: "o-1", // the number on the invoice
      total,
    }));
}
`);
    expect(compiles(files.root)).toEqual("");
  });

  test("takes the file's own quotes, semicolons, endings and imports, and no name twice", () => {
    const files = shop(raw);
    files.write(
      "web/a.tsx",
      `'use client'

import { analytics } from '@segment/analytics-next'
import type { Product } from './product'

const viewedProduct = (sku: string) => {
  analytics.track('Viewed Product', { sku })
}
export const send = ({ sku }: Product) => viewedProduct(sku)
`,
    );
    files.run("lint --only code --fix --unsafe raw-emit");
    expect(files.read("web/a.tsx")).toBe(`'use client'

import { analytics } from '@segment/analytics-next'
import type { Product } from './product'
import { viewedProduct as viewedProductEvent } from '../generated/typescript/events/viewed-product'

const viewedProduct = (sku: string) => {
  analytics.track('Viewed Product', viewedProductEvent({ sku }).properties)
}
export const send = ({ sku }: Product) => viewedProduct(sku)
`);
  });

  test("of several events is rewritten in one run", () => {
    const files = shop(raw);
    const code = (
      order: string,
      item: string,
      imports: string,
    ): string => `import { TrackClient } from "customerio-node";
${imports}
const cio = new TrackClient("site", "key");
cio.track("u", { name: "Order Completed", data: ${order} });
cio.track("u", { name: "Item Shipped", data: ${item} });
cio.track("u", { name: "Item Shipped", data: ${item} });
`;
    const order = '{ order_id: "o", total: 1 }';
    const item = '{ sku: "s" }';
    files.write("api/a.ts", code(order, item, ""));
    files.run("lint --only code --fix --unsafe raw-emit");
    expect(files.read("api/a.ts")).toBe(
      code(
        `orderCompleted(${order}).properties`,
        `itemShipped(${item}).properties`,
        `import { itemShipped } from "../generated/typescript/events/item-shipped.js";
import { orderCompleted } from "../generated/typescript/events/order-completed.js";
`,
      ),
    );
  });

  test("in a script without modules stays as it is", () => {
    const files = shop(raw);
    const script = 'analytics.track("Viewed Product", { sku: "a" });\n';
    files.write("tracking-plan/web.yaml", "");
    files.edit("tracking-plan/plan.yaml", "{ts,tsx,vue}", "{ts,js}");
    files.remove("tracking-plan/web.yaml");
    files.write("web/a.js", script);
    files.run("lint --only code --fix --unsafe raw-emit");
    expect(files.read("web/a.js")).toBe(script);
  });
});

describe("the flags", () => {
  test.each([
    ["lint --unsafe raw-emit", "--unsafe goes with --fix"],
    ["lint --fix --unsafe raw-emits", 'there is no rule "raw-emits". Did you mean "raw-emit"?'],
    ["lint --fix --unsafe missing-owner", 'the rule "missing-owner" mends nothing'],
    ["lint --types --only plan", "--types is about the code, which --only leaves out"],
  ])("%s is refused", (command, message) => {
    const { code, stderr } = shop().run(command);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });
});

describe("what would not compile", () => {
  const wrappers = `import { analytics } from "@segment/analytics-next";
type Names = { viewed_product: { sku: string } };
export function held<Name extends keyof Names>(name: Name, payload: Names[Name]) {
  analytics.track(name, payload);
}
export function open(name: string, payload: Record<string, unknown>) {
  analytics.track(name, payload);
}
`;

  test("a name and a payload that the types of a wrapper hold are left as they are", () => {
    const files = shop(", raw-emit: warning");
    files.run("build");
    files.write("web/wrappers.ts", wrappers);
    const calls = (name: string): string => `import { held, open } from "./wrappers";
held("viewed_product", { sku: "a" });
open("${name}", { sku: "a" });
`;
    files.write("web/calls.ts", calls("viewed_product"));
    files.run("lint --only code --fix");
    expect(files.read("web/calls.ts")).toBe(calls("Viewed Product"));
    files.run("lint --only code --fix --unsafe raw-emit");
    const mended = files.read("web/calls.ts");
    expect(mended).toContain('held("viewed_product", { sku: "a" });');
    expect(mended).toContain('open("Viewed Product", viewedProduct({ sku: "a" }).properties);');
  });

  test("a payload that does not fit the plan, or holds the name, is not made by an emitter", () => {
    const files = shop(", raw-emit: warning");
    files.write(
      "tracking-plan/plan.yaml",
      files
        .read("tracking-plan/plan.yaml")
        .replace("rules:", "code: { presets: [segment, data-layer] }\nrules:"),
    );
    files.run("build");
    const before = `import { analytics } from "@segment/analytics-next";
analytics.track("Viewed Product", { sku: 3 });
dataLayer.push({ event: "Viewed Product", sku: "a" });
`;
    files.write("web/a.ts", before);
    files.run("lint --only code --fix --unsafe raw-emit");
    expect(files.read("web/a.ts")).toBe(before);
  });

  test("a key that is right for another event of the same wrapper stays", () => {
    const files = shop();
    files.write(
      "tracking-plan/plan.yaml",
      files.read("tracking-plan/plan.yaml") +
        "  Left Page:\n    source: web\n    identity: any\n    properties: { page_path: string }\n" +
        "  Came Back:\n    source: web\n    identity: any\n    properties: { pagePath: string }\n",
    );
    const before = `import { analytics } from "@segment/analytics-next";
const track = (name: string) => analytics.track(name, { page_path: location.pathname });
track("Left Page");
track("Came Back");
`;
    files.write("web/a.ts", before);
    const { stdout } = files.run("lint --only code --fix --unsafe misspelled-property --format concise");
    expect(stdout).toContain("misspelled-property");
    expect(files.read("web/a.ts")).toBe(before);
  });
});

describe("what is generated", () => {
  test.each([
    ["web/client.ts", "// Generated by our-events. DO NOT EDIT.\n"],
    ["web/client.ts", "/*\n * @generated\n */\n"],
    ["web/client.generated.ts", ""],
  ])("is left as it is: %s, %j", (path, heading) => {
    const files = shop();
    const text = `${heading}import { analytics } from "@segment/analytics-next";\nanalytics.track("viewed_product", { sku: "a" });\n`;
    files.write(path, text);
    const { stdout, stderr } = files.run("lint --only code --fix --unsafe misspelled-event");
    expect(stdout).toContain("misspelled-event");
    expect(stdout).toContain(`"${path}" is generated: mend what it is made from.`);
    expect(stderr).not.toContain("Mended");
    expect(files.read(path)).toBe(text);
  });
});
