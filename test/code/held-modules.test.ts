// What a scan finds does not hang on how many syntax trees it holds at a time, and trees that have gone are parsed again
// only where something new is to be seen in them.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseSync } from "oxc-parser";
import { describe, expect, test } from "vitest";
import { bytesIn, disk } from "../../src/code/files/looks.js";
import { listCode } from "../../src/code/files/walk.js";
import { languageOf } from "../../src/code/languages.js";
import { findIn } from "../../src/code/rounds/find-in.js";
import type { MostHeld } from "../../src/code/rounds/module-store.js";
import { openProject } from "../../src/code/rounds/project.js";
import type { Parser } from "../../src/code/syntax/parse.js";

const cases = fileURLToPath(new URL("../cases/code/", import.meta.url));
const nothing: MostHeld = { shared: 0, own: 0 };

/** Everything that is found in a folder, with the places that are worked out when somebody asks. */
function found(root: string, most?: MostHeld) {
  const listing = listCode({ root, without: [] });
  const project = openProject(listing, parseSync, bytesIn(root, disk), most);
  const { emissions, problems, skipped } = findIn(project, listing.files);
  return {
    problems,
    skipped,
    emissions: emissions.map(({ payloadAt, timestampAt, ...emission }) => ({
      ...emission,
      payloadAt: payloadAt?.(),
      timestampAt: timestampAt?.(),
    })),
  };
}

describe("with no tree held from one file to the next", () => {
  test.each(readdirSync(cases))("the same is found in %s", (name) => {
    const root = join(cases, name);
    expect(found(root, nothing)).toEqual(found(root));
  });

  test("and that is something", () => {
    expect(found(join(cases, "wrappers"), nothing).emissions.length).toBeGreaterThan(20);
  });
});

/** How often each file is parsed, and what is found. */
function parses(texts: Readonly<Record<string, string>>, most?: MostHeld) {
  const files = Object.keys(texts).flatMap((path) => {
    const language = languageOf(path);
    return language === undefined ? [] : [{ path, language, test: false }];
  });
  const counts = new Map<string, number>();
  const byText = new Map(Object.entries(texts).map(([path, text]) => [text, path]));
  const parser: Parser = (name, text, options) => {
    const path = byText.get(text) ?? "";
    counts.set(path, (counts.get(path) ?? 0) + 1);
    return parseSync(name, text, options);
  };
  const bytesOf = (path: string): Buffer => Buffer.from(texts[path] ?? "");
  const project = openProject({ files, packages: [], configs: [], unreadable: [] }, parser, bytesOf, most);
  const { emissions } = findIn(project, files);
  return { counts, names: emissions.flatMap(({ name }) => name?.names.map((one) => one.name) ?? []) };
}

const wrapper =
  'import posthog from "posthog-js";\nexport const trackShop = (name: string) => posthog.capture(name);\n';
const caller = (name: string): string => `import { trackShop } from "./a-track";\ntrackShop("${name}");\n`;

test("a file whose calls are all known is parsed once", () => {
  const { counts, names } = parses(
    { "a-track.ts": wrapper, "b.ts": caller("B"), "c.ts": caller("C"), "d.ts": caller("D") },
    nothing,
  );
  expect(names).toEqual(["B", "C", "D"]);
  expect([counts.get("b.ts"), counts.get("c.ts"), counts.get("d.ts")]).toEqual([1, 1, 1]);
});

test("so is a file that is looked for because it calls a wrapper, under whatever name", () => {
  const plain = (text: string): string =>
    text.replaceAll("trackShop", "tellShop").replaceAll("a-track", "a-shop");
  const renamed = 'export { tellShop as informShop } from "./a-shop";\n';
  const far = 'import { informShop } from "./e-index";\ninformShop("F");\n';
  const { counts, names } = parses(
    {
      ...{ "a-shop.ts": plain(wrapper), "b.ts": plain(caller("B")), "c.ts": plain(caller("C")) },
      ...{ "e-index.ts": renamed, "f.ts": far },
    },
    nothing,
  );
  expect(names).toEqual(["B", "C", "F"]);
  expect([counts.get("b.ts"), counts.get("c.ts"), counts.get("f.ts")]).toEqual([1, 1, 1]);
});

test("a file is parsed again where a function that it calls was found to emit", () => {
  const early = 'import { trackOpened } from "./z-track";\ntrackOpened("A");\n';
  const late =
    'import posthog from "posthog-js";\nexport const trackOpened = (name: string) => posthog.capture(name);\n';
  const { counts, names } = parses({ "a.ts": early, "z-track.ts": late }, nothing);
  expect(names).toContain("A");
  expect(counts.get("a.ts")).toBe(2);
});

test("a file that was written again between two looks is read as it is then", () => {
  const texts = { "a.ts": 'import { trackOpened } from "./z";\ntrackOpened("A");\n', "z.ts": wrapper };
  const files = Object.keys(texts).map((path) => ({ path, language: "typescript", test: false }) as const);
  let looks = 0;
  const project = openProject(
    { files, packages: [], configs: [], unreadable: [] },
    parseSync,
    (path) => {
      looks++;
      // Gone from the third look on.
      return looks > 2 ? undefined : Buffer.from(path === "a.ts" ? texts["a.ts"] : texts["z.ts"]);
    },
    nothing,
  );
  expect(() => findIn(project, files)).not.toThrow();
});

test("of files that are looked at one by one, the first stay, which the next round asks for first", () => {
  const early = 'import { trackOpened } from "./z-track";\ntrackOpened("A");\n';
  const late =
    'import posthog from "posthog-js";\nexport const trackOpened = (name: string) => posthog.capture(name);\n';
  const { counts, names } = parses(
    { "a.ts": early, "b.ts": early.replace("A", "B"), "c.ts": early.replace("A", "C"), "z-track.ts": late },
    { shared: 0, own: early.length },
  );
  expect(names).toEqual(["A", "B", "C"]);
  expect(counts.get("a.ts")).toBeLessThan(counts.get("c.ts") ?? 0);
});
