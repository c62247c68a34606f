// What the TypeScript checker adds to a scan, on small projects.
import { describe, expect, test } from "vitest";
import { typesOf } from "./hand-scan.js";

const track = "declare function track(name: string, properties: object): void;\n";

/** Every code in a file of its own, all of them in one project. */
async function linesOf(codes: readonly string[]): Promise<readonly string[]> {
  const files = codes.map((code, index) => [`${1000 + index}.ts`, `export {};\n${track}${code}`] as const);
  return await typesOf(Object.fromEntries(files));
}

describe("names", () => {
  const cases = [
    ["a union of texts", "function f(name: 'A' | 'B') { track(name, {}) }", "conditional(A, B)"],
    ["one text", "const name = <const>'A'; track(name, {})", "constant(A)"],
    ["an enum", "enum E { A = 'a!', B = 'b!' } function f(name: E) { track(name, {}) }", "enum(a!, b!)"],
    ["a member of an enum", "enum E { A = 'a!', B = 'b!' } track(E.B, {})", "enum(b!)"],
    [
      "keys of an object",
      "const o = { a: 1, b: 2 }; function f(name: keyof typeof o) { track(name, {}) }",
      "conditional(a, b)",
    ],
    [
      "values of an object",
      "const o = { a: 'x', b: 'y' } as const; function f(k: 'a' | 'b') { track(o[k], {}) }",
      "conditional(x, y)",
    ],
    ["a generic", "function f<N extends 'A' | 'B'>(name: N) { track(name, {}) }", "conditional(A, B)"],
    ["a template", "function f(name: `step_\u0024{number}`) { track(name, {}) }", "template(step_*)"],
    ["one that may be missing", "function f(name?: 'A') { if (name) track(name, {}) }", "constant(A)"],
    ["text", "function f(name: string) { track(name, {}) }", "dynamic()"],
    ["text among others", "function f(name: 'A' | (string & {})) { track(name, {}) }", "dynamic()"],
    ["any", "function f(name: any) { track(name, {}) }", "dynamic()"],
    ["a number", "function f(name: 1 | 2) { track(name as never, {}) }", "dynamic()"],
  ] as const;
  test("are what the type of the expression allows", async () => {
    const lines = await linesOf(cases.map(([, code]) => code));
    expect(cases.map(([what], index) => [what, lines[index]])).toEqual(
      cases.map(([what, , expected]) => [what, `${expected} {  }`]),
    );
  });
});

describe("payloads", () => {
  const cases = [
    [
      "plain types",
      "p: { a: string; b: number; c: boolean; d: null }",
      "{ a: string, b: number, c: boolean, d: null }",
    ],
    [
      "what may be missing",
      "p: { a?: string; b: string | undefined }",
      "{ a?: string, b: string | undefined }",
    ],
    ["a nullable", "p: { a: string | null }", "{ a: null | string }"],
    [
      "literals",
      "p: { plan: 'free' | 'team'; seats: 1 | 2; paid: true }",
      "{ plan: enum(free) | enum(team), seats: 1 | 2, paid: true }",
    ],
    [
      "lists",
      "p: { a: string[]; b: readonly (string | number)[]; c: [string, number] }",
      "{ a: (string)[], b: (number | string)[], c: (number | string)[] }",
    ],
    [
      "objects in lists",
      "p: { items: { sku: string; price?: number }[] }",
      "{ items: ({ sku: string, price?: number })[] }",
    ],
    ["a date", "p: { at: Date }", "{ at: datetime }"],
    ["a big integer and a function", "p: { a: bigint; b: () => void }", "{ a: bigint, b: function }"],
    [
      "any and unknown",
      "p: { a: any; b: unknown; c: string | any }",
      "{ a: unknown, b: unknown, c: unknown }",
    ],
    ["free keys", "p: Record<string, number>", "{ ... }"],
    ["some free keys", "p: { a: string; [key: string]: unknown }", "{ a: string, ... }"],
    [
      "a mapped type",
      "p: Partial<Pick<{ a: string; b: number; c: Date }, 'a' | 'c'>>",
      "{ a?: string, c?: datetime }",
    ],
    ["an intersection", "p: { a: string } & { b: number }", "{ a: string, b: number }"],
    ["a brand", "p: { id: string & { readonly brand: 'id' } }", "{ id: string }"],
    ["a map, which JSON empties", "p: { m: Map<string, string> }", "{ m: unknown }"],
    ["anything at all", "p: {}", "unknown"],
    ["an object of any kind", "p: object", "{ ... }"],
    ["a type parameter with a bound", "p: never, q: unknown", "unknown"],
  ] as const;
  test("are what the type of the value says", async () => {
    const lines = await linesOf(
      cases.map(([, parameter]) => `export function f(${parameter}) { track('x', p) }`),
    );
    expect(cases.map(([what], index) => [what, lines[index]])).toEqual(
      cases.map(([what, , expected]) => [what, `constant(x) ${expected}`]),
    );
  });

  test("a type that refers to itself ends", async () => {
    const code = "type Tree = { name: string; children: Tree[] }; function f(p: Tree) { track('x', p) }";
    expect(await typesOf({ "a.ts": track + code })).toEqual([
      "constant(x) { name: string, children: ()[]... }",
    ]);
  });

  test("a type parameter has at least what it extends", async () => {
    const code = "function f<P extends { plan: string }>(p: P) { track('x', p) }";
    expect(await typesOf({ "a.ts": track + code })).toEqual(["constant(x) { plan: string, ... }"]);
  });

  test("methods of a class are not sent, and of accessors one can't tell", async () => {
    const code =
      "class Cart { total = 1; get vat() { return 2; } pay() {} #secret = 3 } track('x', new Cart())";
    expect(await typesOf({ "a.ts": track + code })).toEqual(["constant(x) { total: number, ... }"]);
  });

  test("an object that says itself how it is written is unknown", async () => {
    const code = "class Money { value = 1; toJSON() { return 'x'; } } track('x', { m: new Money() })";
    expect(await typesOf({ "a.ts": track + code })).toEqual(["constant(x) { m: unknown }"]);
  });

  test("a spread brings what its type has", async () => {
    const code = "function f(rest: { b: number }) { track('x', { a: 'text', ...rest }) }";
    expect(await typesOf({ "a.ts": track + code })).toEqual(["constant(x) { b: number, a: string }"]);
  });

  test("a spread of the type Object brings nobody knows what", async () => {
    expect(
      await linesOf([
        "declare function copy(): Object; export const f = () => track('A', { x: 1, ...copy() });",
      ]),
    ).toEqual(["constant(A) { x: number, ... }"]);
  });
  test("a spread of an object of which no key is known brings nobody knows what", async () => {
    expect(await linesOf(["function f(p: unknown) { track('x', { ...(p as object), a: 1 }) }"])).toEqual([
      "constant(x) { a: number, ... }",
    ]);
  });

  test("keys of what is not installed may be any", async () => {
    expect(
      await linesOf(["declare const sizes: any; function f(s: keyof typeof sizes) { track('x', { s }) }"]),
    ).toEqual(["constant(x) { s: unknown }"]);
  });

  test("narrowing counts", async () => {
    const code = "function f(v: string | number) { if (typeof v === 'string') track('x', { v }) }";
    expect(await typesOf({ "a.ts": track + code })).toEqual(["constant(x) { v: string }"]);
  });
});

