// Holds every rule to its contract: its words, its examples, its page and its cases.
import { describe, expect, test } from "vitest";
import { exampleFiles } from "../../src/rules/examples.js";
import { rules } from "../../src/rules/registry.js";
import { check } from "./example-plan.js";

/** What a bad example can't do without. */
const companions: ReadonlyMap<string, readonly string[]> = new Map([
  // The finding that was set aside comes back.
  ["suppression-expired", ["event-name-casing"]],
]);

/** What small examples leave out: it would hide what they are about. */
function isLeftOut(id: string): boolean {
  return id.startsWith("missing-") || id.startsWith("unused-");
}

describe.each(rules.map((rule) => [rule.id, rule] as const))("%s", (id, rule) => {
  test("is told in plain words", () => {
    expect(id).toMatch(/^[a-z]+(?:-[a-z0-9]+)+$/);
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
    const found = check(bad ?? new Map()).map((one) => one.rule);
    expect(found.filter((one) => one === id)).not.toEqual([]);
    const others = found.filter((one) => one !== id && !isLeftOut(one));
    expect(others).toEqual(companions.get(id) ?? []);
  });

  test.runIf(good !== undefined)("its good example trips nothing", () => {
    const found = check(good ?? new Map()).filter((one) => one.rule === id || !isLeftOut(one.rule));
    expect(found).toEqual([]);
  });
});

describe("the registry", () => {
  test("is sorted by mirror and id, and names each rule once", () => {
    const ids = rules.map((rule) => rule.id);
    expect(ids).toEqual([...new Set(ids)].sort());
  });
});
