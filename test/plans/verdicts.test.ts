// Holds the generated validators and schemas of two whole plans to each other: both accept every example, and both
// say the same of every example with one mistake in it.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asTree, generate, load, plans, type Tree } from "./whole-plans.js";

/** Whether each of the two accepts a payload. */
type Judges = {
  schema(event: string, payload: unknown): boolean;
  code(event: string, payload: unknown): boolean;
};

let scratch: string;
beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), "trackwright-verdicts-"));
});
afterAll(() => {
  rmSync(scratch, { recursive: true });
});

async function judgesOf(projectRoot: string, name: string): Promise<Judges> {
  const { files } = generate(load(projectRoot).value);
  const folder = join(scratch, name.replaceAll(" ", "-"));
  const ajv = new Ajv2020({ strict: true, allErrors: true, multipleOfPrecision: 9 });
  const schemas = new Map<string, ValidateFunction>();
  for (const [path, content] of files) {
    if (path.endsWith(".schema.json")) {
      const schema = asTree(JSON.parse(content));
      schemas.set(String(schema.title), ajv.compile(schema));
    } else if (path.endsWith(".ts")) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
  }
  const bundle = join(folder, "validators.mjs");
  await build({
    entryPoints: [join(folder, "generated/typescript/validators/index.ts")],
    outfile: bundle,
    bundle: true,
    format: "esm",
    logLevel: "silent",
  });
  const { validateEvent }: { validateEvent(event: string, properties: unknown): unknown } = await import(
    pathToFileURL(bundle).href
  );
  return {
    schema: (event, payload) => schemas.get(event)?.(payload) === true,
    code: (event, payload) => validateEvent(event, payload) === undefined,
  };
}

/** Values that fit few properties, and none of which fits all. */
const strangers: readonly unknown[] = [null, "", "x", -1, 0.5, 1e15, true, [], {}, [null], { x: 1 }];

/** The payload with one mistake, or what may be one: a property missing, another in its place, one too many. */
function* spoiled(payload: unknown): Generator<unknown> {
  if (typeof payload !== "object" || payload === null) return;
  if (Array.isArray(payload)) {
    yield [];
    yield [...payload, ...payload];
    for (const [index, item] of payload.entries())
      for (const inner of spoiled(item)) yield payload.with(index, inner);
    return;
  }
  const tree: Tree = asTree(payload);
  yield { ...tree, one_too_many: "x" };
  for (const [key, value] of Object.entries(tree)) {
    yield Object.fromEntries(Object.entries(tree).filter(([name]) => name !== key));
    for (const stranger of strangers) yield { ...tree, [key]: stranger };
    for (const inner of spoiled(value)) yield { ...tree, [key]: inner };
  }
}

describe.each(plans)("the validators and schemas of $name", ({ name, root: projectRoot }) => {
  it("accept every example, and agree on every example that is spoiled", async () => {
    const judges = await judgesOf(projectRoot, name);
    const refused: string[] = [];
    const disagreements: string[] = [];
    let mistakes = 0;
    for (const event of load(projectRoot).value.events) {
      if (event.status === "retired") continue;
      const title = event.name.value;
      for (const { value } of event.examples) {
        if (!judges.schema(title, value) || !judges.code(title, value)) refused.push(title);
        for (const payload of spoiled(value)) {
          const verdicts = { schema: judges.schema(title, payload), code: judges.code(title, payload) };
          if (!verdicts.schema) mistakes++;
          if (verdicts.schema !== verdicts.code)
            disagreements.push(`${title}: ${JSON.stringify(payload)} ${JSON.stringify(verdicts)}`);
        }
      }
    }
    expect(refused).toEqual([]);
    expect(disagreements).toEqual([]);
    expect(mistakes).toBeGreaterThan(1000);
  });
});