describe("projects", () => {
  const tsconfig = (options: object, more: object = {}): string =>
    JSON.stringify({
      compilerOptions: { strict: true, module: "esnext", moduleResolution: "bundler", ...options },
      ...more,
    });

  test("types come from other files, by paths, through barrels", async () => {
    expect(
      await typesOf({
        "tsconfig.json": tsconfig({ paths: { "@/*": ["./src/*"] } }),
        "src/types/index.ts": "export * from './cart';",
        "src/types/cart.ts": "export type Cart = { total: number; coupon?: string };",
        "src/app.ts": `import type { Cart } from "@/types";\n${track}function f(cart: Cart) { track('x', cart) }`,
      }),
    ).toEqual(["constant(x) { total: number, coupon?: string }"]);
  });

  test("what is spread from an object of free keys may bring any", async () => {
    expect(
      await typesOf({
        "tsconfig.json": tsconfig({}),
        "a.ts": `${track}type Event = { params?: { [key: string]: string | number } };
export function f(event: Event | undefined, plan: string) {
  track('x', { plan, ...event?.params });
  const sent = { plan, ...event?.params, seats: plan.length };
  track('y', sent);
}`,
      }),
    ).toEqual(["constant(x) { plan: string, ... }", "constant(y) { seats: number, plan: string, ... }"]);
  });

  test("what can't be found is unknown, and what is built upon it is not whole", async () => {
    expect(
      await typesOf({
        "tsconfig.json": tsconfig({}),
        "a.ts": `import { Base, useCart } from "not-installed";
${track}
interface Cart extends Base { total: number }
function f(cart: Cart) { track('x', cart) }
function g() { const { total } = useCart(); track('y', { total, twice: total * 2, text: \`\${total}\` }) }`,
      }),
    ).toEqual([
      "constant(x) { total: number, ... }",
      "constant(y) { total: unknown, twice: number, text: string }",
    ]);
  });

  test("every package of a monorepo is read with its own configuration", async () => {
    expect(
      await typesOf({
        "tsconfig.json": JSON.stringify({ files: [], references: [{ path: "./web" }, { path: "./api" }] }),
        "web/tsconfig.json": tsconfig({ paths: { types: ["./cart.ts"] } }),
        "web/cart.ts": "export type Cart = { web: string };",
        "web/a.ts": `import type { Cart } from "types";\n${track}function f(cart: Cart) { track('x', cart) }`,
        "api/tsconfig.json": tsconfig({ paths: { types: ["./cart.ts"] } }),
        "api/cart.ts": "export type Cart = { api: number };",
        "api/a.ts": `import type { Cart } from "types";\n${track}function f(cart: Cart) { track('x', cart) }`,
      }),
    ).toEqual(["constant(x) { web: string }", "constant(x) { api: number }"]);
  });

  test("a configuration that only refers to others hands its files over", async () => {
    expect(
      await typesOf({
        "tsconfig.json": JSON.stringify({ files: [], references: [{ path: "./tsconfig.app.json" }] }),
        "tsconfig.app.json": tsconfig(
          { paths: { types: ["./src/cart.ts"] }, composite: true },
          { include: ["src"] },
        ),
        "src/cart.ts": "export type Cart = { total: number };",
        "src/a.ts": `import type { Cart } from "types";\n${track}function f(cart: Cart) { track('x', cart) }`,
      }),
    ).toEqual(["constant(x) { total: number }"]);
  });

  test("globals that the project declares hold everywhere", async () => {
    expect(
      await typesOf({
        "tsconfig.json": tsconfig({}),
        "types/global.d.ts": "declare const cart: { total: number };",
        "a.ts": `${track}track('x', cart)`,
      }),
    ).toContain("constant(x) { total: number }");
  });

  test("a project that is not strict claims nothing about null", async () => {
    const code = `export let chosen = null; ${track}export function f() { track('x', { chosen }) }`;
    expect(await typesOf({ "tsconfig.json": "{}", "a.ts": code })).toEqual([
      "constant(x) { chosen: unknown }",
    ]);
  });

  test("a broken configuration is named, and the files are read without it", async () => {
    expect(
      await typesOf({
        "tsconfig.json": "{ nonsense",
        "a.ts": `${track}function f(n: number) { track('x', { n }) }`,
      }),
    ).toEqual(["constant(x) { n: number }"]);
  });

  test("a configuration that extends a package which is not installed is read as far as it goes", async () => {
    expect(
      await typesOf({
        "tsconfig.json": JSON.stringify({
          extends: "@acme/tsconfig",
          compilerOptions: { paths: { c: ["./c.ts"] } },
        }),
        "c.ts": "export type Cart = { total: number };",
        "a.ts": `import type { Cart } from "c";\n${track}function f(cart: Cart) { track('x', cart) }`,
      }),
    ).toEqual(["constant(x) { total: number }"]);
  });

  test("JavaScript is read by what it does and by its comments", async () => {
    expect(
      await typesOf({
        "a.js":
          "/** @param {{ total: number }} cart */\nfunction f(cart) { track('x', cart) }\nfunction g(any) { track('y', { any, length: 'text'.length }) }",
      }),
    ).toEqual(["constant(x) { total: number }", "constant(y) { any: unknown, length: number }"]);
  });

  test("a function that declares more than it gives back gives what it does", async () => {
    const types = `type Told = { kind: "a"; total: number } | { kind: "b"; total: string };\n`;
    const sends = (made: string): string =>
      `${track}${types}function f(n: number) { ${made}\nconst told = make();\ntrack('x', told) }`;
    expect(
      await typesOf({
        "a.ts": sends(`function make(): Told { return { kind: "a", total: n }; }`),
        "b.ts": sends(`const make = async (): Promise<Told> => ({ kind: "a", total: n });`),
        "c.ts": sends(
          `function make(): Told | undefined { if (n > 1) return; return { kind: "a", total: n }; }`,
        ),
      }),
    ).toEqual([
      "constant(x) { kind: enum(a), total: number }",
      "constant(x) unknown",
      "constant(x) undefined | { kind: enum(a), total: number } | { kind: enum(b), total: string }",
    ]);
  });

  test("scripts of Vue files are read in place, both of them", async () => {
    expect(
      await typesOf({
        "cart.ts": "export type Cart = { total: number };",
        "A.vue": `<script lang="ts">
import type { Cart } from "./cart";
declare function track(name: string, properties: object): void;
</script>
<script setup lang="ts">
const props = defineProps<{ cart: Cart }>();
function send(cart: Cart) { track('x', cart) }
</script>
<template><p>track('no', emission)</p></template>`,
      }),
    ).toContain("constant(x) { total: number }");
  });

  test("a workspace that is not installed is found where the caller says", async () => {
    const files = {
      "tsconfig.json": tsconfig({}),
      "packages/shared/index.ts": "export type Cart = { total: number };",
      "a.ts": `import type { Cart } from "@acme/shared";\n${track}function f(cart: Cart) { track('x', cart) }`,
    };
    expect(await typesOf(files)).toEqual(["constant(x) unknown"]);
    const resolve = (specifier: string): string | undefined =>
      specifier === "@acme/shared" ? "packages/shared/index.ts" : undefined;
    expect(await typesOf(files, resolve)).toEqual(["constant(x) { total: number }"]);
  });

  test("broken code gives what it gives", async () => {
    expect(await typesOf({ "a.ts": `${track}function f(n: number { track('x', { n }) ` })).toEqual([
      expect.stringContaining("constant(x)"),
    ]);
  });
});
