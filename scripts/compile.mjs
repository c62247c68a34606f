// Compiles src/ to dist/. esbuild bundles our own modules: the public API as ES modules, and the command line as
// CommonJS in dist/cli, since Node starts that a quarter faster. tsc writes the declarations of the public entry
// points. No source maps are shipped: the output is not minified, keeps its names, and says above each part which
// source file it came from.
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmdirSync, rmSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { common, compileCli } from "./compile-cli.mjs";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));

const entryPoints = ["index.ts", "runtime/index.ts"].filter((path) => existsSync(join("src", path)));

rmSync("dist", { recursive: true, force: true });
await build({
  ...common,
  splitting: true,
  format: "esm",
  charset: "utf8",
  entryPoints: entryPoints.map((path) => join("src", path)),
  outbase: "src",
  outdir: "dist",
  packages: "external",
  chunkNames: "chunks/[name]-[hash]",
});
const buildId = await compileCli();
for (const command of ["build", "check", "lint", "diff", "scan"])
  execFileSync(process.execPath, ["scripts/keep-code.mjs", command, buildId], { stdio: "inherit" });
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
