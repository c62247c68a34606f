// Holds fixes of code to their promises: edits of text, whole or not at all, and never a file that is broken by them.
import { describe, expect, test } from "vitest";
import { parses } from "../../src/code/syntax/parses.js";
import type { Diagnostic, Fix } from "../../src/diagnostics/diagnostic.js";
import { exampleBeside, exampleFiles } from "../../src/rules/examples.js";
import { fixCode } from "../../src/rules/fix-code.js";
import { rules } from "../../src/rules/registry.js";
import { check } from "./example-plan.js";

/** A finding whose fix replaces a text in a file, wherever it stands first. */
function finding(
  file: string,
  text: string,
  from: string,
  to: string,
  safe = true,
  rule = "misspelled-event",
) {
  const start = text.indexOf(from);
  const span = { file, start, end: start + from.length };
  const fix: Fix = { title: `write ${to}`, safe, edits: [{ span, text: to }] };
  const found: Diagnostic = { rule, mirror: "code", severity: "error", message: from, span, fixes: [fix] };
  return found;
}

const none: ReadonlySet<string> = new Set();

describe("fixes of code", () => {
  const text = 'track("order_completed", { Total: 1 }); // stays\r\ntrack("b");\r\n';
  const files = [{ path: "web/a.ts", text }];

  test("change what they name and nothing else, line breaks included", () => {
    const found = [
      finding("web/a.ts", text, '"order_completed"', '"Order Completed"'),
      finding("web/a.ts", text, "Total", "total"),
    ];
    expect(fixCode(found, files, { unsafe: none, parses })).toEqual({
      files: [
        {
          path: "web/a.ts",
          before: text,
          after: 'track("Order Completed", { total: 1 }); // stays\r\ntrack("b");\r\n',
        },
      ],
      fixed: 2,
      refused: [],
    });
  });

  test("are made with a line break of the file", () => {
    const found = [finding("web/a.ts", text, 'track("b");', "a();\nb();")];
    expect(fixCode(found, files, { unsafe: none, parses }).files[0]?.after).toContain("a();\r\nb();\r\n");
  });

  test("are left out where they are unsafe and nobody asked for them", () => {
    const found = [finding("web/a.ts", text, '"b"', '"c"', false, "raw-emit")];
    expect(fixCode(found, files, { unsafe: none, parses }).files).toEqual([]);
    const asked = fixCode(found, files, { unsafe: new Set(["raw-emit"]), parses });
    expect(asked.files[0]?.after).toContain('track("c")');
  });

  test("are refused where they would break the file, and the others are made", () => {
    const found = [
      finding("web/a.ts", text, '"order_completed"', '"Order Completed"'),
      finding("web/a.ts", text, '"b");', '"c"'),
    ];
    const { files: changed, fixed, refused } = fixCode(found, files, { unsafe: none, parses });
    expect(changed[0]?.after).toBe(text.replace("order_completed", "Order Completed"));
    expect([fixed, refused.length]).toEqual([1, 1]);
  });

  test("are made in a file that was broken before", () => {
    const broken = 'track("a");\nfunction (';
    const found = [finding("a.ts", broken, '"a"', '"b"')];
    const { files: changed } = fixCode(found, [{ path: "a.ts", text: broken }], { unsafe: none, parses });
    expect(changed[0]?.after).toBe('track("b");\nfunction (');
  });

  test("leave files alone that are no code which was scanned", () => {
    const found = [finding("tracking-plan/plan.yaml", "name: a", "a", "b")];
    expect(fixCode(found, files, { unsafe: none, parses }).fixed).toBe(0);
  });
});

/** What raw-emit offers takes generated code beside it: test/cli/fix-code.test.ts. */
const fixable = rules.filter(
  (rule) => rule.fixable === true && rule.mirror === "code" && rule.id !== "raw-emit",
);

describe.each(fixable.map((rule) => [rule.id, rule] as const))("the fix of %s", (id, rule) => {
  test("mends its bad example, and then has nothing to do", () => {
    const { bad } = rule.examples;
    const plan = exampleFiles(bad) ?? new Map<string, string>();
    const found = (code: ReadonlyMap<string, string>) => check(plan, code).filter((one) => one.rule === id);
    const before = exampleBeside(bad) ?? new Map<string, string>();
    const sources = [...before].map(([path, text]) => ({ path, text }));
    const once = fixCode(found(before), sources, { unsafe: new Set([id]), parses });
    expect(once.fixed).toBeGreaterThan(0);
    const after = new Map([...before, ...once.files.map((file) => [file.path, file.after] as const)]);
    expect(found(after).filter((one) => (one.fixes ?? []).length > 0)).toEqual([]);
  });
});

describe("a text parses", () => {
  test.each([
    ["a.ts", "const a = <string>b;"],
    ["a.tsx", "const a = <b>{c}</b>;"],
    ["a.js", "const a = <b>{c}</b>;"],
    ["a.mts", "export const a: number = 1;"],
    [
      "a.vue",
      '<template><p v-if="a <"></p></template>\n<script setup lang="ts">\nconst a: number = 1;\n</script>',
    ],
    ["a.svelte", "<script>\nlet a = 1;\n</script>\n{#if a}{/if}"],
  ])("in %s", (path, text) => {
    expect(parses(path, text)).toBe(true);
    expect(parses(path, text.replace(" a", " a ("))).toBe(false);
  });
});
