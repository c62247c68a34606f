// Trees are the same however they come over from the parser.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseSync, rawTransferSupported } from "oxc-parser";
import { describe, expect, test } from "vitest";
import type { Parser } from "../../src/code/syntax/parse.js";
import { parserFor, reading } from "../../src/code/syntax/parser.js";
import { openTreesInPlace } from "../../src/code/syntax/trees-in-place.js";

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

const all = [...texts, ...hostile].map((text, index) => [index, text] as const);
const options = { lang: "tsx", astType: "ts", preserveParens: false } as const;

describe.skipIf(!rawTransferSupported())("a tree that is read where it lies", () => {
  test.each(all)("is that of the JSON (%i)", (_index, text) => {
    const raw = plain(reading(parseSync, true)("code.tsx", text, options));
    expect(raw).toEqual(plain(parseSync("code.tsx", text, options)));
  });
});

describe("a tree that is read in place without oxc's leave", () => {
  const inPlace = openTreesInPlace();

  test.each(all)("is that of the JSON (%i)", (_index, text) => {
    expect(plain(inPlace("code.tsx", text, options))).toEqual(plain(parseSync("code.tsx", text, options)));
  });

  test("outlives the next one, which lies in the same place", () => {
    const text = "export const 日本 = ['first', 1n, /x/];";
    const tree = inPlace("code.tsx", text, options);
    inPlace("code.tsx", "export function other() {}", options);
    expect(plain(tree)).toEqual(plain(parseSync("code.tsx", text, options)));
  });

  test("is of TypeScript's kind, or is refused", () => {
    expect(() => inPlace("code.js", "a", { lang: "js" })).toThrow();
  });

  test("is what large scans get, and JSON where it is refused", () => {
    const parser = parserFor(100_000);
    expect(plain(parser("code.tsx", "a < b;", options))).toEqual(
      plain(parseSync("code.tsx", "a < b;", options)),
    );
    expect(parser("code.js", "a < b;", { lang: "js" }).program.body).toHaveLength(1);
  });
});

test("where it can't be read there, JSON is, and the other is not tried again", () => {
  const asked: (boolean | undefined)[] = [];
  const parser = reading((name, text, options) => {
    asked.push(options?.experimentalRawTransfer);
    if (options?.experimentalRawTransfer === true) throw new RangeError("Array buffer allocation failed");
    return parseSync(name, text, options);
  }, true);
  expect(parser("a.ts", "export const a = 1;").program.body).toHaveLength(1);
  expect(parser("b.ts", "export const b = 2;").program.body).toHaveLength(1);
  expect(asked).toEqual([true, undefined, undefined]);
});
