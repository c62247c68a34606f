// Holds schema/plan.schema.json, which editors check plans with, and the loader to the same verdict, mistake by
// mistake: on every case, on the store's plan and on the plans under test/plans.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import { afterAll, describe, expect, test } from "vitest";
import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument } from "yaml";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";
import { loadPlan } from "../../src/plan/load.js";

const repository = join(import.meta.dirname, "..", "..");
const schema: object = JSON.parse(readFileSync(join(repository, "schema", "plan.schema.json"), "utf8"));
const validate: ValidateFunction = new Ajv2020({ strict: true, allErrors: true }).compile(schema);

/** A file as an editor sees it: its JSON, and the range of each part by its path. */
type JsonFile = { readonly json: unknown; readonly ranges: ReadonlyMap<string, readonly [number, number]> };

/** Keys as they are written, the first of two equal keys: as the loader reads them. Undefined where it is no YAML. */
function readJson(text: string): JsonFile | undefined {
  const document = parseDocument(text, {
    uniqueKeys: false,
    lineCounter: new LineCounter(),
    logLevel: "error",
  });
  if (document.errors.length > 0) return undefined;
  const ranges = new Map<string, readonly [number, number]>();
  function convert(node: unknown, path: string, key?: readonly [number, number]): unknown {
    if (isAlias(node)) return convert(node.resolve(document), path, key);
    const [start, end] = (isScalar(node) || isMap(node) || isSeq(node) ? node.range : undefined) ??
      key ?? [0, 0];
    ranges.set(path, [Math.min(start, key?.[0] ?? start), Math.max(end, key?.[1] ?? end)]);
    if (isSeq(node)) return node.items.map((item, index) => convert(item, `${path}/${index}`));
    if (!isMap(node)) {
      const value = isScalar(node) ? node.value : null;
      return typeof value === "bigint" || (typeof value === "number" && !Number.isFinite(value))
        ? String(value)
        : value;
    }
    const object: Record<string, unknown> = {};
    for (const { key, value } of node.items) {
      const name = isScalar(key) ? (key.source ?? "") : String(key);
      const keyRange = isScalar(key) || isMap(key) || isSeq(key) ? key.range : undefined;
      if (Object.hasOwn(object, name)) continue;
      const converted = convert(
        value,
        `${path}/${escaped(name)}`,
        keyRange ? [keyRange[0], keyRange[1]] : undefined,
      );
      Object.defineProperty(object, name, { value: converted, enumerable: true });
    }
    return object;
  }
  return { json: convert(document.contents, ""), ranges };
}

const escaped = (key: string) => key.replaceAll("~", "~0").replaceAll("/", "~1");

/** Where the schema finds a mistake, as a path into the JSON. */
function errorPath(error: ErrorObject): string {
  const { instancePath, params } = error;
  if (typeof params.additionalProperty === "string")
    return `${instancePath}/${escaped(params.additionalProperty)}`;
  if (typeof params.propertyName === "string") return `${instancePath}/${escaped(params.propertyName)}`;
  if (typeof error.propertyName === "string") return `${instancePath}/${escaped(error.propertyName)}`;
  return instancePath;
}

/** The innermost part of the file that a finding lies in. */
function findingPath({ span }: Diagnostic, { ranges }: JsonFile): string {
  let best = "";
  let size = Number.POSITIVE_INFINITY;
  for (const [path, [start, end]] of ranges) {
    if (
      start <= span.start &&
      span.end <= end &&
      (end - start < size || (end - start === size && path.length > best.length))
    ) {
      best = path;
      size = end - start;
    }
  }
  return best;
}

/** One lies in the other; the whole file (a path of "") counts for itself alone. */
const related = (a: string, b: string) =>
  a === b || (a !== "" && b.startsWith(`${a}/`)) || (b !== "" && a.startsWith(`${b}/`));

/**
 * Findings that a JSON Schema of one file can't make, by rule and, where only some of the rule's are meant, by words
 * of the message. Everything else that the loader reports, the schema must reject too.
 */
