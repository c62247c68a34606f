// Compiles src/ to dist/. esbuild bundles our own modules: the public API as ES modules, and the command line as
// CommonJS in dist/cli, since Node starts that a quarter faster. tsc writes the declarations of the public entry
// points. No source maps are shipped: the output is not minified, keeps its names, and says above each part which
// source file it came from.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));

const entryPoints = ["index.ts", "runtime/index.ts"].filter((path) => existsSync(join("src", path)));

/** What the command line carries in itself: an ES module, which CommonJS would have to wait for, and an engine that V8 then keeps the code of. */
const inlined = ["get-east-asian-width", "liquidjs"];
const { version, dependencies } = JSON.parse(readFileSync("package.json", "utf8"));

/** Lets a package that is required when it is reached be carried, too; it is run then and not before. */
const carried = {
  name: "carried",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]src[\\/]cli[\\/]liquid\.ts$/ }, ({ path }) => {
      const text = readFileSync(path, "utf8");
      const contents = text.replace('createRequire(import.meta.url)("liquidjs")', 'require("liquidjs")');
      if (contents === text) throw new Error(`${path} requires "liquidjs" in another way than before`);
      return { contents, loader: "ts" };
    });
  },
};

rmSync("dist", { recursive: true, force: true });
const common = {
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20.19",
  charset: "utf8",
  logLevel: "warning",
};
await build({
  ...common,
  entryPoints: entryPoints.map((path) => join("src", path)),
  outbase: "src",
  outdir: "dist",
  packages: "external",
  chunkNames: "chunks/[name]-[hash]",
});
const buildId = await compileCli();
for (const command of ["build", "check", "lint", "diff"])
  execFileSync(process.execPath, ["scripts/keep-code.mjs", command, buildId], { stdio: "inherit" });
execFileSync(process.execPath, ["node_modules/typescript/bin/tsc", "-p", "tsconfig.build.json"], {
  stdio: "inherit",
});
removeUnreachableDeclarations(entryPoints.map((path) => join("dist", path.replace(/\.ts$/, ".d.ts"))));

/**
 * The command line in two files: main.js, which answers what is quickly answered, and app.js with the whole rest. That
 * is one file because each file costs the system's time, and one function because V8 keeps the code of a script:
 * src/cli/app.ts loads it. Returns the hash of both.
 */
async function compileCli() {
  // Stands in the code where the hash of all of it goes, which can't be known before.
  const unknownId = "build-id-that-the-content-decides";
  const options = {
    ...common,
    splitting: false,
    format: "cjs",
    charset: "ascii",
    external: Object.keys(dependencies).filter((name) => !inlined.includes(name)),
    define: {
      TRACKWRIGHT_BUILD_ID: JSON.stringify(unknownId),
      TRACKWRIGHT_GENERATOR_ID: JSON.stringify(await generatorId()),
      TRACKWRIGHT_VERSION: JSON.stringify(version),
      "import.meta.url": "moduleUrl",
    },
    write: false,
    metafile: true,
  };
  // It knows its version, and so does not look for it beside itself.
  const mainDefine = { ...options.define, "import.meta.url": '""' };
  const main = await build({ ...options, define: mainDefine, entryPoints: ["src/cli/main.ts"] });
  const app = await build({ ...options, entryPoints: ["src/cli/run.ts"], plugins: [carried] });
  const moduleUrl = 'const moduleUrl = require("node:url").pathToFileURL(__filename).href;\n';
  const pieces = [
    { path: "dist/cli/main.js", code: main.outputFiles[0].text },
    {
      path: "dist/cli/app.js",
      code: `(function (require, importPackage, __filename) {\nconst module = {};\n${moduleUrl}${importing(app)}return module.exports;\n})\n`,
    },
  ].map(({ path, code }) => ({ path, code: code.replaceAll(/[^\0-\x7f]/g, escaped) }));
  const sum = createHash("sha256");
  for (const { path, code } of pieces) sum.update(`${relative("dist", path)}\0${code.length}\0${code}`);
  const buildId = sum.digest("hex").slice(0, 32);
  mkdirSync("dist/cli", { recursive: true });
  for (const { path, code } of pieces) writeFileSync(path, code.replaceAll(unknownId, buildId));
  writeFileSync("dist/cli/package.json", '{ "type": "commonjs" }\n');
  const inputs = [main, app].flatMap(({ metafile }) => Object.keys(metafile.inputs));
  writeFileSync("dist/THIRD-PARTY-LICENSES", licenses(inputs));
  return buildId;
}

/** A hash of what makes files of a plan: the code of it alone, and the versions of the packages that it uses. */
async function generatorId() {
  const { outputFiles, metafile } = await build({
    ...common,
    splitting: false,
    packages: "external",
    stdin: {
      contents: `export { loadPlan } from "./src/plan/load.js";
export { resolveTargets } from "./src/generators/registry.js";
export { sealOf } from "./src/output/seal.js";`,
      resolveDir: process.cwd(),
    },
    write: false,
    metafile: true,
  });
  const sum = createHash("sha256").update(outputFiles[0].text);
  const names = Object.values(metafile.outputs).flatMap(({ imports }) => imports.map(({ path }) => path));
  for (const name of new Set(names.sort())) {
    if (name in dependencies) sum.update(`${name} ${dependencies[name]}`);
  }
  return sum.digest("hex").slice(0, 32);
}

/** Lets the module that loads the app import packages for it. */
function importing({ outputFiles, metafile }) {
  const code = outputFiles[0].text;
  if (code.includes("importPackage")) throw new Error('the name "importPackage" is taken');
  const packages = new Set(
    Object.values(metafile.outputs).flatMap(({ imports }) =>
      imports.filter(({ kind }) => kind === "dynamic-import").map(({ path }) => path),
    ),
  );
  // What else looks like an import is a text.
  return code.replaceAll(/\bimport\("([^"]*)"\)/g, (call, name) =>
    packages.has(name) ? `importPackage("${name}")` : call,
  );
}

/** esbuild writes ASCII, but for what stands in regular expressions. */
function escaped(unit) {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/** The licenses of the packages that are in the compiled code. */
function licenses(inputs) {
  const packages = new Set(
    inputs.flatMap((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []),
  );
  const texts = [...packages].sort().map((name) => {
    const folder = join("node_modules", name);
    const file = readdirSync(folder).find((one) => /^licen[cs]e(?:\.|$)/i.test(one));
    if (!inlined.includes(name) || file === undefined) throw new Error(`"${name}" must not be bundled`);
    return `${name}\n\n${readFileSync(join(folder, file), "utf8").trim()}\n`;
  });
  return `dist/cli holds code of these packages.\n\n${texts.join("\n")}`;
}

/** tsc declares every module that the entry points run; a user's types need only those that the types name. */
function removeUnreachableDeclarations(entries) {
  const reached = new Set();
  const queue = entries.map((path) => resolve(path));
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    if (reached.has(path)) continue;
    reached.add(path);
    for (const [, specifier] of readFileSync(path, "utf8").matchAll(
      /\b(?:from|import)\s*\(?\s*"(\.[^"]+)"/g,
    )) {
      queue.push(resolve(dirname(path), specifier.replace(/\.js$/, ".d.ts")));
    }
  }
  const folders = new Set();
  for (const name of readdirSync("dist", { recursive: true, encoding: "utf8" })) {
    const path = resolve("dist", name);
    if (!name.endsWith(".d.ts") || reached.has(path)) continue;
    rmSync(path);
    folders.add(dirname(path));
  }
  for (const folder of [...folders].sort().reverse()) {
    if (readdirSync(folder).length === 0) rmdirSync(folder);
  }
}
