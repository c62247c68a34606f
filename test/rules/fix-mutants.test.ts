// Holds `--fix` to its promises on plans that somebody spoiled: it ends, it adds no mistake, and a second run is idle.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { compareText, type SourceFile } from "../../src/diagnostics/diagnostic.js";
import { assemblePlan } from "../../src/plan/assemble.js";
import { checkPlan } from "../../src/rules/check-plan.js";
import { fixPlan } from "../../src/rules/fix-plan.js";
import { rules } from "../../src/rules/registry.js";
import { exampleDay } from "../../src/rules/rule.js";

const folder = "tracking-plan";
const head = `${folder}/plan.yaml`;
const root = join(import.meta.dirname, "../../templates/store");

const files: readonly SourceFile[] = readdirSync(root, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".yaml"))
  .map((path) => ({ path: `${folder}/${path}`, text: readFileSync(join(root, path), "utf8") }))
  .sort((a, b) => compareText(a.path, b.path));

/** The names of events, properties and attributes, as the files have them. */
const names = [
  ...new Set(
    files
      .filter(({ path }) => path !== head)
      .flatMap(({ text }) => [...text.matchAll(/^ +([A-Z][a-z]+(?: [A-Za-z]+)+|[a-z]+(?:_[a-z]+)+)\??:/gm)])
      .flatMap(([, name]) => name ?? []),
  ),
];

const words = (name: string): readonly string[] => name.toLowerCase().split(/[ _]/);
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
const spoilers: readonly ((name: string) => string)[] = [
  (name) => words(name).join("_"),
  (name) => words(name).map(capital).join(""),
  (name) => words(name).map(capital).join(" "),
  (name) => words(name).join("-"),
  (name) => name.toUpperCase(),
  (name) => `" ${name}"`,
  (name) => `"${words(name).join("_")} "`,
  (name) => JSON.stringify(` ${words(name).map(capital).join("")}`),
  (name) => `'${name}s'`,
  (name) => words(name).toReversed().map(capital).join(" "),
];

type Spoiling = {
  readonly name: string;
  readonly spoiler: (name: string) => string;
  readonly everywhere: boolean;
  readonly comment: boolean;
};

function spoil(
  given: readonly SourceFile[],
  { name, spoiler, everywhere, comment }: Spoiling,
): readonly SourceFile[] {
  const wrong = spoiler(name);
  const escaped = name.replaceAll(" ", "\\s");
  const key = new RegExp(`^( +)${escaped}(\\??):`, "gm");
  const mention = new RegExp(`(?<=[:[,.-] ?)${escaped}(?=[\\],\\n ])`, "g");
  // The "?" of an optional property stands inside of the quotes.
  const keyOf = (mark: string): string => wrong.replace(/(["']?)$/, `${mark}$1`);
  const note = comment ? " # trackwright-ignore event-name-casing, property-name-casing: why not" : "";
  return given.map(({ path, text }) => ({
    path,
    text: (path === head
      ? text
      : text.replace(key, (_, indent: string, mark: string) => `${indent}${keyOf(mark)}:`)
    )
      .replace(mention, everywhere ? () => wrong : (same) => same)
      .replace(/^ +description: .*$/m, (line) => line + note),
  }));
}

const spoiling = fc.record({
  name: fc.constantFrom(...names),
  spoiler: fc.constantFrom(...spoilers),
  everywhere: fc.boolean(),
  comment: fc.boolean(),
});

const runs = Number(process.env.PROPERTY_RUNS ?? 1) * 25;

function mistakes(of: readonly SourceFile[]): number {
  return assemblePlan(of, folder, head).diagnostics.length;
}

/** The places that two rules would write differently: of one mistake, one rule has the say. */
function quarrels(of: readonly SourceFile[]): readonly string[] {
  const { plan, diagnostics } = assemblePlan(of, folder, head);
  const wanted = new Map<string, { readonly rule: string; readonly text: string }>();
  const found: string[] = [];
  for (const { rule, fixes = [] } of checkPlan(plan, { today: exampleDay, found: diagnostics }).diagnostics) {
    for (const { span, text } of fixes[0]?.edits ?? []) {
      const place = JSON.stringify(span);
      const other = wanted.get(place);
      if (other !== undefined && other.rule !== rule && other.text !== text)
        found.push(`${place}: "${other.text}" (${other.rule}) or "${text}" (${rule})`);
      else wanted.set(place, { rule, text });
    }
  }
  return found;
}

test("a spoiled plan is mended once and for all", () => {
  expect(names.length).toBeGreaterThan(20);
  fc.assert(
    fc.property(fc.array(spoiling, { minLength: 1, maxLength: 5 }), fc.boolean(), (all, unsafely) => {
      const before = all.reduce(spoil, files);
      expect(quarrels(before)).toEqual([]);
      const unsafe = new Set(unsafely ? rules.map(({ id }) => id) : []);
      const options = { folder, head, today: exampleDay, unsafe };
      const mended = new Map(fixPlan(before, options).files.map(({ path, text }) => [path, text]));
      const after = before.map(({ path, text }) => ({ path, text: mended.get(path) ?? text }));
      expect(fixPlan(after, options)).toEqual({ files: [], fixed: 0 });
      expect(mistakes(after)).toBeLessThanOrEqual(mistakes(before));
      expect(assemblePlan(after, folder, head).plan.events.length).toBeGreaterThan(0);
    }),
    { numRuns: runs },
  );
});
