// Holds baselines to their promise: what was agreed on stays out, whatever moves, and what is new comes in.
import { expect, test } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";
import { BaselineError, formatBaseline, parseBaseline, withBaseline } from "../../src/report/baseline.js";
import type { Report } from "../../src/report/report.js";

/** A report of findings, each at the first place of its text in its file. */
function report(
  files: { readonly [path: string]: string },
  found: readonly (readonly [file: string, text: string, rule: string])[],
): Report {
  const diagnostics = found.map(([file, text, rule]): Diagnostic => {
    const start = (files[file] ?? "").indexOf(text);
    return {
      rule,
      mirror: "plan",
      severity: "error",
      message: `"${text}" is wrong on line ${start}.`,
      span: { file, start, end: start + text.length },
    };
  });
  return {
    version: "1.0.0",
    diagnostics,
    texts: new Map(Object.entries(files)),
    checked: { events: 1, planFiles: 1, consumers: 0 },
    prefix: "",
    suppressed: 0,
    baselined: 0,
    rules: new Map(),
  };
}

const canWait = ({ rule }: Diagnostic): boolean => rule !== "yaml-syntax";
const first = report({ "a.yaml": "one\ntwo\n" }, [
  ["a.yaml", "one", "some-rule"],
  ["a.yaml", "two", "other-rule"],
]);

test("a baseline holds fingerprints by rule, and neither prose nor places", () => {
  const text = formatBaseline(first, canWait);
  expect(JSON.parse(text)).toEqual({
    baseline: 1,
    findings: {
      "other-rule": [expect.stringMatching(/^[0-9a-f]{12}$/)],
      "some-rule": [expect.stringMatching(/^[0-9a-f]{12}$/)],
    },
  });
  expect(text).not.toMatch(/wrong|yaml/);
});

test("it leaves out what it holds, also after lines and files moved", () => {
  const baseline = parseBaseline(formatBaseline(first, canWait));
  const moved = report({ "b/c.yaml": "# new\n\ntwo\n\n  one\nthree\n" }, [
    ["b/c.yaml", "one", "some-rule"],
    ["b/c.yaml", "two", "other-rule"],
    ["b/c.yaml", "three", "some-rule"],
  ]);
  const { report: left, gone } = withBaseline(moved, baseline, canWait);
  expect(left.diagnostics.map(({ message }) => message)).toEqual([expect.stringContaining('"three"')]);
  expect([left.baselined, gone]).toEqual([2, 0]);
});

test("it counts what is no longer found", () => {
  const baseline = parseBaseline(formatBaseline(first, canWait));
  const { report: left, gone } = withBaseline(
    { ...first, diagnostics: first.diagnostics.slice(1) },
    baseline,
    canWait,
  );
  expect([left.diagnostics.length, left.baselined, gone]).toEqual([0, 1, 1]);
});

test("one more of the same is new", () => {
  const two = report({ "a.yaml": "x: one\n", "b.yaml": "y: one\n" }, [
    ["a.yaml", "one", "some-rule"],
    ["b.yaml", "one", "some-rule"],
  ]);
  const baseline = parseBaseline(
    formatBaseline({ ...two, diagnostics: two.diagnostics.slice(0, 1) }, canWait),
  );
  const { report: left } = withBaseline(two, baseline, canWait);
  expect([left.diagnostics.length, left.baselined]).toEqual([1, 1]);
});

test("what can't wait is neither written nor left out", () => {
  const broken = report({ "a.yaml": "one\n" }, [["a.yaml", "one", "yaml-syntax"]]);
  expect(parseBaseline(formatBaseline(broken, canWait)).size).toBe(0);
  const forged = parseBaseline(formatBaseline(broken, () => true));
  expect(withBaseline(broken, forged, canWait).report.diagnostics).toHaveLength(1);
});

test.each([
  "",
  "[]",
  "null",
  "{}",
  '{"baseline":2,"findings":{}}',
  '{"baseline":1,"findings":[]}',
  '{"baseline":1,"findings":{"a":["x"]}}',
  '{"baseline":1,"findings":{"a":[1]}}',
])("%j is no baseline", (text) => {
  expect(() => parseBaseline(text)).toThrow(BaselineError);
});
