// Packs the package as it would be published, installs it in an empty project and works with it there.
import { type SpawnSyncReturns, spawnSync } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = realpathSync(mkdtempSync(join(tmpdir(), "trackwright-pack-")));
const project = join(folder, "project");

type Packed = {
  readonly filename: string;
  readonly size: number;
  readonly unpackedSize: number;
  readonly files: readonly { readonly path: string }[];
};
let packed: Packed;
let installed: string;

/** Runs a command in a folder; npm is a script on Windows, so it needs a shell there. */
function run(command: string, args: readonly string[], cwd: string): SpawnSyncReturns<string> {
  const { NODE_OPTIONS, ...env } = process.env;
  return spawnSync(command, args, {
    cwd,
    encoding: "utf8",
    env: { ...env, CI: "true" },
    shell: process.platform === "win32",
  });
}

function succeed(command: string, args: readonly string[], cwd: string): string {
  const { status, stdout, stderr } = run(command, args, cwd);
  expect({
    command: `${command} ${args.join(" ")}`,
    status,
    output: status === 0 ? "" : stdout + stderr,
  }).toEqual({
    command: `${command} ${args.join(" ")}`,
    status: 0,
    output: "",
  });
  return stdout;
}

beforeAll(() => {
  // Without scripts: `dist/` is compiled already, and other tests run it at this moment.
  const output = succeed("npm", ["pack", "--ignore-scripts", "--json", "--pack-destination", folder], root);
  packed = (JSON.parse(output) as Packed[])[0] as Packed;
  mkdirSync(project);
  writeFileSync(join(project, "package.json"), JSON.stringify({ private: true, type: "module" }));
  succeed(
    "npm",
    ["install", "--no-audit", "--no-fund", "--prefer-offline", join(folder, packed.filename)],
    project,
  );
  installed = join(project, "node_modules", "trackwright");
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the packed package", () => {
  test("holds what people need", () => {
    const paths = packed.files.map((file) => file.path);
    expect(paths).toEqual(
      expect.arrayContaining([
        "README.md",
        "action.yml",
        "LICENSE",
        "CHANGELOG.md",
        "package.json",
        "bin/trackwright.js",
        "dist/cli/main.js",
        "dist/index.js",
        "dist/index.d.ts",
        "dist/runtime/index.js",
        "dist/runtime/index.d.ts",
        "schema/plan.schema.json",
        "templates/store/plan.yaml",
        "templates/saas/plan.yaml",
        "templates/empty/plan.yaml",
        "docs/plan-language.md",
      ]),
    );
  });

  test("holds nothing else, and is small", () => {
    const tops = new Set(packed.files.map((file) => file.path.split("/")[0]));
    expect([...tops].sort()).toEqual(
      [
        "CHANGELOG.md",
        "LICENSE",
        "README.md",
        "action.yml",
        "bin",
        "dist",
        "docs",
        "package.json",
        "schema",
        "templates",
      ].sort(),
    );
    expect(
      packed.files.map((file) => file.path).filter((path) => /\.(?:map|tsbuildinfo|tgz)$/.test(path)),
    ).toEqual([]);
    // Room to grow, and a stop for what slips in by mistake.
    expect(packed.size).toBeLessThan(1_100_000);
    expect(packed.unpackedSize).toBeLessThan(4_500_000);
    expect(packed.files.length).toBeLessThan(300);
  });

  test("names no folder of the machine that packed it", () => {
    const here = [root.replace(/[\\/]$/, ""), fileURLToPath(new URL(".", import.meta.url))];
    const telling = packed.files
      .map((file) => file.path)
      .filter((path) => {
        const text = readFileSync(join(installed, path), "utf8");
        return here.some((place) => text.includes(place));
      });
    expect(telling).toEqual([]);
  });

  test("declares no type that it does not ship", () => {
    const declarations = packed.files.map((file) => file.path).filter((path) => path.endsWith(".d.ts"));
    const shipped = new Set(declarations);
    const missing = declarations.flatMap((path) =>
      [...readFileSync(join(installed, path), "utf8").matchAll(/(?:from|import\()\s*"(\.[^"]+)"/g)]
        .map((match) => join(path, "..", (match[1] ?? "").replace(/\.js$/, ".d.ts")).replaceAll("\\", "/"))
        .filter((target) => !shipped.has(target))
        .map((target) => `${path} -> ${target}`),
    );
    expect(missing).toEqual([]);
  });
});

describe("an empty project with the package installed", () => {
  test("gets a plan, builds it, checks it and lints it", () => {
    expect(succeed("npx", ["--no-install", "trackwright", "--version"], project).trim()).toBe(
      (JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string }).version,
    );
    succeed("npx", ["--no-install", "trackwright", "init"], project);
    succeed("npx", ["--no-install", "trackwright", "build"], project);
    succeed("npx", ["--no-install", "trackwright", "build", "--check"], project);
    succeed("npx", ["--no-install", "trackwright", "lint"], project);
    expect(readdirSync(join(project, "generated")).sort()).toEqual(
      expect.arrayContaining(["schemas", "typescript"]),
    );
  });

  test("imports the package and its runtime", () => {
    const script = `
      import * as api from "trackwright";
      import * as runtime from "trackwright/runtime";
      import schema from "trackwright/schema/plan.schema.json" with { type: "json" };
      console.log(JSON.stringify([Object.keys(api).length > 0, Object.keys(runtime).length > 0, typeof schema.$schema]));`;
    const output = succeed(
      process.execPath,
      ["--no-warnings", "--input-type=module", "--eval", script],
      project,
    );
    expect(JSON.parse(output)).toEqual([true, true, "string"]);
  });

  test.each([
    ["NodeNext", { module: "nodenext", moduleResolution: "nodenext" }],
    ["bundler", { module: "esnext", moduleResolution: "bundler" }],
  ])("type-checks against it with %s resolution", (name, resolution) => {
    const folder = join(project, `types-${name}`);
    mkdirSync(folder);
    writeFileSync(
      join(folder, "main.ts"),
      `import { findPlan, loadPlan } from "trackwright";
import { recorder } from "trackwright/runtime";

const location = findPlan(".");
const events: number | undefined = location === undefined ? undefined : loadPlan(location).value?.events.length;
// @ts-expect-error The number of events is no text.
const wrong: string = events;
export { recorder, wrong };
`,
    );
    writeFileSync(
      join(folder, "tsconfig.json"),
      JSON.stringify({
        compilerOptions: {
          ...resolution,
          target: "es2022",
          lib: ["es2022", "dom"],
          types: [],
          strict: true,
          exactOptionalPropertyTypes: true,
          noUncheckedIndexedAccess: true,
          // The declarations themselves are checked, not only their use.
          skipLibCheck: false,
          noEmit: true,
        },
        include: ["main.ts"],
      }),
    );
    succeed(
      process.execPath,
      [join(root, "node_modules", "typescript", "bin", "tsc"), "-p", folder],
      project,
    );
  });
});
