// Runs the generated TypeScript validators of a plan, and its JSON Schemas under ajv, side by side.

import { posix } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { build } from "esbuild";
import type { OutputFile } from "../../../src/generators/generator.js";
import { jsonSchema } from "../../../src/generators/json-schema/index.js";
import { typescript } from "../../../src/generators/typescript/index.js";
import type { Plan } from "../../../src/plan/plan.js";

/** One judge: is the value what the plan asks for under this name? */
export type Judge = (value: unknown) => boolean;

/** The two judges of each event, by its name, and of people. */
export type Judges = {
  readonly events: ReadonlyMap<string, Pair>;
  readonly people: Pair;
  readonly peopleUpdate: Pair;
};

/** Two judges of one thing; `text` is the schema, for who has to find out why they differ. */
export type Pair = { readonly schema: Judge; readonly validator: Judge; readonly text: string };

type Validators = {
  validateEvent(name: string, properties: unknown): unknown;
  validatePersonAttributes(attributes: unknown): unknown;
  validatePersonUpdate(attributes: unknown): unknown;
};

/** Compiles both; throws where a generator has findings, or what it generated does not compile. */
export async function judgesOf(plan: Plan): Promise<Judges> {
  const schemas = generate(jsonSchema, plan);
  const validators = await load(generate(typescript, plan));
  const ajv = new Ajv2020({ strict: true, allErrors: true, multipleOfPrecision: 9 });
  const documents = new Map(schemas.map((file) => [file.path, JSON.parse(file.content)]));
  const pair = (path: string, validate: (value: unknown) => unknown): Pair => {
    const document = documents.get(path);
    const compiled = ajv.compile(document);
    return {
      schema: (value) => compiled(value) === true,
      validator: (value) => validate(value) === undefined,
      text: JSON.stringify({ ...document, $comment: undefined }),
    };
  };
  const index = documents.get("index.json");
  return {
    events: new Map(
      Object.entries<string>(index.events).map(([name, path]) => [
        name,
        pair(path, (value) => validators.validateEvent(name, value)),
      ]),
    ),
    people: pair(index.people, validators.validatePersonAttributes),
    peopleUpdate: pair(index.peopleUpdate, validators.validatePersonUpdate),
  };
}

function generate(generator: typeof jsonSchema, plan: Plan): readonly OutputFile[] {
  const options = Object.fromEntries(
    Object.entries(generator.options).map(([name, option]) => [name, option.default]),
  );
  const { files, diagnostics } = generator.generate(plan, options);
  if (diagnostics.length > 0) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return files;
}

/** Bundles the modules in memory and imports them. */
async function load(files: readonly OutputFile[]): Promise<Validators> {
  const byPath = new Map(files.map((file) => [`/${file.path}`, file.content]));
  const result = await build({
    stdin: {
      contents:
        'export { validateEvent } from "/validators/index.js"; export * from "/validators/people.js";',
      loader: "ts",
    },
    bundle: true,
    format: "esm",
    target: "es2022",
    write: false,
    logLevel: "silent",
    plugins: [
      {
        name: "generated",
        setup({ onResolve, onLoad }) {
          onResolve({ filter: /.*/ }, ({ path, importer }) => ({
            path: posix.resolve(posix.dirname(importer), path).replace(/\.js$/, ".ts"),
            namespace: "generated",
          }));
          onLoad({ filter: /.*/, namespace: "generated" }, ({ path }) => {
            const contents = byPath.get(path);
            return contents === undefined ? undefined : { contents, loader: "ts" };
          });
        },
      },
    ],
  });
  const [bundle] = result.outputFiles;
  if (bundle === undefined) throw new Error("esbuild wrote nothing");
  return import(`data:text/javascript;base64,${Buffer.from(bundle.contents).toString("base64")}`);
}
