// Compiles the command line into three scripts: dist/cli/main.js answers what is quickly answered, app.js is what
// `build` and `lint` of a plan need, and rest.js is everything else. Each is one file, because each file costs the
// system's time, and app.js and rest.js are one function each, because V8 keeps the code of a script: src/cli/app.ts
// loads them. What both need is in app.js, and rest.js gets it from there.
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { build } from "esbuild";

/** What the bundles of the package have in common. */
export const common = {
  bundle: true,
  platform: "node",
  target: "node20.19",
  logLevel: "warning",
};

/** What only rest.js has: app.js imports these modules when it needs them, and nothing else leads to them. */
const rest = [
  "src/cli/commands/(?!build|lint)[^/]*",
  "src/cli/mirrors/(?:base|code|consumers)",
  "src/cli/(?:program|mend|mend-code|mended|compared-plans|code-state|app-api-transport)",
].map((path) => new RegExp(`^${path}\\.ts$`));

/** What the command line carries in itself: an ES module, which CommonJS would have to wait for, and an engine that V8 then keeps the code of. */
const inlined = ["get-east-asian-width", "liquidjs"];

/** Compiles all of it, and returns the hash of what came out. */
export async function compileCli() {
  const { version, dependencies } = JSON.parse(readFileSync("package.json", "utf8"));
  // Stands in the code where the hash of all of it goes, which can't be known before.
  const unknownId = "build-id-that-the-content-decides";
  const options = {
    ...common,
    format: "cjs",
    charset: "ascii",
    external: Object.keys(dependencies).filter((name) => !inlined.includes(name)),
    define: {
      TRACKWRIGHT_BUILD_ID: JSON.stringify(unknownId),
      TRACKWRIGHT_GENERATOR_ID: JSON.stringify(await generatorId(dependencies)),
      TRACKWRIGHT_VERSION: JSON.stringify(version),
      "import.meta.url": "moduleUrl",
    },
    write: false,
    metafile: true,
  };
  // It knows its version, and so does not look for it beside itself.
  const mainDefine = { ...options.define, "import.meta.url": '""' };
  const main = await build({ ...options, define: mainDefine, entryPoints: ["src/cli/main.ts"] });
  const parts = await bundleParts(options);
  const moduleUrl = 'const moduleUrl = require("node:url").pathToFileURL(__filename).href;\n';
  const pieces = [
    { path: "dist/cli/main.js", code: main.outputFiles[0].text },
    ...["app", "rest"].map((name) => ({
      path: `dist/cli/${name}.js`,
      code: `(function (require, importAny, __filename, parts) {\nconst module = {};\n${moduleUrl}${importing(parts[name])}return module.exports;\n})\n`,
    })),
  ].map(({ path, code }) => ({ path, code: code.replaceAll(/[^\0-\x7f]/g, escaped) }));
  const sum = createHash("sha256");
  for (const { path, code } of pieces) sum.update(`${relative("dist", path)}\0${code.length}\0${code}`);
  const buildId = sum.digest("hex").slice(0, 32);
  mkdirSync("dist/cli", { recursive: true });
  for (const { path, code } of pieces) writeFileSync(path, code.replaceAll(unknownId, buildId));
  writeFileSync("dist/cli/package.json", '{ "type": "commonjs" }\n');
  const inputs = [main, parts.app, parts.rest].flatMap(({ metafile }) => Object.keys(metafile.inputs));
  writeFileSync("dist/THIRD-PARTY-LICENSES", licenses(inputs));
  return buildId;
}

/** The bundles app.js and rest.js. */
async function bundleParts(options) {
  const plugins = [required, apart];
  const run = 'export * from "./src/cli/run.ts";\n';
  const alone = await build({ ...options, plugins, stdin: virtual(run) });
  const inApp = new Set(Object.keys(alone.metafile.inputs).filter((path) => path !== "<stdin>"));
  const names = await exportsOf([...inApp]);
  const shared = new Set();
  const restModules = modulesBelow("src/cli").filter((path) => rest.some((one) => one.test(path)));
  const restBundle = await build({
    ...options,
    plugins: [required, fromApp(inApp, names, shared)],
    stdin: virtual(`export const parts = ${partsOf(restModules)};\n`),
  });
  const app = await build({
    ...options,
    plugins,
    stdin: virtual(`${run}export const parts = ${partsOf([...shared].sort())};\n`),
  });
  const more = Object.keys(app.metafile.inputs).filter((path) => path !== "<stdin>" && !inApp.has(path));
  if (more.length > 0) throw new Error(`app.js holds ${more.join(", ")} because rest.js wants it`);
  return { app, rest: restBundle };
}

