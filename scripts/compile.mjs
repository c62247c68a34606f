// Compiles src/ to dist/. esbuild bundles our own modules: the public API as ES modules, and the command line as
// CommonJS in dist/cli, since Node starts that a quarter faster. tsc writes the declarations of the public entry
// points. No source maps are shipped: the output is not minified, keeps its names, and says above each part which
// source file it came from.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build, transform } from "esbuild";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));

const entryPoints = ["index.ts", "runtime/index.ts"].filter((path) => existsSync(join("src", path)));

/** What the command line carries in itself: ES modules, which CommonJS would have to wait for. */
const inlined = ["get-east-asian-width"];
const { version, dependencies } = JSON.parse(readFileSync("package.json", "utf8"));

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
await compileCli();
execFileSync(process.execPath, ["node_modules/typescript/bin/tsc", "-p", "tsconfig.build.json"], {
  stdio: "inherit",
});
removeUnreachableDeclarations(entryPoints.map((path) => join("dist", path.replace(/\.ts$/, ".d.ts"))));

/**
 * The command line in pieces, each loaded when it is reached. esbuild splits ES modules alone, so each piece is
 * turned to CommonJS afterwards.
 */
async function compileCli() {
  // Stands in the code where the hash of all of it goes, which can't be known before.
  const unknownId = "build-id-that-the-content-decides";
  const { outputFiles, metafile } = await build({
    ...common,
    entryPoints: ["src/cli/main.ts"],
    outdir: "dist/cli",
    external: Object.keys(dependencies).filter((name) => !inlined.includes(name)),
    chunkNames: "[name]-[hash]",
    define: {
      TRACKWRIGHT_BUILD_ID: JSON.stringify(unknownId),
      TRACKWRIGHT_VERSION: JSON.stringify(version),
      "import.meta.url": "moduleUrl",
    },
    write: false,
    metafile: true,
  });
  const pieces = [];
  for (const { path, text } of outputFiles) {
    // Our own pieces are there at once; a dependency that is an ES module has to be waited for.
    const source = text.replaceAll(/\bimport\(("\.\/[^"]+")\)/g, "Promise.resolve(require($1))");
    const { code } = await transform(source, {
      format: "cjs",
      platform: "node",
      target: "node20.19",
      charset: "utf8",
    });
    const url = 'const moduleUrl = require("node:url").pathToFileURL(__filename).href;\n';
    pieces.push({ path, code: /\bmoduleUrl\b/.test(code) ? url + code : code });
  }
  const sum = createHash("sha256");
  for (const { path, code } of pieces) sum.update(`${relative("dist", path)}\0${code.length}\0${code}`);
  const buildId = sum.digest("hex").slice(0, 32);
  mkdirSync("dist/cli", { recursive: true });
  for (const { path, code } of pieces) writeFileSync(path, code.replaceAll(unknownId, buildId));
  writeFileSync("dist/cli/package.json", '{ "type": "commonjs" }\n');
  writeFileSync("dist/THIRD-PARTY-LICENSES", licenses(Object.keys(metafile.inputs)));
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
