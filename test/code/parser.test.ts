// Trees are the same however they come over from the parser.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseSync } from "oxc-parser";
import { describe, expect, test } from "vitest";
import type { Parser } from "../../src/code/parse.js";
import { reading } from "../../src/code/parser.js";
import { openPlacedTrees } from "../../src/code/placed-trees.js";

const cases = fileURLToPath(new URL("../cases/code/", import.meta.url));
const texts = readdirSync(cases, { recursive: true, encoding: "utf8" })
  .filter((path) => /\.[cm]?[jt]sx?$/.test(path))
  .map((path) => readFileSync(join(cases, path), "utf8"));
const hostile = [
  "const a = 12n, b = /x+/giu, c = /(?<=a)/v, d = '\\ud800', e = `\\u{1f600}`;",
  "\ufeffexport const 日本 = '😀'; // é\r\nexport default 1e400;",
  "class A { @d() accessor #x = 1; static { this.y } }",
];

/** oxc's answer as plain data. */
function plain({ program, errors }: ReturnType<Parser>): unknown {
  const simple = (_key: string, value: unknown): unknown =>
    typeof value === "bigint" || value instanceof RegExp ? String(value) : value;
  return JSON.parse(JSON.stringify({ program, errors }, simple));
}

const options = { lang: "tsx", astType: "ts", preserveParens: false } as const;

describe("a tree that is read where it lies", () => {
  const placed = openPlacedTrees();

  test.each([...texts, ...hostile].map((text, index) => [index, text] as const))(
    "is that of the JSON (%i)",
    (_index, text) => {
      expect(plain(placed("code.tsx", text, options))).toEqual(plain(parseSync("code.tsx", text, options)));
    },
  );

  test("is asked for in the dialect of TypeScript alone", () => {
    expect(() => placed("code.js", "a", { lang: "js" })).toThrow("only TypeScript's trees");
  });
});

test("where trees can't be read there, JSON is, and nobody tries again", () => {
  let tries = 0;
  const parser = reading(parseSync, () => {
    tries++;
    throw new RangeError("Array buffer allocation failed");
  });
  expect(parser("a.ts", "export const a = 1;", options).program.body).toHaveLength(1);
  expect(parser("b.ts", "export const b = 2;", options).program.body).toHaveLength(1);
  expect(tries).toBe(1);
});

test("a text whose tree can't be read there comes as JSON, and the next one is read there again", () => {
  const asked: string[] = [];
  const placed: Parser = (name, text, given) => {
    asked.push(name);
    if (name === "a.ts") throw new RangeError("Maximum call stack size exceeded");
    return parseSync(name, text, given);
  };
  const parser = reading(parseSync, () => placed);
  expect(parser("a.ts", "export const a = 1;", options).program.body).toHaveLength(1);
  expect(parser("b.ts", "export const b = 2;", options).program.body).toHaveLength(1);
  expect(asked).toEqual(["a.ts", "b.ts"]);
});
