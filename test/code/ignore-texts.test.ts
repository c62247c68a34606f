// The short cut past .gitignore: it may ask the rules in vain, and never pass over one that speaks of a path.
import fc from "fast-check";
import ignore from "ignore";
import { expect, test } from "vitest";
import { touchedBy } from "../../src/code/files/ignore-texts.js";

const names = ["lib", "libs", "env", ".env", "a.log", "log", "Build", "x y", "out", "[id]", "b+c"];
const signs = [
  "*",
  "**",
  "?",
  "*.log",
  ".env*",
  "*lib",
  "[ab]*",
  "!lib",
  "\\!a",
  "\\#b",
  "#c",
  " ",
  "lib ",
  "l?b",
  "[id",
  "**lib",
];
const path = fc
  .array(fc.constantFrom(...names), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.join("/"));
const part = fc.oneof(fc.constantFrom(...names), fc.constantFrom(...signs));
const rule = fc
  .tuple(
    fc.constantFrom("", "/", "!", "!/"),
    fc.array(part, { minLength: 1, maxLength: 3 }),
    fc.constantFrom("", "/", "/**", " "),
  )
  .map(([before, parts, after]) => before + parts.join("/") + after);

test("a path that the short cut passes over is one of which no rule speaks", () => {
  fc.assert(
    fc.property(fc.array(rule, { maxLength: 4 }), path, fc.boolean(), (rules, file, isFolder) => {
      const text = rules.join("\n");
      const asked = isFolder ? `${file}/` : file;
      if (touchedBy(text).test(asked)) return;
      expect(ignore().add(text).test(asked)).toMatchObject({ ignored: false, unignored: false });
    }),
    { numRuns: 3_000 },
  );
});

test("a path that only looks like it is passed over", () => {
  const rules = touchedBy("lib\n*.log\n/out/\nnode_modules\n");
  for (const file of ["src/libs/a.ts", "environment/logs.ts", "src/layout.ts"])
    expect(rules.test(file)).toBe(false);
  for (const file of ["src/lib/a.ts", "src/a.log", "out/a.ts", "LIB/a.ts"])
    expect(rules.test(file)).toBe(true);
});
