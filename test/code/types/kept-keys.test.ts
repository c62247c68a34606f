// Which keys an object brings, as types know it: of a list its elements, of a default nothing.
import { expect, test } from "vitest";
import { typesOf } from "./hand-scan.js";

const track = "declare function track(name: string, properties: object): void;\n";

const cases = [
  [
    "a list that is spread brings its elements, and not what it can do",
    "function f(...args: [sum: number]) { track('x', { ...args, a: 'text' }) }",
    "{ a: string, 0: number }",
  ],
  [
    "an element that may be left out is not certainly there",
    "function f(...args: [paid?: boolean]) { track('x', { ...args, a: 'text' }) }",
    "{ a: string }",
  ],
  [
    "a list of any length brings no names",
    "function f(skus: readonly string[]) { track('x', { ...skus, a: 'text' }) }",
    "{ a: string }",
  ],
  [
    "what a browser makes has its keys elsewhere",
    "function f(answer: Response) { track('x', { ...answer, a: 'text' }) }",
    "{ a: string, ... }",
  ],
  [
    "a default without a type takes whatever is given",
    "function f(more = {}) { track('x', { ...more, a: 'text' }) }",
    "{ a: string, ... }",
  ],
  ["a default that is handed on is no payload", "function f(more = {}) { track('x', more) }", "unknown"],
  [
    "a default with keys asks for them",
    "function f(more = { b: 1 }) { track('x', { ...more, a: 'text' }) }",
    "{ a: string, b: number, ... }",
  ],
  [
    "a default beside a type counts for nothing",
    "function f({ more = {} }: { more?: { b: number } }) { track('x', { ...more, a: 'text' }) }",
    "{ a: string, b: number }",
  ],
  [
    "nothing under a condition is nothing",
    "function f(paid: boolean) { track('x', { ...(paid ? { b: 1 } : {}), a: 'text' }) }",
    "{ a: string, b?: number }",
  ],
  [
    "any JSON is not known",
    "type Json = string | number | boolean | null | { [key: string]: Json } | Json[];" +
      "function f(b: Json, c: string | null) { track('x', { b, c }) }",
    "{ b: unknown, c: null | string }",
  ],
] as const;

test("an object has the keys that it is certain to have", async () => {
  const files = cases.map(
    ([, code], index) => [`${1000 + index}.ts`, `export {};\n${track}${code}`] as const,
  );
  const lines = await typesOf(Object.fromEntries(files));
  expect(cases.map(([what], index) => [what, lines[index]])).toEqual(
    cases.map(([what, , expected]) => [what, `constant(x) ${expected}`]),
  );
});
