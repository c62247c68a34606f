// Asks the TypeScript checker with the compiled command line, in projects whose packages are installed.
import { spawnSync } from "node:child_process";
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { bin, project } from "./spawn.js";

const repository = fileURLToPath(new URL("../..", import.meta.url));

/** A service with the packages of this repository installed; every type comes from another file or a package. */
function service() {
  const files = project();
  files.write(
    "tracking-plan/plan.yaml",
    `trackwright: 1
name: shop
sources: { api: { kind: server, paths: ["src/**/*.ts"] } }
rules: { missing-owner: off, missing-description: off, missing-timestamp: off }
events:
  Order Completed:
    source: api
    properties: { order_id: string, total: number, placed_at: timestamp, tags: "string[]" }
  Order Refunded:
    source: api
    properties: { order_id: string, total: number, placed_at: timestamp, tags: "string[]" }
`,
  );
  files.write(
    "tsconfig.json",
    '{ "compilerOptions": { "strict": true, "module": "nodenext", "target": "es2022" }, "include": ["src"] }',
  );
  files.write("package.json", '{ "type": "module" }');
  files.write(
    "src/order.ts",
    `import type { TrackClient } from "customerio-node";

const kinds = { paid: "Order Completed", returned: "Order Refunded" } as const;

/** Nothing here says a type: all of it is inferred. */
export function read(rows: ReadonlyMap<string, number>, kind: keyof typeof kinds) {
  const tags = [...rows.keys()].map((key) => key.trim());
  const amounts = [...rows.values()];
  return {
    name: kinds[kind],
    data: {
      order_id: tags.join("-"),
      total: amounts.map((amount) => amount.toFixed(2)).join(" "),
      placed_at: new Date(Math.max(...amounts)),
      tags: new Map(tags.map((tag) => [tag, tag.length])).get("gift") ?? tags,
    },
  };
}

export type Answer = Awaited<ReturnType<TrackClient["track"]>>;
`,
  );
  files.write(
    "src/a.ts",
    `import { TrackClient } from "customerio-node";
import { read } from "./order.js";

const cio = new TrackClient("site", "key");

export async function send(userId: string, order: ReturnType<typeof read>): Promise<void> {
  const { order_id, total, ...rest } = order.data;
  await cio.track(userId, { name: order.name, data: { order_id, total, ...rest } });
}
`,
  );
  symlinkSync(join(repository, "node_modules"), files.at("node_modules"));
  return files;
}

test("names and payloads are known, and held to the plan", () => {
  const files = service();
  const { stdout, stderr } = files.run("lint --only code --types --format concise");
  expect(stderr).toMatch(
    /^The TypeScript checker knew (\d+) of \1 types? that syntax left open \(1 project, \d+ files, /m,
  );
  const errors = stdout
    .split("\n")
    .flatMap((line) => / error property-type-mismatch (.*)$/.exec(line)?.[1] ?? []);
  expect(errors.sort()).toEqual([
    '"placed_at" of "Order Completed" must be Unix seconds, not a Date, which is sent as ISO text.',
    '"tags" of "Order Completed" must be a list, not a number.',
    '"total" of "Order Completed" must be a number, not text.',
  ]);
  expect(stdout).not.toContain("dynamic-event-name");
  expect(stdout).not.toContain("unimplemented-event");
});

test("without --types, nothing of it is claimed and TypeScript is not loaded", () => {
  const files = service();
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ["--require", files.at("loaded.cjs"), bin, "lint", "--only", "code", "--format", "concise"],
    { cwd: writeTrap(files), encoding: "utf8" },
  );
  expect(stderr).not.toContain("TypeScript checker");
  expect(stderr).toContain("typescript loaded: false");
  expect(stdout).not.toContain("property-type-mismatch");
});

test("what a payload is filled with after it is made is not missing", () => {
  const files = project();
  files.write(
    "tracking-plan/plan.yaml",
    `trackwright: 1
name: shop
events:
  Order Completed:
    properties: { order_id: string, total: number }
`,
  );
  files.write("tsconfig.json", '{ "compilerOptions": { "strict": true }, "include": ["src"] }');
  files.write(
    "src/send.ts",
    `declare const analytics: { track(name: string, properties: object): void };

export function send(key: string, keys: readonly string[]): void {
  const properties: Record<string, unknown> = { order_id: "1" };
  properties[key] = 1;
  analytics.track("Order Completed", properties);
  const list: any = {};
  for (const one of keys) list[one] = 1;
  window.analytics.track("Order Completed", list);
  window.analytics.track("Order Completed", { order_id: key });
}
`,
  );
  const { stdout } = files.run("lint --only code --types --format concise");
  expect(stdout).toBe(
    'src/send.ts:10:26 error missing-property "Order Completed" is sent without "total".\n',
  );
});

/** Says at the end whether a part of the checker was loaded. */
function writeTrap(files: ReturnType<typeof service>): string {
  files.write(
    "loaded.cjs",
    `process.on("exit", () => {
  const loaded = Object.keys(require.cache).some((path) => path.includes("@ts-morph"));
  process.stderr.write("typescript loaded: " + loaded + "\\n");
});
`,
  );
  return files.root;
}
