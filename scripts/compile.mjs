// Compiles src/ to dist/: esbuild bundles our own modules (fewer files to open at start-up; dependencies stay
// external), tsc writes the declarations of the public entry points. No source maps are shipped: the output is
// not minified, keeps its names, and says above each part which source file it came from.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));

const entryPoints = ["index.ts", "runtime/index.ts"].filter((path) => existsSync(join("src", path)));

rmSync("dist", { recursive: true, force: true });
// Stands in the code where the hash of all of it goes, which can't be known before.
const unknownId = "build-id-that-the-content-decides";
const { outputFiles } = await build({
  entryPoints: ["cli/main.ts", ...entryPoints].map((path) => join("src", path)),
  outbase: "src",
  outdir: "dist",
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20.19",
  packages: "external",
  charset: "utf8",
  chunkNames: "chunks/[name]-[hash]",
  define: { TRACKWRIGHT_BUILD_ID: JSON.stringify(unknownId) },
  write: false,
  logLevel: "warning",
});
const sum = createHash("sha256");
for (const { path, contents } of outputFiles)
  sum.update(`${relative("dist", path)}\0${contents.length}\0`).update(contents);
const buildId = sum.digest("hex").slice(0, 32);
for (const { path, text } of outputFiles) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text.replaceAll(unknownId, buildId));
}
execFileSync(process.execPath, ["node_modules/typescript/bin/tsc", "-p", "tsconfig.build.json"], {
  stdio: "inherit",
});
removeUnreachableDeclarations(entryPoints.map((path) => join("dist", path.replace(/\.ts$/, ".d.ts"))));

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
