// Holds the manual of the language to the loader: every example in it works, and nothing is left out of it.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseDocument, stringify } from "yaml";
import { generators } from "../../src/generators/registry.js";
import { findPlan, loadPlan } from "../../src/plan/load.js";
import {
  casings,
  consumerKinds,
  operators,
  sourceKinds,
  statuses,
  stringFormats,
} from "../../src/plan/plan.js";

const manual = readFileSync(new URL("../../docs/plan-language.md", import.meta.url), "utf8");
const sections = ["types", "groups", "events", "people", "objects", "sequences", "consumers"];

type Example = { readonly line: number; readonly text: string; readonly fragment: boolean };

const examples: readonly Example[] = [...manual.matchAll(/^```yaml( fragment)?\n([\s\S]*?)^```$/gm)].map(
  (match) => ({
    line: manual.slice(0, match.index).split("\n").length,
    text: match[2] ?? "",
    fragment: match[1] !== undefined,
  }),
);
const isHead = (example: Example): boolean => /^trackwright:/m.test(example.text);

/** The first example's head: what the others stand beside. */
function firstHead(): string {
  const plan: unknown = parseDocument(examples[0]?.text ?? "").toJS();
  if (typeof plan !== "object" || plan === null)
    throw new Error("the manual begins with an example that is no plan");
  return stringify(Object.fromEntries(Object.entries(plan).filter(([key]) => !sections.includes(key))));
}

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "trackwright-manual-"));
});
afterAll(() => {
  rmSync(root, { recursive: true });
});

/** The errors that the loader finds in an example, one line each. */
function errorsOf(example: Example): string[] {
  const project = join(root, `line-${example.line}`);
  const folder = join(project, "tracking-plan");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "plan.yaml"), isHead(example) ? example.text : firstHead());
  if (!isHead(example)) writeFileSync(join(folder, "example.yaml"), example.text);
  const location = findPlan(project);
  if (location === undefined) throw new Error("no plan was found");
  const { value, diagnostics } = loadPlan(location);
  expect(value).toBeDefined();
  return diagnostics
    .filter((diagnostic) => diagnostic.severity === "error")
    .map((diagnostic) => `${diagnostic.rule}: ${diagnostic.message}`);
}

describe("the manual's examples", () => {
  const whole = examples.filter((example) => !example.fragment);

  it("are found", () => {
    expect(whole.length).toBeGreaterThan(15);
    expect(isHead(whole[0] ?? { line: 0, text: "", fragment: true })).toBe(true);
  });

  for (const example of whole) {
    it(`load without an error (line ${example.line})`, () => {
      expect(errorsOf(example)).toEqual([]);
    });
  }

  it("are refused where they are wrong", () => {
    expect(errorsOf({ line: 0, text: "events:\n  A:\n    sauce: backend\n", fragment: false })).not.toEqual(
      [],
    );
  });

  for (const example of examples.filter((one) => one.fragment)) {
    it(`are YAML where they are fragments (line ${example.line})`, () => {
      expect(parseDocument(example.text).errors).toEqual([]);
    });
  }
});

describe("the manual", () => {
  const names = new Set(
    [...manual.matchAll(/`([^`\n]+)`/g)].flatMap((match) => [match[1], ...words(match[1])]),
  );

  function words(text: string | undefined): string[] {
    return text?.match(/[A-Za-z_]+/g) ?? [];
  }

  it("names every key of the language's schema", () => {
    const schema: unknown = JSON.parse(
      readFileSync(new URL("../../schema/plan.schema.json", import.meta.url), "utf8"),
    );
    const keys = keysOf(schema);
    expect(keys.size).toBeGreaterThan(60);
    expect([...keys].filter((key) => !names.has(key))).toEqual([]);
  });

  it("names every target and its options", () => {
    const targets = generators.flatMap((generator) => [generator.id, ...Object.keys(generator.options)]);
    expect(targets.length).toBeGreaterThan(3);
    expect(targets.filter((name) => !names.has(name))).toEqual([]);
  });

  it.each([
    ["casing", casings],
    ["kind of source", sourceKinds],
    ["format", stringFormats],
    ["status", statuses],
    ["kind of consumer", consumerKinds],
    ["operator", operators],
  ])("names every %s", (_what, values) => {
    expect(values.filter((value) => !names.has(value))).toEqual([]);
  });
});

/** Every key that a JSON Schema declares, at any depth. */
function keysOf(schema: unknown): Set<string> {
  const found = new Set<string>();
  const visit = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    for (const [keyword, value] of Object.entries(node)) {
      if (keyword === "examples") continue;
      if (keyword === "$defs") for (const definition of Object.values(value)) visit(definition);
      else if (keyword !== "properties") visit(value);
      else
        for (const [name, child] of Object.entries(value)) {
          found.add(name);
          // The rules have a manual of their own.
          if (name !== "rules") visit(child);
        }
    }
  };
  visit(schema);
  return found;
}
