// Holds the manual's page on generated TypeScript to the compiler: its examples compile against the store's emitters.
import { readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { typescript } from "../../src/generators/typescript/index.js";
import { loadPlan } from "../../src/plan/load.js";
import { compile, resolutions, scratchFolder, write } from "../generators/typescript/workshop.js";

const root = fileURLToPath(new URL("../..", import.meta.url));

it("its examples compile under the strictest settings", () => {
  const folder = scratchFolder();
  const { value: plan } = loadPlan({ root, folder: "tracking-plan" });
  if (plan === undefined) throw new Error("the store's plan can't be read");
  write(
    join(folder, "generated/typescript"),
    typescript.generate(plan, {}).files.map((file) => file),
  );
  const page = readFileSync(join(root, "docs/typescript.md"), "utf8");
  const examples = [...page.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, text = ""]) => text);
  expect(examples).toHaveLength(3);
  for (const [index, text] of examples.entries()) writeFileSync(join(folder, `example-${index}.ts`), text);
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"), "junction");
  const settings = {
    ...resolutions.bundler,
    lib: ["es2022", "dom"],
    // What the examples export is shown, not declared.
    isolatedDeclarations: false,
    paths: { "trackwright/runtime": [join(root, "dist/runtime/index.d.ts")] },
  };
  expect(compile(folder, "typescript", settings)).toBe("");
});