const beyondSchema: readonly {
  readonly rule: string;
  readonly words?: RegExp;
  readonly place?: RegExp;
  readonly why: string;
}[] = [
  { rule: "unknown-reference", why: "needs the names of the whole plan" },
  { rule: "duplicate-definition", why: "needs the whole plan" },
  { rule: "duplicate-key", why: "JSON has one of each key" },
  { rule: "property-conflict", why: "needs the whole plan" },
  { rule: "circular-type", why: "needs the whole plan" },
  { rule: "contradiction", why: "compares values" },
  { rule: "invalid-pattern", why: "reads regular expressions" },
  { rule: "invalid-type", why: "reads type expressions, and knows which constraints fit them" },
  { rule: "idempotency-key-optional", why: "needs the whole plan" },
  {
    rule: "invalid-value",
    words: /can't be an idempotency key|is no timestamp/,
    why: "needs the whole plan",
  },
  {
    rule: "invalid-value",
    words: /is the number|can't be held exactly/,
    why: "JSON has the value, not its digits",
  },
  { rule: "invalid-value", words: /not nothing/, why: "JSON has null both for nothing and for null" },
  { rule: "missing-key", words: /has no type/, why: "JSON has null both for nothing and for null" },
  { rule: "unknown-key", words: /belongs into the plan's head/, why: "needs the file's name" },
  { rule: "invalid-value", words: /is referred to without it/, why: "needs the names of the whole plan" },
  { rule: "invalid-value", words: /twice/, why: "names in different forms may be the same" },
  { rule: "invalid-value", words: /is one word to YAML/, why: "JSON has no dashes" },
  { rule: "invalid-value", place: /^\/consumers\/[^/]+\/conditions\//, why: "reads conditions" },
  { rule: "missing-head", why: "needs the file's name" },
];

const used = new Set<(typeof beyondSchema)[number]>();

function isBeyondSchema(finding: Diagnostic, path: string): boolean {
  const reason = beyondSchema.find(
    ({ rule, words, place }) =>
      rule === finding.rule && (words?.test(finding.message) ?? true) && (place?.test(path) ?? true),
  );
  if (reason !== undefined) used.add(reason);
  return reason !== undefined;
}

/** Rules of the text before it is YAML that a schema could be shown. */
const textRules = new Set([
  "yaml-syntax",
  "yaml-feature",
  "alias-bomb",
  "input-too-large",
  "invalid-encoding",
]);

function compare(root: string): void {
  const loaded = loadPlan({ root, folder: "tracking-plan" });
  const disagreements: string[] = [];
  // Files that were pulled have a schema of their own.
  for (const file of loaded.files.filter(({ path }) => !path.endsWith(".json"))) {
    const found = loaded.diagnostics.filter((one) => one.span.file === file.path && one.severity === "error");
    if (found.some((one) => textRules.has(one.rule))) continue;
    const read = readJson(file.text);
    if (read === undefined) {
      disagreements.push(`${file.path}: no YAML to an editor, and no finding of the loader`);
      continue;
    }
    const errors = validate(read.json)
      ? []
      : (validate.errors ?? []).map((error) => ({ error, path: errorPath(error) }));
    const places = found.map((finding) => ({ finding, path: findingPath(finding, read) }));
    for (const { error, path } of errors) {
      if (places.some((place) => related(place.path, path)) || (path === "" && found.length > 0)) continue;
      disagreements.push(`${file.path}${path}: the schema says it ${error.message}, the loader nothing`);
    }
    for (const { finding, path } of places) {
      if (
        isBeyondSchema(finding, path) ||
        errors.some((error) => related(path, error.path) || error.path === "")
      )
        continue;
      disagreements.push(
        `${file.path}${path}: ${finding.rule} ${finding.message} - and the schema says nothing`,
      );
    }
  }
  expect(disagreements).toEqual([]);
}

describe("the schema and the loader agree", () => {
  const casesFolder = join(repository, "test", "cases", "plan");
  for (const name of readdirSync(casesFolder).sort()) test(name, () => compare(join(casesFolder, name)));

  test("the store's plan", () => compare(repository));

  const plansFolder = join(repository, "test", "plans");
  for (const name of existsSync(plansFolder) ? readdirSync(plansFolder).sort() : []) {
    if (existsSync(join(plansFolder, name, "tracking-plan")))
      test(`the plan of ${name}`, () => compare(join(plansFolder, name)));
  }

  afterAll(() => {
    expect(beyondSchema.filter((reason) => !used.has(reason))).toEqual([]);
  });
});

describe("the schema teaches the language", () => {
  type Node = { readonly [key: string]: unknown };
  const isNode = (value: unknown): value is Node =>
    typeof value === "object" && value !== null && !Array.isArray(value);

  test("each key of the language has a title and a description", () => {
    const bare: string[] = [];
    const definitions = isNode(schema) && "$defs" in schema && isNode(schema.$defs) ? schema.$defs : {};
    const resolve = (node: Node): Node => {
      const name = typeof node.$ref === "string" ? node.$ref.replace("#/$defs/", "") : undefined;
      const target = name === undefined ? undefined : definitions[name];
      return isNode(target) ? { ...resolve(target), ...node } : node;
    };
    function walk(node: unknown, path: string): void {
      if (Array.isArray(node)) for (const [index, item] of node.entries()) walk(item, `${path}/${index}`);
      if (!isNode(node)) return;
      const properties =
        isNode(node.properties) &&
        path !== "/$defs" &&
        !path.endsWith("/properties") &&
        !path.endsWith("/examples")
          ? node.properties
          : {};
      for (const [key, property] of Object.entries(properties)) {
        if (!isNode(property)) continue;
        const { title, description } = resolve(property);
        if (typeof title !== "string" || typeof description !== "string") bare.push(`${path}/${key}`);
      }
      for (const [key, value] of Object.entries(node)) if (key !== "examples") walk(value, `${path}/${key}`);
    }
    walk(schema, "");
    expect(bare).toEqual([]);
  });

  test("each example of a key is valid there", () => {
    const ajv = new Ajv2020({ strict: true, allErrors: true });
    ajv.addSchema(schema, "plan");
    const wrong: string[] = [];
    let count = 0;
    function walk(node: unknown, pointer: string): void {
      if (Array.isArray(node)) for (const [index, item] of node.entries()) walk(item, `${pointer}/${index}`);
      if (!isNode(node)) return;
      if (Array.isArray(node.examples)) {
        const check = ajv.getSchema(`plan#${pointer}`);
        for (const example of node.examples) {
          count++;
          if (check?.(example) !== true) wrong.push(`${pointer}: ${JSON.stringify(example)}`);
        }
      }
      for (const [key, value] of Object.entries(node))
        if (key !== "examples") walk(value, `${pointer}/${encodeURIComponent(escaped(key))}`);
    }
    walk(schema, "");
    expect(wrong).toEqual([]);
    expect(count).toBeGreaterThan(50);
  });
});
