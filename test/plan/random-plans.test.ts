// Random plans: whatever the text, loading ends, gives sound findings, and gives the same ones again; and what
// order a good plan is written in, and in which files, makes no difference.
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { loadPlan } from "../../src/plan/load.js";
import { findingLines } from "./findings-text.js";
import { expectSoundFindings, loadFiles, type PlanFiles, withPlanFolder } from "./plan-folder.js";

const casesFolder = join(import.meta.dirname, "..", "cases", "plan");

/** The files of a plan folder, by their path in it. */
function filesOf(folder: string): Map<string, string> {
  const files = new Map<string, string>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.ya?ml$/.test(entry.name)) continue;
    const file = join(entry.parentPath, entry.name);
    files.set(relative(folder, file).split(sep).join("/"), readFileSync(file, "utf8"));
  }
  return files;
}

const goodPlans = [
  "clean-reference-plan",
  "clean-every-type-form",
  "clean-conditions-and-triggers",
  "clean-shapes",
  "clean-lifecycle",
].map((name) => filesOf(join(casesFolder, name, "tracking-plan")));
const allTexts = goodPlans.flatMap((files) => [...files.values()]);
const words = [...new Set(allTexts.flatMap((text) => text.match(/[\w]+\??|[^\s\w]+/g) ?? []))];

function expectToEndSoundly(files: PlanFiles): void {
  withPlanFolder(files, (root) => {
    const location = { root, folder: "tracking-plan" };
    const loaded = loadPlan(location);
    expectSoundFindings(loaded);
    expect(findingLines(loadPlan(location))).toEqual(findingLines(loaded));
  });
}

describe("any text", () => {
  test("random bytes", () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 200 }),
        fc.constantFrom("plan.yaml", "a.yaml"),
        (bytes, name) => {
          expectToEndSoundly(new Map([[name, bytes]]));
        },
      ),
      { numRuns: 300 },
    );
  });

  test("random text of the signs that YAML knows", () => {
    const sign = fc.constantFrom(..."abz019 \n\t:-?,[]{}#&*!|>'\"%@`~\\_.=()<\r\u0085\u2028\ufeff😀é");
    fc.assert(
      fc.property(fc.string({ unit: sign, maxLength: 120 }), (text) => {
        expectToEndSoundly(new Map([["a.yaml", text]]));
        expectToEndSoundly(new Map([["a.yaml", `events:\n  A:\n    ${text.replaceAll("\n", "\n    ")}\n`]]));
      }),
      { numRuns: 300 },
    );
  });

  test("random lines of the language's own words", () => {
    const word = fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...words) },
      fc.constantFrom("[]", "|", "null", "404", "*a", "&a", "<<", '"', "'"),
    );
    const line = fc
      .tuple(
        fc.integer({ min: 0, max: 4 }),
        word,
        fc.constantFrom(":", ": ", "", " - ", ": {"),
        fc.array(word, { maxLength: 4 }),
      )
      .map(([indent, key, colon, rest]) => `${"  ".repeat(indent)}${key}${colon}${rest.join(" ")}`);
    fc.assert(
      fc.property(fc.array(line, { maxLength: 25 }), (lines) => {
        expectToEndSoundly(new Map([["a.yaml", lines.join("\n")]]));
      }),
      { numRuns: 400 },
    );
  });
});

