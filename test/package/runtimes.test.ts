// Runs a small program that tracks on other runtimes than Node. Each is skipped where it is not installed; `.ci/run`
// installs all of them.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { buildSync } from "esbuild";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { typescript } from "../../src/generators/typescript/index.js";
import { loadPlan } from "../../src/plan/load.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "trackwright-runtimes-"));
const runtime = join(root, "dist/runtime/index.js");

const program = (extension: string): string => `
import { customerio, eventId, recorder } from ${JSON.stringify(runtime)};
import { createTracker, orderCompleted } from "./generated/index.${extension}";
import { validate } from "./generated/validators/index.${extension}";

export async function run(): Promise<string> {
  const sent: unknown[] = [];
  const violations: string[] = [];
  const keep = async (...call: unknown[]) => { sent.push(call); };
  const destination = customerio({ identify: keep, track: keep, trackAnonymous: keep });
  const tracker = createTracker({ destination, validate, onViolation: ({ message }) => { violations.push(message); } });
  const order = {
    completed_at: 1793005200, currency: "EUR", is_first_order: true, order_id: "HC-1", value: 46.75,
    items: [{ name: "Espresso", price: 32.5, product_id: "e", quantity: 1, sku: "E-1" }],
    payment_method: "card" as const,
  };
  await tracker.track({ id: "c-42" }, orderCompleted(order));
  await tracker.track({ id: "c-42" }, orderCompleted({ ...order, completed_at: order.completed_at * 1000 }));
  const kept = recorder();
  createTracker({ destination: kept }).track({ id: "c-1" }, orderCompleted(order));
  return "<<" + JSON.stringify({ sent, violations, kept: kept.messages, id: eventId("\\u65e5\\u672c", "\\u0000\\ud83c\\udf89") }) + ">>";
}
`;

/** A folder with the store's emitters, whose modules import each other with an extension. */
function project(extension: "js" | "ts"): string {
  const { value: plan } = loadPlan({ root, folder: "tracking-plan" });
  if (plan === undefined) throw new Error("the store's plan can't be read");
  const place = join(folder, extension);
  for (const { path, content } of typescript.generate(plan, { extension }).files) {
    mkdirSync(dirname(join(place, "generated", path)), { recursive: true });
    writeFileSync(join(place, "generated", path), content);
  }
  writeFileSync(join(place, "package.json"), '{ "type": "module" }');
  writeFileSync(join(place, "program.ts"), program(extension));
  writeFileSync(
    join(place, "main.ts"),
    `import { run } from "./program.${extension}";\nconsole.log(await run());\n`,
  );
  return place;
}

function bundle(entry: string, format: "esm" | "iife"): string {
  const contents = `import { run } from "./program.js";\n${entry}`;
  const { outputFiles } = buildSync({
    stdin: { contents, resolveDir: join(folder, "js"), loader: "ts" },
    bundle: true,
    format,
    write: false,
    logLevel: "silent",
  });
  return outputFiles[0]?.text ?? "";
}

/** What a command printed between `<<` and `>>`. */
function printed(command: string, args: readonly string[], cwd = folder): unknown {
  const { stdout, stderr } = spawnSync(command, args, { cwd, encoding: "utf8", timeout: 60_000 });
  const text = /<<(.*)>>/s.exec(stdout.replaceAll("&lt;", "<").replaceAll("&gt;", ">"))?.[1];
  if (text === undefined) throw new Error(`${command} printed ${stdout}${stderr}`);
  return JSON.parse(text.replaceAll("&amp;", "&"));
}

const has = (command: string, ...args: string[]): boolean =>
  spawnSync(command, args, { encoding: "utf8" }).status === 0;
const stripsTypes = Number(process.versions.node.split(".")[0]) >= 24;

describe("a program that tracks does the same as bundled on Node", () => {
  let wanted: unknown;
  beforeAll(() => {
    project("js");
    project("ts");
    writeFileSync(join(folder, "bundle.mjs"), bundle("console.log(await run());", "esm"));
    wanted = printed(process.execPath, ["bundle.mjs"]);
    expect(wanted).toMatchObject({
      violations: [expect.stringContaining("/completed_at must be Unix seconds")],
    });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.skipIf(!stripsTypes)("on Node without a build", () => {
    expect(printed(process.execPath, ["main.ts"], join(folder, "ts"))).toEqual(wanted);
  });

  test.skipIf(!has("deno", "--version"))("on Deno without a build", () => {
    expect(printed("deno", ["run", "--no-prompt", "--allow-read", "main.ts"], join(folder, "ts"))).toEqual(
      wanted,
    );
  });

  test.skipIf(!has("bun", "--version"))("on Bun without a build", () => {
    expect(printed("bun", ["run", "main.ts"], join(folder, "js"))).toEqual(wanted);
  });

  test.skipIf(!has("workerd", "--version"))("on Workers", () => {
    writeFileSync(
      join(folder, "worker.mjs"),
      bundle("export default { async test() { console.log(await run()); } };", "esm"),
    );
    writeFileSync(
      join(folder, "workers.capnp"),
      `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (services = [(name = "main", worker = (
  modules = [(name = "worker", esModule = embed "worker.mjs")], compatibilityDate = "2025-01-01"))]);
`,
    );
    expect(printed("workerd", ["test", "workers.capnp"])).toEqual(wanted);
  });

  test.skipIf(!has("chromium", "--version"))("in a browser", () => {
    const script = bundle("run().then((text) => { document.body.textContent = text; });", "iife");
    writeFileSync(
      join(folder, "page.html"),
      `<!doctype html><meta charset="utf-8"><body></body><script>${script.replaceAll("</script", "<\\/script")}</script>`,
    );
    const flags =
      "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync --virtual-time-budget=5000 --dump-dom";
    const profile = `--user-data-dir=${join(folder, "profile")}`;
    const page = pathToFileURL(join(folder, "page.html")).href;
    expect(printed("chromium", [...flags.split(" "), profile, page])).toEqual(wanted);
  });
});
