// Puts the code beside the scripts in dist/cli that this version of Node makes of them: of what a command reaches on the store's
// plan. No other version can use it, so it is no part of the package: there the first run of each command makes it.
//
//   node scripts/keep-code.mjs build|check|lint|diff|scan BUILD_ID
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));

/** A program with calls by hand, through a wrapper, and through an emitter. */
const code = `import { TrackClient } from "customerio-node";
import { orderCompleted } from "./generated/typescript/index.js";
const client = new TrackClient("site", "key");
export const events = { viewed: "Viewed Product" } as const;
function track(id: string, name: string, data: Record<string, unknown> = {}) {
  client.track(id, { name, data });
}
export function shop(id: string, tracker: { track(who: unknown, event: unknown): void }, price: number) {
  track(id, events.viewed, { product_id: "p1", price, currency: String(price) });
  client.track(id, { name: \`Started \${"Checkout"}\`, data: { value: price } });
  client.identify(id, { email: "a@example.com", vip_tier: 3 });
  tracker.track({ id }, orderCompleted({ order_id: "o1" }));
}
`;

/** What each command reaches of app.js is that of its first run; of rest.js, that of both. */
const runs = {
  build: [["build"]],
  check: [["build", "--check"]],
  lint: [
    ["lint", "--only", "plan,generated"],
    ["lint", "--only", "code,consumers"],
  ],
  // Another folder, since there may be no git.
  diff: [["diff", "before/tracking-plan"]],
  scan: [["scan", "--no-plan"]],
};
const [command = "", buildId] = process.argv.slice(2);
if (!Object.hasOwn(runs, command)) throw new Error(`"${command}" is none of ${Object.keys(runs).join(", ")}`);

const temporary = mkdtempSync(join(tmpdir(), "trackwright-compile-"));
try {
  for (const folder of ["tracking-plan", "generated"])
    cpSync(folder, join(temporary, folder), { recursive: true });
  if (command === "diff") makeBefore();
  // Sealed by this build, so that a check does not generate.
  else
    execFileSync(process.execPath, [
      "bin/trackwright.js",
      "build",
      "--quiet",
      "--no-cache",
      "--plan",
      join(temporary, "tracking-plan"),
    ]);
  const outfile = join(temporary, "app.cjs");
  buildSync({
    entryPoints: ["src/cli/app.ts"],
    bundle: true,
    format: "cjs",
    platform: "node",
    define: { TRACKWRIGHT_BUILD_ID: JSON.stringify(buildId) },
    outfile,
  });
  writeFileSync(join(temporary, "shop.ts"), code);
  const { compileApp } = createRequire(outfile)(outfile);
  const loaders = {
    require: createRequire(resolve("dist/cli/main.js")),
    importPackage: (name) => import(name),
  };
  const [first, more] = runs[command];
  const start =
    (words, most) =>
    async ({ run }) => {
      const ended = words === undefined ? 0 : await run(words, silentTerminal(temporary));
      if (ended > most) throw new Error(`trackwright ${words.join(" ")} ended with ${ended}`);
    };
  // The code has findings, so that what makes findings is reached.
  await compileApp(resolve("dist/cli"), loaders, command, start(first, 0), start(more, 1));
} finally {
  rmSync(temporary, { recursive: true, force: true });
}

/** An earlier version of the plan, in which a property had another name, and one that a message shows was required. */
function makeBefore() {
  const before = join(temporary, "before", "tracking-plan");
  cpSync("tracking-plan", before, { recursive: true });
  for (const [path, name, earlier] of [
    ["cart.yaml", "cart_id", "basket_id"],
    ["orders.yaml", "coupon?:", "coupon:"],
  ]) {
    const file = join(before, "events", path);
    writeFileSync(file, readFileSync(file, "utf8").replaceAll(name, earlier));
  }
}

/** A terminal that nobody sees, without a place to remember anything. */
function silentTerminal(cwd) {
  const channel = { write: () => {}, isTerminal: false, columns: undefined };
  return {
    cwd,
    env: {},
    stdout: channel,
    stderr: channel,
    owner: { pid: process.pid, host: "", isAlive: () => false },
    now: () => 0,
    today: () => new Date().toISOString().slice(0, 10),
    uninterrupted: (work) => work(),
    onInterrupt: () => {},
  };
}