function virtual(contents) {
  return { contents, resolveDir: process.cwd(), sourcefile: "<stdin>" };
}

/** An object with a function for each module, which runs it and gives what it exports. */
function partsOf(paths) {
  return `{\n${paths.map((path) => `  ${JSON.stringify(path)}: () => require(${JSON.stringify(`./${path}`)}),\n`).join("")}}`;
}

/** A module's path from the root, as esbuild names it. */
function nameOf(path) {
  return relative(process.cwd(), path).split(sep).join("/");
}

/** Leaves what only rest.js has out of app.js, which then imports it by name. */
const apart = {
  name: "apart",
  setup({ onResolve, resolve: resolved }) {
    onResolve({ filter: /^\./ }, async ({ path, kind, resolveDir, importer, pluginData }) => {
      if (pluginData === apart) return undefined;
      const found = await resolved(path, { kind, resolveDir, importer, pluginData: apart });
      const name = nameOf(found.path);
      if (!rest.some((one) => one.test(name))) return found;
      if (kind !== "dynamic-import") throw new Error(`${importer} needs ${name}, which is for rest.js alone`);
      return { path: `rest:${name}`, external: true };
    });
  },
};

/** Takes what app.js has from there, and notes in `shared` what was taken. */
function fromApp(inApp, names, shared) {
  return {
    name: "from-app",
    setup({ onResolve, onLoad, resolve: resolved }) {
      onResolve({ filter: /./ }, async ({ path, kind, resolveDir, importer, namespace, pluginData }) => {
        if (pluginData === fromApp || namespace === "app" || kind === "entry-point") return undefined;
        const found = await resolved(path, { kind, resolveDir, importer, pluginData: fromApp });
        if (found.external || found.errors.length > 0) return found;
        const name = nameOf(found.path);
        return inApp.has(name) ? { path: name, namespace: "app" } : found;
      });
      onLoad({ filter: /./, namespace: "app" }, ({ path }) => {
        shared.add(path);
        const declared = (names.get(path) ?? []).map((name) =>
          name === "default" ? "export default all.default;" : `export const ${name} = all.${name};`,
        );
        return {
          contents: [`const all = parts[${JSON.stringify(path)}]();`, ...declared].join("\n"),
          loader: "js",
        };
      });
    },
  };
}

/** The names that modules export. */
async function exportsOf(paths) {
  const { metafile } = await build({
    entryPoints: paths,
    bundle: false,
    format: "esm",
    outdir: "unwritten",
    outbase: ".",
    write: false,
    metafile: true,
  });
  const names = new Map();
  for (const { entryPoint, exports } of Object.values(metafile.outputs)) names.set(entryPoint, exports);
  return names;
}

function modulesBelow(folder) {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => nameOf(resolve(folder, name)))
    .filter((name) => name.endsWith(".ts"))
    .sort();
}

/** Requires packages as CommonJS does where our modules make a `require` for it: of one that is carried, none is left. */
const required = {
  name: "required",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]src[\\/](?:cli[\\/]liquid|plan[\\/]yaml-reader)\.ts$/ }, ({ path }) => {
      const text = readFileSync(path, "utf8");
      const contents = text.replace(/createRequire\(import\.meta\.url\)\(("[a-z]+")\)/, "require($1)");
      if (contents === text) throw new Error(`${path} requires its package in another way than before`);
      return { contents, loader: "ts" };
    });
  },
};

/** A hash of what makes files of a plan: the code of it alone, and the packages that it uses. */
async function generatorId(dependencies) {
  const { outputFiles, metafile } = await build({
    ...common,
    format: "esm",
    charset: "ascii",
    packages: "external",
    stdin: virtual(`export { loadPlan } from "./src/plan/load.js";
export { resolveTargets } from "./src/generators/registry.js";
export { sealOf } from "./src/output/seal.js";`),
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

/** Lets the module that loads a script import packages for it, and the rest. */
function importing({ outputFiles, metafile }) {
  const code = outputFiles[0].text;
  if (code.includes("importAny")) throw new Error('the name "importAny" is taken');
  const names = new Set(
    Object.values(metafile.outputs).flatMap(({ imports }) =>
      imports.filter(({ kind }) => kind === "dynamic-import").map(({ path }) => path),
    ),
  );
  // What else looks like an import is a text.
  return code.replaceAll(/\bimport\("([^"]*)"\)/g, (call, name) =>
    names.has(name) ? `importAny("${name}")` : call,
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
