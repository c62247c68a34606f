// The checker reads only the files that an answer depends on: its answers are those of reading all of them.
import { describe, expect, test } from "vitest";
import { reachedImports } from "../../../src/code/types/reach.js";
import { typesOf } from "./hand-scan.js";

const track = "declare function track(name: string, properties: object): void;\n";

/** A way for types to come from elsewhere, each in files of its own. */
const ways: { readonly [folder: string]: { readonly [file: string]: string } } = {
  "a default export": {
    "make.ts":
      "import { tax } from './tax';\nexport default function make() { return { total: tax(1), at: new Date() }; }",
    "tax.ts": "export const tax = (n: number) => n * 1.2;",
    "use.ts": "import make from './make';\nconst made = make();\ntrack('x', made)",
  },
  "a namespace": {
    "all.ts": "export const a = { x: String(1) };\nexport { b as c } from './b';",
    "b.ts": "export const b = { y: 1 + 1 };",
    "use.ts": "import * as all from './all';\ntrack('x', { a: all.a.x, c: all.c })",
  },
  "a barrel of barrels": {
    "index.ts": "export * from './one';\nexport * from './more';\nexport * from './odd';",
    "one.ts": "export type One = { one: string };",
    "more/index.ts": "export * from './two';",
    "more/two.ts": "import type { One } from '../one';\nexport type Two = One & { two: number };",
    "odd.ts": "export const odd = 1;",
    "use.ts": "import type { Two } from '.';\nfunction f(two: Two) { track('x', two) }",
  },
  "what a function returns, through others": {
    "hook.ts":
      "import { load } from './load';\nexport function useCart() { const items = load(); return { items, count: items.length, add: () => {} }; }",
    "load.ts": "export function load() { return [{ sku: 'a', price: Number('1') }]; }",
    "use.ts":
      "import { useCart } from './hook';\nconst { items, count } = useCart();\ntrack('x', { items, count })",
  },
  "a guard from another file": {
    "guards.ts":
      "export const isText = (v: unknown): v is string => typeof v === 'string';\nexport function assertText(v: unknown): asserts v is string { if (!isText(v)) throw v; }",
    "use.ts":
      "import { isText, assertText } from './guards';\nfunction f(v: string | number) { if (isText(v)) track('x', { v }) }\nfunction g(v: string | number) { assertText(v); track('y', { v }) }\nfunction h(v: string | number) { if (!isText(v)) return; track('z', { v }) }",
  },
  "the context of a callback": {
    "list.ts":
      "export type Item = { id: string };\nexport function each<T>(items: readonly T[], use: (item: T, index: number) => void): void {}\nexport const items: Item[] = [];",
    "use.ts":
      "import { each, items } from './list';\neach(items, (item, index) => track('x', { id: item.id, index }))",
  },
  "the context of a prop": {
    "list.tsx":
      "export type Item = { id: string };\nexport const List = (props: { items: Item[]; onPick(item: Item): void }) => null;",
    "use.tsx":
      "import { List } from './list';\nexport const view = <List items={[]} onPick={(item) => track('x', { id: item.id })} />",
  },
  "a member of a class": {
    "base.ts": "export class Base<P> { constructor(readonly props: P) {} }",
    "types.ts": "export type Props = { plan: 'free' | 'team' };",
    "use.ts":
      "import { Base } from './base';\nimport type { Props } from './types';\nclass A extends Base<Props> { send() { track('x', this.props) } }",
  },
  "a variable that is assigned later": {
    "price.ts": "export const price = () => 1;",
    "use.ts":
      "import { price } from './price';\nfunction f(b: boolean) { let value; if (b) value = price(); else value = 'text'; track('x', { value }) }",
  },
  "a module of CommonJS": {
    "made.js": "exports.make = () => ({ total: 1 });",
    "use.js": "const { make } = require('./made.js');\ntrack('x', make())",
  },
  "a type that is imported in place": {
    "types.ts": "export type Cart = { total: number };",
    "use.ts": "function f(cart: import('./types').Cart) { track('x', cart) }",
  },
  "a loop": {
    "rows.ts": "export const rows: { id: string; tags: Set<string> }[] = [];",
    "use.ts":
      "import { rows } from './rows';\nfor (const { id, tags } of rows) track('x', { id, tags: [...tags] })",
  },
  "satisfies, and a mapped type": {
    "names.ts": "export const names = { a: 'A!', b: 'B!' } as const satisfies Record<string, string>;",
    "use.ts":
      "import { names } from './names';\ntype Flags = { [K in keyof typeof names]?: boolean };\nfunction f(key: keyof typeof names, flags: Flags) { track(names[key], flags) }",
  },
};

/** All of the ways in one project, so that it is loaded once. */
const files = Object.fromEntries([
  [
    "tsconfig.json",
    '{ "compilerOptions": { "strict": true, "jsx": "preserve", "moduleResolution": "bundler", "module": "esnext" } }',
  ],
  ...Object.entries(ways).flatMap(([way, own], index) =>
    Object.entries(own).map(([file, text]) => [
      `${String.fromCharCode(97 + index)}-${way.replaceAll(/\W+/g, "-")}/${file}`,
      /^use\.tsx?$/.test(file) ? `${text}\n${track}export {};\n` : `${text}\n`,
    ]),
  ),
]);

describe("what an answer depends on", () => {
  test("is all that is read, and enough", async () => {
    const some = await typesOf(files);
    expect(some).toEqual(await typesOf(files, undefined, true));
    expect(some).toEqual([
      "constant(x) { total: number, at: datetime }",
      "constant(x) { a: string, c: { y: number } }",
      "constant(x) { one: string, two: number }",
      "constant(x) { items: ({ sku: string, price: number })[], count: number }",
      "constant(x) { v: string }",
      "constant(y) { v: string }",
      "constant(z) { v: string }",
      "constant(x) { id: string, index: number }",
      "constant(x) { id: string }",
      "constant(x) { plan: enum(free) | enum(team) }",
      "constant(x) { value: number | string }",
      "constant(x) { total: number }",
      "constant(x) { total: number }",
      "constant(x) { id: string, tags: (string)[] }",
      "conditional(A!, B!) { a?: boolean, b?: boolean }",
    ]);
  });

  test("leaves out what has nothing to do with it", async () => {
    const { ts } = await import("@ts-morph/common");
    const texts = new Map([
      [
        "/use.ts",
        "import { total } from './total';\nimport { draw } from './draw';\nconst sum = total();\ndraw(sum);\nsend(sum);",
      ],
      [
        "/total.ts",
        "import { round } from './round';\nimport { log } from './log';\nexport function total(): number { log(); return round(1); }",
      ],
      ["/draw.ts", "export function draw() {}"],
    ]);
    const text = texts.get("/use.ts") ?? "";
    const start = text.lastIndexOf("sum");
    const reached = reachedImports({
      ts,
      asked: new Map([["/use.ts", [{ span: { file: "use.ts", start, end: start + 3 }, as: "expression" }]]]),
      whole: [],
      parse: (path) => {
        const own = texts.get(path);
        return own === undefined ? undefined : ts.createSourceFile(path, own, ts.ScriptTarget.ESNext, true);
      },
      read: (path) => texts.get(path),
      resolve: (specifier) => `/${specifier.slice(2)}.ts`,
    });
    expect([...reached].map(([path, imports]) => [path, [...imports]])).toEqual([
      ["/use.ts", ["./total"]],
      // Its type is written at it: nothing of its body counts.
      ["/total.ts", []],
    ]);
  });
});
