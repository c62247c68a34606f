// Starts a plan from code with the compiled command line: what it writes loads, lints, builds and compiles.
import { describe, expect, test } from "vitest";
import { compiles } from "../code/rewrite/compiles.js";
import { project } from "./spawn.js";

/** A monorepo of a shop: a site and a service, each with its habits. */
function shop() {
  const files = project();
  files.write("package.json", '{ "name": "@acme/shop", "private": true, "workspaces": ["apps/*"] }');
  files.write("apps/site/package.json", '{ "name": "site", "dependencies": { "react-dom": "19" } }');
  files.write("apps/service/package.json", '{ "name": "service", "dependencies": { "express": "5" } }');
  files.write(
    "apps/site/src/cart.tsx",
    `import { analytics } from "@segment/analytics-next";

export function add(sku: string, plan: "free" | "team", step: string) {
  analytics.track("Added to Cart", { sku, quantity: 2, source: "list" });
  analytics.track("Added to Cart", { sku, quantity: 1, source: "detail", coupon: null });
  analytics.track("added_to_cart", { sku, quantity: 1, source: "list" });
  analytics.track(\`Viewed \${step}\`, { plan });
}
`,
  );
  files.write(
    "apps/service/src/orders.ts",
    `import { TrackClient } from "customerio-node";
import type { Order } from "./order";

const cio = new TrackClient("site", "key");

export function completed(userId: string, order: Order) {
  cio.identify(userId, { email: order.email, first_name: "A", id: userId });
  cio.track(userId, { name: "Order Completed", data: { order_id: order.id, lines: order.lines, paid: true } });
  cio.track(userId, { name: "Refunded: 100%", data: { order_id: order.id } });
}
`,
  );
  files.write(
    "apps/service/src/order.ts",
    "export type Order = { id: string; email: string; lines: { sku: string; price?: number }[] };\n",
  );
  return files;
}

describe("init --from-code", () => {
  test("writes what the code sends", () => {
    const files = shop();
    const { code, stdout, stderr } = files.run("init --from-code --types");
    expect([code, stderr.split("\n")[1]]).toEqual([
      0,
      "Found 3 events, 2 attributes and 2 sources: 6 calls in 2 of 3 files of code; 1 call left open, listed in plan.yaml",
    ]);
    // The plan's first lines give the same numbers.
    expect(files.read("tracking-plan/plan.yaml")).toContain(
      "\n# 6 calls in 2 of 3 files of code. It says what",
    );
    expect(stdout).toContain("Wrote tracking-plan/events.yaml");
    expect(files.read("tracking-plan/events.yaml")).toBe(`events:
  # apps/site/src/cart.tsx
  Added to Cart:
    source: site
    identity: any
    aliases: ["added_to_cart"]
    properties:
      coupon?: any
      quantity: integer
      sku: string
      source: enum(detail, list)

  # apps/service/src/orders.ts
  Order Completed:
    source: service
    properties:
      lines: object[]
      order_id: string
      paid: boolean

  # apps/service/src/orders.ts
  "Refunded: 100%":
    source: service
    properties:
      order_id: string
`);
    const head = files.read("tracking-plan/plan.yaml");
    expect(head).toContain("name: shop\n");
    expect(head).toContain(
      '  service:\n    kind: server\n    language: typescript\n    paths: ["apps/service/src/**/*.{ts,tsx}"]',
    );
    expect(head).toContain(
      '  site:\n    kind: browser\n    language: typescript\n    paths: ["apps/site/src/**/*.{ts,tsx}"]',
    );
    expect(head).toContain('#   apps/site/src/cart.tsx:7 analytics.track: names such as "Viewed *"');
    expect(files.read("tracking-plan/people.yaml")).toContain(
      '# Left out, since Customer.io keeps these names for itself: "id"\npeople:\n  attributes:\n    email?: { type: email, pii: true }\n    first_name?: string\n',
    );
  });

  test("gives a plan that lints without an error, builds and compiles", () => {
    const files = shop();
    files.run("init --from-code");
    expect(files.run("build").code).toBe(0);
    const { code, stdout } = files.run("lint --format json");
    expect(code).toBe(0);
    const { summary, findings } = JSON.parse(stdout);
    expect(summary.errors).toBe(0);
    // Honest: nobody has said yet what the events mean.
    expect(findings.map((finding: { rule: string }) => finding.rule)).toContain("missing-description");
    files.remove("apps");
    expect(compiles(files.root)).toBe("");
  });

  test("is the same each time", () => {
    const [first, second] = [shop(), shop()];
    for (const files of [first, second]) files.run("init --from-code");
    expect(first.tree("tracking-plan")).toEqual(second.tree("tracking-plan"));
  });

  test("never writes over a file", () => {
    const files = shop();
    files.write("tracking-plan/events.yaml", "# mine\n");
    const { code, stderr } = files.run("init --from-code");
    expect(code).toBe(2);
    expect(stderr).toContain("nothing was written, since these files exist:\n  tracking-plan/events.yaml");
    expect(files.tree("tracking-plan")).toEqual({ "events.yaml": "# mine\n" });
  });

  test("says where it finds nothing", () => {
    const files = project();
    files.write("src/a.ts", "export const answer = 42;\n");
    const { code, stderr } = files.run("init --from-code");
    expect(code).toBe(2);
    expect(stderr).toContain("no call that sends an event was found");
    expect(files.exists("tracking-plan")).toBe(false);
  });

  test.each([
    ["init --from-code --template saas", "--from-code and --template don't go together"],
    ["init --types", "--types goes with --from-code"],
  ])("%s is refused", (command, message) => {
    const { code, stderr } = project().run(command);
    expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
  });
});
