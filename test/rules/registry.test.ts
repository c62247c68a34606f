// Holds every rule to its contract: its words, its examples, and that somebody reports it.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { compilePlan } from "../../src/index.js";
import { checkOutput } from "../../src/output/output.js";
import { loadPlan } from "../../src/plan/load.js";
import { exampleBeside, exampleFiles } from "../../src/rules/examples.js";
import { rules } from "../../src/rules/registry.js";
import type { Example, Rule } from "../../src/rules/rule.js";
import { check } from "./example-plan.js";
import { isLeftOut } from "./left-out.js";

const root = join(import.meta.dirname, "..", "..");

/** Rules whose findings come with one of another rule, as they must. */
const companions: ReadonlyMap<string, readonly string[]> = new Map([
  // The finding that was set aside comes back.
  ["suppression-expired", ["event-name-casing"]],
]);

/** Every rule that finds something in the files of an example, the targets and the output among them. */
function found(rule: Rule, example: Example): readonly string[] {
  const files = exampleFiles(example) ?? new Map<string, string>();
  const ids = check(files, exampleBeside(example)).map((one) => one.rule);
  return rule.reportedBy === "generators" || rule.reportedBy === "output" ? [...ids, ...built(files)] : ids;
}

/** What compiling the plan reports, and what is wrong with where it would be written; on a real disk. */
function built(files: ReadonlyMap<string, string>): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), "trackwright-rules-"));
  try {
    for (const [path, text] of files) {
      const file = join(folder, "tracking-plan", path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
    const project = { root: folder, folder: "tracking-plan" };
    const plan = loadPlan(project).value;
    if (plan === undefined) throw new Error("the example is no plan");
    const compiled = compilePlan(plan);
    const targets = compiled.targets.map(({ target, out, files: written }) => {
      const span = plan.targets.find((one) => one.name.value === target)?.out.span ?? plan.name.span;
      return { target, out: { value: out, span }, files: written };
    });
    const checked = checkOutput({ project, targets, complete: true, command: "trackwright build" });
    return [...compiled.diagnostics, ...checked.diagnostics]
      .map((one) => one.rule)
      .filter((id) => id !== "generated-missing");
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe.each(rules.map((rule) => [rule.id, rule] as const))("%s", (id, rule) => {
  test("is told in plain words", () => {
    expect(id).toMatch(/^[a-z]+(?:-[a-z0-9]+)*$/);
    expect(rule.summary).toMatch(/^[A-Z"].*[^.!?]$/);
    for (const text of [rule.why, rule.fix]) {
      expect(text).toMatch(/^[A-Z"`].*[.)`]$/s);
      expect(text).not.toMatch(/!(?=\s|$)|\n/);
    }
    for (const [name, option] of Object.entries(rule.options ?? {})) {
      expect(name).toMatch(/^[a-z]+(?:_[a-z]+)*$/);
      expect(name).not.toBe("severity");
      expect(option.description).toMatch(/^[A-Z].*\.$/s);
    }
  });

  const bad = exampleFiles(rule.examples.bad);
  const good = exampleFiles(rule.examples.good);

  test.runIf(bad !== undefined)("its bad example trips it and nothing else", () => {
    const ids = found(rule, rule.examples.bad);
    expect(ids).toContain(id);
    expect(ids.filter((one) => one !== id && !isLeftOut(one))).toEqual(companions.get(id) ?? []);
  });

  test.runIf(good !== undefined)("its good example trips nothing", () => {
    expect(found(rule, rule.examples.good).filter((one) => one === id || !isLeftOut(one))).toEqual([]);
  });

  test("has a check, or somebody who reports it", () => {
    expect(rule.check === undefined).toBe(rule.reportedBy !== undefined);
    if (rule.reportedBy === undefined)
      expect(typeof rule.examples.bad === "object" && "told" in rule.examples.bad).toBe(false);
  });
});

describe("the registry", () => {
  test("is sorted by id, and names each rule once", () => {
    const ids = rules.map((rule) => rule.id);
    expect(ids).toEqual([...new Set(ids)].sort());
  });

  test("has every rule file", () => {
    const files = readdirSync(join(root, "src", "rules"), { recursive: true, encoding: "utf8" })
      .filter((path) =>
        /^(?:plan|code|loader|generators|output|engine|base|code|consumers)\/.*\.ts$/.test(path),
      )
      .map((path) => path.replace(/^.*\/|\.ts$/g, ""));
    expect(files.sort()).toEqual(rules.map((rule) => rule.id));
  });

  test("has every rule that the other stages report, and no more", () => {
    const reported = new Set<string>();
    for (const folder of ["plan", "generators", "output"]) {
      for (const path of readdirSync(join(root, "src", folder), { recursive: true, encoding: "utf8" })) {
        if (!path.endsWith(".ts")) continue;
        const text = readFileSync(join(root, "src", folder, path), "utf8");
        for (const [, id = ""] of text.matchAll(
          /(?:\brule: |\b(?:error|warning|finding|report|wrong)\(\s*|identifierCollision = |\? |: )"([a-z]+(?:-[a-z]+)+|contradiction)"/g,
        ))
          reported.add(id);
      }
    }
    const known = rules.filter((rule) => rule.reportedBy !== undefined && rule.reportedBy !== "engine");
    expect(known.map((rule) => rule.id).filter((id) => !reported.has(id))).toEqual([]);
    const others = new Set(rules.map((rule) => rule.id));
    const unknown = [...reported].filter((id) => !others.has(id) && !notRules.has(id));
    expect(unknown).toEqual([]);
  });
});

/** Words in the same places of the code that name something else. */
const notRules = new Set([
  "a-z",
  "edited-orphan",
  "json-schema",
  "on-identify",
  "on-event",
  "kebab-case",
  "own-group",
]);