describe("good plans with changes", () => {
  type Edit = {
    readonly at: number;
    readonly length: number;
    readonly kind: "delete" | "insert" | "repeat" | "replace";
    readonly text: string;
  };
  const edit: fc.Arbitrary<Edit> = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
    length: fc.integer({ min: 1, max: 30 }),
    kind: fc.constantFrom("delete", "insert", "repeat", "replace"),
    text: fc.oneof(
      fc.constantFrom(...words),
      fc.string({ maxLength: 8 }),
      fc.constantFrom("\n", "\n  ", "{", "}", "[", "]", ": ", "\t", "'", '"', "#", "\u0000"),
    ),
  });

  function change(text: string, { at, length, kind, text: other }: Edit): string {
    const start = Math.floor(at * text.length);
    const piece = text.slice(start, start + length);
    const rest = text.slice(start + length);
    switch (kind) {
      case "delete":
        return text.slice(0, start) + rest;
      case "insert":
        return text.slice(0, start) + other + piece + rest;
      case "repeat":
        return text.slice(0, start) + piece + piece + rest;
      case "replace":
        return text.slice(0, start) + other + rest;
    }
  }

  test("characters deleted, inserted, repeated and replaced", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...goodPlans),
        fc.nat(),
        fc.array(edit, { minLength: 1, maxLength: 4 }),
        (plan, pick, edits) => {
          const names = [...plan.keys()];
          const name = names[pick % names.length] ?? "";
          const changed = edits.reduce(change, plan.get(name) ?? "");
          expectToEndSoundly(new Map(plan).set(name, changed));
        },
      ),
      { numRuns: 400 },
    );
  });

  test("lines deleted, moved and repeated", () => {
    const lineEdit = fc.tuple(fc.constantFrom("delete", "repeat", "move", "indent"), fc.nat(), fc.nat());
    fc.assert(
      fc.property(
        fc.constantFrom(...goodPlans),
        fc.nat(),
        fc.array(lineEdit, { minLength: 1, maxLength: 3 }),
        (plan, pick, edits) => {
          const names = [...plan.keys()];
          const name = names[pick % names.length] ?? "";
          const lines = (plan.get(name) ?? "").split("\n");
          for (const [kind, from, to] of edits) {
            const at = from % lines.length;
            const line = lines[at] ?? "";
            if (kind === "delete") lines.splice(at, 1);
            else if (kind === "repeat") lines.splice(to % lines.length, 0, line);
            else if (kind === "indent") lines[at] = `  ${line}`;
            else lines.splice(to % lines.length, 0, ...lines.splice(at, 1));
          }
          expectToEndSoundly(new Map(plan).set(name, lines.join("\n")));
        },
      ),
      { numRuns: 400 },
    );
  });
});

describe("the order and the files of a plan mean nothing", () => {
  const sections = ["types", "groups", "events", "people", "objects", "sequences", "consumers"];
  const places = ["plan.yaml", "a.yaml", "b/c.yml", "z.yaml"];

  /** The same plan with all keys shuffled, and each entry of a section in a file chosen by `choose`. */
  function rewritten(plan: PlanFiles, choose: () => number): Map<string, string> {
    const files = new Map<string, Record<string, Record<string, unknown>>>(
      places.map((place) => [place, {}]),
    );
    for (const text of plan.values()) {
      const document = parse(String(text)) ?? {};
      for (const [section, content] of Object.entries<Record<string, unknown>>(document)) {
        const entries = sections.includes(section) ? Object.entries(content ?? {}) : [];
        if (entries.length === 0) (files.get("plan.yaml") ?? {})[section] = content;
        for (const [name, entry] of entries) {
          const file = files.get(places[choose() % places.length] ?? "") ?? {};
          file[section] = { ...file[section], [name]: entry };
        }
      }
    }
    return new Map([...files].map(([place, content]) => [place, stringify(shuffled(content, choose))]));
  }

  function shuffled(value: unknown, choose: () => number): unknown {
    if (Array.isArray(value)) return value.map((item) => shuffled(item, choose));
    if (typeof value !== "object" || value === null) return value;
    const entries = Object.entries(value).map(([key, item]) => ({ key, item, order: choose() }));
    entries.sort((a, b) => a.order - b.order);
    return Object.fromEntries(entries.map(({ key, item }) => [key, shuffled(item, choose)]));
  }

  /** A plan without the places where it is written: those may differ. */
  function withoutPlaces(value: unknown): unknown {
    return JSON.parse(
      JSON.stringify(value, (key, item) => (key === "span" || key === "files" ? undefined : item)),
    );
  }

  /** What the plans above may not have in it. */
  const described: PlanFiles = new Map([
    [
      "plan.yaml",
      "trackwright: 1\nname: a\nevents:\n  A:\n    description: x\n    properties:\n      tier:\n        enum: { silver: Two., gold: One., bronze: Three. }\n",
    ],
  ]);

  test("shuffled keys and moved sections give an equal plan", () => {
    for (const plan of [...goodPlans, described]) {
      const original = loadFiles(plan);
      expect(original.diagnostics).toEqual([]);
      const wanted = withoutPlaces(original.value);
      fc.assert(
        fc.property(fc.infiniteStream(fc.nat({ max: 1_000_000 })), (numbers) => {
          const loaded = loadFiles(rewritten(plan, () => numbers.next().value ?? 0));
          expect(loaded.diagnostics.map((finding) => finding.message)).toEqual([]);
          expect(withoutPlaces(loaded.value)).toEqual(wanted);
        }),
        { numRuns: 25 },
      );
    }
  });
});
