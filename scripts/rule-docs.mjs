// Writes what is made from the rules: docs/rules/*.md and the `rules` of schema/plan.schema.json. Pages of rules
// that are gone are removed. `--check` writes nothing and says what is out of date.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
const check = process.argv.includes("--check");
const bundle = "node_modules/.cache/trackwright-rule-docs.mjs";
await build({
  stdin: {
    contents:
      'export { ruleDocs } from "./src/rules/rule-docs.js"; export { withRules } from "./src/rules/rule-schema.js"; export { exampleReader } from "./src/rules/example-reader.js";',
    resolveDir: ".",
  },
  outfile: bundle,
  bundle: true,
  format: "esm",
  platform: "node",
  packages: "external",
  logLevel: "warning",
});
const { exampleReader, ruleDocs, withRules } = await import(pathToFileURL(bundle).href);

const folder = "docs/rules";
const schemaPath = "schema/plan.schema.json";
const schemaText = readFileSync(schemaPath, "utf8");
const schema = JSON.parse(schemaText);
const newSchema = withRules(schema);
const pages = new Map(
  [
    ...ruleDocs(
      exampleReader({ liquid: await import("liquidjs"), parser: (await import("oxc-parser")).parseSync }),
    ),
  ].map(([name, text]) => [join(folder, name), text]),
);

const stale = [...pages].filter(([path, text]) => !existsSync(path) || readFileSync(path, "utf8") !== text);
const left = (existsSync(folder) ? readdirSync(folder) : [])
  .map((name) => join(folder, name))
  .filter((path) => path.endsWith(".md") && !pages.has(path));
const schemaIsStale = JSON.stringify(schema) !== JSON.stringify(newSchema);
const changes = [...stale.map(([path]) => path), ...left, ...(schemaIsStale ? [schemaPath] : [])];
for (const path of changes) console.log(`${check ? "out of date" : "wrote"}: ${path}`);
if (check) process.exitCode = changes.length > 0 ? 1 : 0;
else {
  mkdirSync(folder, { recursive: true });
  for (const [path, text] of stale) writeFileSync(path, text);
  for (const path of left) rmSync(path);
  if (schemaIsStale) {
    writeFileSync(schemaPath, JSON.stringify(newSchema, undefined, 2));
    const formatter = fileURLToPath(import.meta.resolve("@biomejs/biome/bin/biome"));
    execFileSync(process.execPath, [formatter, "format", "--write", schemaPath], { stdio: "ignore" });
  }
}
