// Holds two whole plans, a store's and a B2B company's, to what every plan may expect: they load without a finding,
// their examples fit, and what is generated depends on what they say and not on how it is laid out.
import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse, stringify } from "yaml";
import { asTree, generate, load, plans, root, type Tree } from "./whole-plans.js";

const sections = ["types", "groups", "events", "people", "objects", "sequences", "consumers"];

const compiler = root("../../node_modules/typescript/bin/tsc");
const strictest = {
  strict: true,
  target: "es2022",
  module: "nodenext",
  types: [],
  noEmit: true,
  allowImportingTsExtensions: true,
  declaration: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  isolatedModules: true,
  isolatedDeclarations: true,
  verbatimModuleSyntax: true,
  erasableSyntaxOnly: true,
};

let scratch: string;
beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), "trackwright-plans-"));
});
afterAll(() => {
  rmSync(scratch, { recursive: true });
});

/** The plan's files as plain data, by their path in the plan folder. */
function read(projectRoot: string): Map<string, Tree> {
  const folder = join(projectRoot, "tracking-plan");
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) =>
    /\.ya?ml$/.test(path),
  );
  return new Map(paths.map((path) => [path, asTree(parse(readFileSync(join(folder, path), "utf8")))]));
}

/** Writes a plan that is laid out another way, with the templates of the original. */
function write(name: string, original: string, files: ReadonlyMap<string, unknown>): string {
  const project = join(scratch, name.replaceAll(" ", "-"));
  for (const [path, content] of files) {
    const file = join(project, "tracking-plan", path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, stringify(content, { aliasDuplicateObjects: false, lineWidth: 0 }));
  }
  const templates = "tracking-plan/templates";
  if (existsSync(join(original, templates)))
    cpSync(join(original, templates), join(project, templates), { recursive: true });
  return project;
}

/** The same data with the keys of every mapping turned round. The order of an enum's values has a meaning. */
function reversed(value: unknown, key = ""): unknown {
  if (Array.isArray(value)) return value.map((item) => reversed(item));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([name, inner]) => [name, reversed(inner, name)] as const);
  return Object.fromEntries(key === "enum" ? entries : entries.toReversed());
}

/** The entries of all sections, each in a file of its own; the head stays where it is. */
function scattered(files: ReadonlyMap<string, Tree>): Map<string, unknown> {
  const scatteredFiles = new Map<string, unknown>();
  for (const [path, tree] of files) {
    if (path === "plan.yaml")
      scatteredFiles.set(
        path,
        Object.fromEntries(Object.entries(tree).filter(([key]) => !sections.includes(key))),
      );
    for (const [section, entries] of Object.entries(tree)) {
      if (!sections.includes(section)) continue;
      for (const [name, entry] of Object.entries(asTree(entries)))
        scatteredFiles.set(`${section}/z${scatteredFiles.size}.yml`, { [section]: { [name]: entry } });
    }
  }
  return scatteredFiles;
}

/** Everything in plan.yaml. */
function gathered(files: ReadonlyMap<string, Tree>): Map<string, unknown> {
  const whole: { [key: string]: unknown } = {};
  for (const tree of files.values())
    for (const [key, value] of Object.entries(tree)) {
      const known = whole[key];
      whole[key] = known === undefined ? value : { ...asTree(value), ...asTree(known) };
    }
  return new Map([["plan.yaml", whole]]);
}

