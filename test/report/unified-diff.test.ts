// Holds the diff to what readers of diffs expect: git applies it, and it shows what changed and its surroundings.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { unifiedDiff } from "../../src/report/unified-diff.js";

test("shows a change with three lines around it", () => {
  const before = "a\nb\nc\nd\ne\nf\ng\nh\n";
  expect(unifiedDiff("plan/x.yaml", before, before.replace("e\n", "E\n"))).toBe(
    "--- a/plan/x.yaml\n+++ b/plan/x.yaml\n@@ -2,7 +2,7 @@\n b\n c\n d\n-e\n+E\n f\n g\n h\n",
  );
});

test("shows changes that are far from each other apart", () => {
  const before = Array.from({ length: 30 }, (_, index) => `${index}\n`).join("");
  const diff = unifiedDiff("x", before, before.replace("\n5\n", "\n").replace("\n25\n", "\n25\nnew\n"));
  expect(diff.match(/^@@.*@@$/gm)).toEqual(["@@ -3,7 +3,6 @@", "@@ -24,6 +23,7 @@"]);
});

test("says where the last line does not end", () => {
  expect(unifiedDiff("x", "a", "a\n")).toBe(
    "--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n",
  );
});

test("is empty where nothing changed", () => {
  expect(unifiedDiff("x", "a\n", "a\n")).toBe("");
});

/** The text that the hunks make of `before`, each line checked against it. */
function applied(before: string, diff: string): string {
  const lines = before.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  const result: string[] = [];
  let at = 0;
  const body = diff.split(/(?<=\n)/).slice(2);
  for (let index = 0; index < body.length; index++) {
    const line = body[index] ?? "";
    const start = /^@@ -(\d+)(?:,(\d+))? /.exec(line);
    if (start !== null) {
      const from = Number(start[1]) - (start[2] === "0" ? 0 : 1);
      result.push(...lines.slice(at, from));
      at = from;
      continue;
    }
    if (line.startsWith("\\")) continue;
    const text = body[index + 1]?.startsWith("\\") === true ? line.slice(1, -1) : line.slice(1);
    if (!line.startsWith("+")) expect(lines[at++]).toBe(text);
    if (!line.startsWith("-")) result.push(text);
  }
  return [...result, ...lines.slice(at)].join("");
}

test("makes the new text of the old one, for any two texts", () => {
  const text = fc
    .array(fc.constantFrom("a", "b", "c\n", "\n", "d\r\n", "ü\n"), { maxLength: 30 })
    .map((parts) => parts.join(""));
  fc.assert(
    fc.property(text, text, (before, after) => {
      fc.pre(before !== after);
      expect(applied(before, unifiedDiff("x", before, after))).toBe(after);
    }),
    { numRuns: 500 },
  );
});

test("is applied by git", () => {
  const folder = mkdtempSync(join(tmpdir(), "trackwright-diff-"));
  try {
    const before = "one\ntwo\nthree\r\nfour\nfive\nsix\nseven\neight\nnine\nlast";
    const after = "zero\none\ntwo\nTHREE\r\nfour\nfive\nsix\nseven\neight\nlast\n";
    writeFileSync(join(folder, "x.yaml"), before);
    execFileSync("git", ["apply", "-"], { cwd: folder, input: unifiedDiff("x.yaml", before, after) });
    expect(readFileSync(join(folder, "x.yaml"), "utf8")).toBe(after);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
