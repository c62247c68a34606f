// What a scan after an edit takes over from the scan before it: it parses what was edited and what that needs, and
// finds what a scan of everything finds.
import { parseSync } from "oxc-parser";
import { expect, test } from "vitest";
import { languageOf } from "../../src/code/languages.js";
import { findIn, openProject, pastOf, recordOf } from "../../src/code/rounds/find-in.js";
import type { Parser } from "../../src/code/syntax/parse.js";

type Texts = Readonly<Record<string, string>>;

/** What is found in files, which of them are parsed and read for it, and what is left for the next scan. */
function scan(texts: Texts, before?: { readonly texts: Texts; readonly record: string | undefined }) {
  const files = Object.keys(texts)
    .sort()
    .flatMap((path) => {
      const language = languageOf(path);
      return language === undefined ? [] : [{ path, language, test: false }];
    });
  const listing = { files, packages: [], configs: ["tsconfig.json"], unreadable: [] };
  const parsed: string[] = [];
  const read = new Set<string>();
  const parser: Parser = (name, text, options) => {
    parsed.push(Object.keys(texts).find((path) => texts[path] === text) ?? "");
    return parseSync(name, text, options);
  };
  const bytesOf = (path: string): Buffer | undefined => {
    read.add(path);
    const text = texts[path];
    return text === undefined ? undefined : Buffer.from(text);
  };
  const past = pastOf(before?.record, listing, (path) => texts[path] === before?.texts[path]);
  const project = openProject(listing, parser, bytesOf, undefined, past);
  const { emissions, done } = findIn(project, files);
  const paths = files.map(({ path }) => path);
  return {
    parsed: parsed.toSorted(),
    read: [...read].filter((path) => languageOf(path) !== undefined).toSorted(),
    names: emissions.flatMap(({ name, span, forwards }) =>
      forwards === true ? [] : [`${span.file} ${name?.names[0]?.name}`],
    ),
    left: { texts, record: recordOf(project, listing, paths, done, false) },
  };
}

const caller = (name: string): string => `import { sendShop } from "@/shop";\nsendShop("${name}");\n`;
const shop: Texts = {
  "tsconfig.json": '{ "compilerOptions": { "paths": { "@/*": ["./src/*"] } } }',
  "src/a.ts": caller("A"),
  "src/b.ts": caller("B"),
  "src/c.ts": caller("C"),
  "src/plain.ts": "export const plain = 1;\n",
  "src/shop.ts":
    'import posthog from "posthog-js";\nimport { prefix } from "./words";\nexport const sendShop = (name: string) => posthog.capture(prefix + name);\n',
  "src/words.ts": 'export const prefix = "Shop: ";\n',
};

test("without an edit, nothing is parsed or read", () => {
  const first = scan(shop);
  expect(first.names).toEqual(["src/a.ts Shop: A", "src/b.ts Shop: B", "src/c.ts Shop: C"]);
  expect(first.read).toHaveLength(6);
  const second = scan(shop, first.left);
  expect(second).toMatchObject({ parsed: [], read: [], names: first.names });
  expect(scan(shop, second.left)).toMatchObject({ parsed: [], read: [], names: first.names });
});

test("after an edit of a file without calls, that is read and nothing is parsed", () => {
  const { left, names } = scan(shop);
  const after = scan({ ...shop, "src/plain.ts": "export const plain = 2;\n" }, left);
  expect(after).toMatchObject({ parsed: [], read: ["src/plain.ts"], names });
});

test("after an edit of a caller, it is parsed with the wrapper that it calls", () => {
  const { left } = scan(shop);
  const after = scan({ ...shop, "src/b.ts": caller("Another") }, left);
  expect(after.names).toEqual(["src/a.ts Shop: A", "src/b.ts Shop: Another", "src/c.ts Shop: C"]);
  expect(after.parsed).toEqual(["src/b.ts", "src/shop.ts", "src/words.ts"]);
});

