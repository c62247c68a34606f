// The docs of two whole plans: every link leads somewhere, and every call that they show is one that works.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { afterAll, describe, expect, test } from "vitest";
import type { OutputFile } from "../../../src/generators/generator.js";
import { markdown } from "../../../src/generators/markdown/index.js";
import { typescript } from "../../../src/generators/typescript/index.js";
import type { Plan, Property, Type } from "../../../src/plan/plan.js";
import { load, plans } from "../../plans/whole-plans.js";
import { defaultTargets } from "../../support/plan-builder.js";
import { smallStore } from "../../support/small-store.js";
import { brokenLinks, linkCount, tokensOf } from "./pages.js";

const compiler = fileURLToPath(new URL("../../../node_modules/typescript/bin/tsc", import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), "trackwright-docs-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** The code blocks of a language on a page, in their order. */
function blocks(page: string, language: string): string[] {
  return tokensOf(page).flatMap((token) =>
    token.type === "code" && "lang" in token && token.lang === language ? [token.text] : [],
  );
}

type Call = { readonly event: string; readonly code: string; readonly properties: unknown };

/** Every call that the docs show, with the example that stands above it. */
function callsOf(plan: Plan, files: readonly OutputFile[]): Call[] {
  return plan.events.flatMap((event) => {
    const title = new RegExp(`^\\| Name \\| \`${event.name.value}\` \\|$`, "m");
    const page = files.find((file) => file.path.startsWith("events/") && title.test(file.content));
    if (page === undefined) return [];
    const examples = blocks(page.content, "json");
    return blocks(page.content, "ts").map((code, index) => ({
      event: event.name.value,
      code,
      properties: JSON.parse(examples[index] ?? "{}"),
    }));
  });
}

/**
 * Whether there is an optional property such as `constructor`: to TypeScript every object literal has one already,
 * and of the wrong type.
 */
function mayInherit(properties: readonly Property[]): boolean {
  return properties.some(
    ({ name, required, type }) => (!required && name.value in Object.prototype) || mayInheritWithin(type),
  );
}

function mayInheritWithin(type: Type): boolean {
  if (type.kind === "object") return mayInherit(type.properties);
  if (type.kind === "array") return mayInheritWithin(type.items);
  return type.kind === "union" && type.members.some(mayInheritWithin);
}

describe.each([
  ...plans.map(({ name, root }) => ({ name, plan: load(root).value })),
  { name: "the small store", plan: smallStore },
])("the docs of $name", ({ name, plan: loaded }) => {
  // Calls are shown where the plan generates TypeScript.
  const plan: Plan = { ...loaded, targets: defaultTargets };
  const { files } = markdown.generate(plan, {});
  const calls = callsOf(plan, files);

  test("link to files and headings that exist", () => {
    expect(linkCount(files)).toBeGreaterThan(plan.events.length * 2);
    expect(brokenLinks(files)).toEqual([]);
  });

  test("show a call for each event with an example, and the call makes the event", async () => {
    const live = plan.events.filter(({ status, examples }) => status !== "retired" && examples.length > 0);
    expect(new Set(calls.map(({ event }) => event)).size).toBeGreaterThanOrEqual(live.length);

    const folder = join(scratch, name.replaceAll(" ", "-"));
    const generated = typescript.generate(plan, { extension: "js", validators: false });
    for (const file of generated.files) {
      mkdirSync(dirname(join(folder, file.path)), { recursive: true });
      writeFileSync(join(folder, file.path), file.content);
    }
    const untyped = plan.events
      .filter(({ properties }) => mayInherit(properties))
      .map(({ name }) => name.value);
    const module = (some: readonly Call[]) => {
      const creators = new Set(some.map(({ code }) => code.slice(0, code.indexOf("("))));
      const results = some.map(({ code }) => `  ${code.replace(/;$/, "")},`).join("\n");
      return `import { ${[...creators].join(", ")} } from "./index.js";\nexport const results = [\n${results}\n];\n`;
    };
    const typed = calls.filter(({ event }) => !untyped.includes(event));
    expect(typed.length).toBeGreaterThan(calls.length * 0.9);
    writeFileSync(join(folder, "typed.ts"), module(typed));
    writeFileSync(join(folder, "calls.ts"), `// @ts-nocheck\n${module(calls)}`);
    writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
    writeFileSync(
      join(folder, "tsconfig.json"),
      JSON.stringify({
        compilerOptions: {
          strict: true,
          exactOptionalPropertyTypes: true,
          module: "nodenext",
          target: "es2022",
          lib: ["es2022", "dom"],
          types: [],
          noEmit: true,
        },
      }),
    );
    const compiled = spawnSync(process.execPath, [compiler, "--project", folder], { encoding: "utf8" });
    expect(compiled.stdout + compiled.stderr).toBe("");

    const outfile = join(folder, "calls.mjs");
    await build({ entryPoints: [join(folder, "calls.ts")], bundle: true, format: "esm", outfile });
    const { results: made }: { results: { event: string; properties: unknown }[] } = await import(outfile);
    expect(made.map(({ event, properties }) => ({ event, properties }))).toEqual(
      calls.map(({ event, properties }) => ({ event, properties })),
    );
  });
});