describe.each(plans)("the plan of $name", ({ name, root: projectRoot, events }) => {
  it("loads without a finding", () => {
    const { value, diagnostics } = load(projectRoot);
    expect(diagnostics.map(({ rule, span, message }) => `${span.file}: ${rule}: ${message}`)).toEqual([]);
    expect(value.events.length).toBe(events);
  });

  it("says of everything what it is and who answers for it", () => {
    const { value } = load(projectRoot);
    const silent = [...value.events, ...value.consumers]
      .filter((entry) => entry.description === undefined || entry.owner === undefined)
      .map((entry) => entry.name.value);
    expect(silent).toEqual([]);
  });

  it("names templates that exist", () => {
    const { value } = load(projectRoot);
    const templates = value.consumers.flatMap((consumer) => consumer.templates.map((path) => path.value));
    expect(templates.length).toBeGreaterThan(0);
    expect(templates.filter((path) => !existsSync(join(projectRoot, path)))).toEqual([]);
    const written = readdirSync(join(projectRoot, "tracking-plan/templates")).map(
      (file) => `tracking-plan/templates/${file}`,
    );
    expect(written.filter((path) => !templates.includes(path))).toEqual([]);
  });

  it("has templates that read what their trigger gives", () => {
    const { value } = load(projectRoot);
    const attributes = new Set(value.people.attributes.map((attribute) => attribute.name.value));
    const unknown: string[] = [];
    let references = 0;
    for (const consumer of value.consumers) {
      const { trigger } = consumer;
      const event = value.events.find((one) => trigger?.kind === "event" && one.name.value === trigger.event);
      const given: { readonly [scope: string]: ReadonlySet<string> } = {
        customer: attributes,
        event: new Set(event?.properties.map((property) => property.name.value)),
        trigger: new Set(
          trigger?.kind === "api" ? trigger.properties.map((property) => property.name.value) : [],
        ),
      };
      for (const template of consumer.templates) {
        const text = readFileSync(join(projectRoot, template.value), "utf8");
        const liquid = [...text.matchAll(/\{[{%](.*?)[%}]\}/gs)].map((match) => match[1]).join("\n");
        for (const [reference, scope = "", name = ""] of liquid.matchAll(
          /\b(event|customer|trigger)\.(\w+)/g,
        )) {
          references++;
          if (given[scope]?.has(name) !== true) unknown.push(`${template.value}: ${reference}`);
        }
      }
    }
    expect(unknown).toEqual([]);
    expect(references).toBeGreaterThan(5);
  });

  it("has an example of every event, and each fits its schema", () => {
    const { value } = load(projectRoot);
    const { files } = generate(value);
    const schemas = [...files].filter(([path]) => path.endsWith(".schema.json"));
    const ajv = new Ajv2020({ strict: true, allErrors: true });
    const validators = new Map(
      schemas.map(([path, text]) => {
        const schema: unknown = JSON.parse(text);
        const validate = ajv.compile(asTree(schema));
        return [
          path.endsWith("people.schema.json") ? "people" : String(asTree(schema).title),
          validate,
        ] as const;
      }),
    );
    const problems: string[] = [];
    for (const event of value.events) {
      if (event.status === "retired") continue;
      const validate = validators.get(event.name.value);
      if (validate === undefined) problems.push(`${event.name.value} has no schema`);
      if (event.properties.length > 0 && event.examples.length === 0)
        problems.push(`${event.name.value} has no example`);
      for (const example of event.examples)
        if (validate?.(example.value) === false)
          problems.push(`${event.name.value}: ${ajv.errorsText(validate.errors)}`);
    }
    expect(problems).toEqual([]);
  });

  describe("generates", () => {
    it("files, and finds nothing", () => {
      const { files, findings } = generate(load(projectRoot).value);
      expect(findings).toEqual([]);
      expect(files.size).toBeGreaterThan(events);
    });

    it("TypeScript that compiles with every strict setting", () => {
      const { files } = generate(load(projectRoot).value);
      const folder = join(scratch, `${name} typescript`.replaceAll(" ", "-"));
      const modules = [...files].filter(([path]) => path.endsWith(".ts"));
      for (const [path, content] of modules) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), content);
      }
      writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
      writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions: strictest }));
      const compiled = spawnSync(process.execPath, [compiler, "--project", folder], { encoding: "utf8" });
      expect(compiled.stdout + compiled.stderr).toBe("");
      expect(compiled.status).toBe(0);
      expect(modules.length).toBeGreaterThan(events - 5);
    });

    it("the same bytes twice", () => {
      expect(generate(load(projectRoot).value).files).toEqual(generate(load(projectRoot).value).files);
    });

    const layouts: readonly [string, (files: ReadonlyMap<string, Tree>) => Map<string, unknown>][] = [
      [
        "with the keys of every mapping turned round",
        (files) => new Map([...files].map(([path, tree]) => [path, reversed(tree)])),
      ],
      ["with everything in plan.yaml", gathered],
      ["with a file for every entry", scattered],
      [
        "with a file for every entry, turned round",
        (files) => new Map([...scattered(files)].map(([path, tree]) => [path, reversed(tree)])),
      ],
    ];
    it.each(layouts)("the same bytes %s", (layout, change) => {
      const elsewhere = write(`${name} ${layout}`, projectRoot, change(read(projectRoot)));
      const loaded = load(elsewhere);
      expect(loaded.diagnostics.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([]);
      expect(generate(loaded.value).files).toEqual(generate(load(projectRoot).value).files);
    });

    it("something else when a word of the plan changes", () => {
      const files = read(projectRoot);
      files.set("plan.yaml", { ...files.get("plan.yaml"), name: "another-name" });
      const changed = load(write(`${name} renamed`, projectRoot, files));
      expect(generate(changed.value).files).not.toEqual(generate(load(projectRoot).value).files);
    });
  });
});