test("after an edit of what a wrapper uses, the wrapper and its callers are looked at again", () => {
  const { left } = scan(shop);
  const after = scan({ ...shop, "src/words.ts": 'export const prefix = "Store: ";\n' }, left);
  expect(after.names).toEqual(["src/a.ts Store: A", "src/b.ts Store: B", "src/c.ts Store: C"]);
});

test("a new wrapper's callers are found in files that nothing was known to be in", () => {
  const texts = { ...shop, "src/plain.ts": 'import { tell } from "./new";\ntell("Told");\n' };
  const { left } = scan(texts);
  const after = scan(
    {
      ...texts,
      "src/new.ts":
        'import { sendShop } from "./shop";\nexport const tell = (name: string) => sendShop(name);\n',
    },
    left,
  );
  expect(after.names).toContain("src/plain.ts Shop: Told");
});

test("where an alias leads elsewhere, its importers are looked at again", () => {
  const texts = { ...shop, "other/shop.ts": "export const sendShop = (name: string) => name;\n" };
  const { left } = scan(texts);
  const after = scan(
    { ...texts, "tsconfig.json": '{ "compilerOptions": { "paths": { "@/*": ["./other/*"] } } }' },
    left,
  );
  expect(after.names).not.toContain("src/a.ts Shop: A");
});

test("what makes a name global is sought in new files, too", () => {
  const texts = { ...shop, "src/page.ts": 'window.shop.tell("Page");\n' };
  const { left } = scan(texts);
  const after = scan(
    {
      ...texts,
      "src/global.ts":
        'import { sendShop } from "./shop";\nwindow.shop = { tell: (name: string) => sendShop(name) };\n',
    },
    left,
  );
  expect(after.names).toContain("src/page.ts Shop: Page");
});

test("a file of a barrel that did not hold a name is asked again once it was edited", () => {
  const texts = {
    ...shop,
    "src/all.ts": 'export * from "./plain";\nexport * from "./shop";\n',
    "src/d.ts": 'import { sendShop } from "./all";\nsendShop("D");\n',
  };
  const first = scan(texts);
  expect(first.names).toContain("src/d.ts Shop: D");
  const edited = { ...texts, "src/plain.ts": "export const sendShop = (name: string) => name;\n" };
  expect(scan(edited).names).not.toContain("src/d.ts Shop: D");
  expect(scan(edited, first.left).names).toEqual(scan(edited).names);
});

const store: Texts = {
  "src/actions.ts":
    'export const TRACK = "track";\nexport const made = (name: string) => ({ type: TRACK, name });\n',
  "src/a.ts": 'import { made } from "./actions";\ndispatch(made("A"));\n',
  "src/b.ts": 'import { made } from "./actions";\ndispatch(made("B"));\n',
  "src/saga.ts":
    'import posthog from "posthog-js";\nimport { TRACK } from "./actions";\nfunction* send(action: { name: string }) { posthog.capture(action.name); }\nfunction* watch() { yield takeEvery(TRACK, send); }\n',
};

test("who handles an action is known without its file, until the action is another one", () => {
  const first = scan(store);
  expect(first.names).toEqual(["src/a.ts A", "src/b.ts B"]);
  expect(scan(store, first.left)).toMatchObject({ parsed: [], names: first.names });
  const after = scan({ ...store, "src/b.ts": store["src/b.ts"]?.replace('"B"', '"C"') ?? "" }, first.left);
  expect(after.names).toEqual(["src/a.ts A", "src/b.ts C"]);
  expect(after.parsed).not.toContain("src/a.ts");
  const other = store["src/saga.ts"]?.replace("TRACK, send", '"other", send') ?? "";
  const without = scan({ ...store, "src/saga.ts": other }, first.left);
  expect(without.names).toEqual(scan({ ...store, "src/saga.ts": other }).names);
  expect(without.names).not.toContain("src/a.ts A");
});
