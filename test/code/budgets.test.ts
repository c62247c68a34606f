// The calls of one file are a bounded amount of work, however many there are and wherever each leads.
import { parseSync } from "oxc-parser";
import { describe, expect, test } from "vitest";
import { languageOf } from "../../src/code/languages.js";
import { fuelForFile } from "../../src/code/rounds/budgets.js";
import { findIn, openProject, pastOf, recordOf } from "../../src/code/rounds/find-in.js";
import { fuelForCall } from "../../src/code/values/linker.js";

type Texts = Readonly<Record<string, string>>;

/** What is found in files, with the steps that it took, and what is left for the next scan. */
function scan(texts: Texts, before?: { readonly texts: Texts; readonly record: string | undefined }) {
  const files = Object.keys(texts).flatMap((path) => {
    const language = languageOf(path);
    return language === undefined ? [] : [{ path, language, test: false }];
  });
  const listing = { files, packages: [], configs: [], unreadable: [] };
  const bytesOf = (path: string): Buffer => Buffer.from(texts[path] ?? "");
  const past = pastOf(before?.record, listing, (path) => texts[path] === before?.texts[path]);
  const project = openProject(listing, parseSync, bytesOf, undefined, past);
  const { emissions, problems, done } = findIn(project, files);
  const paths = files.map(({ path }) => path);
  const looks = [...(done?.looks.values() ?? [])].flat();
  return {
    names: emissions.flatMap(({ name }) => name?.names.map((one) => one.name) ?? []),
    problems: problems.map(({ kind, message, span }) => ({
      kind,
      message,
      at: `${span.file}:${span.start}`,
    })),
    steps: looks.reduce((sum, { work }) => sum + work.steps, 0),
    left: { texts, record: recordOf(project, listing, paths, done, false) },
  };
}

/** Functions that come to one of two texts each: what the last of them gives, it gives in 2^30 ways. */
const doubling = Array.from({ length: 30 }, (_, index) => {
  const inner = (what: string): string => (index === 0 ? what : `v${index - 1}(${what})`);
  return `const v${index} = (a) => (a === "${index}" ? ${inner("a")} : ${inner('a + "x"')});\n`;
}).join("");
const calls = (count: number): string =>
  Array.from({ length: count }, (_, index) => `analytics.track(v29(q${index}));\n`).join("");
const last = 'analytics.track("Last");\n';

describe("a file whose calls lead through all of it", () => {
  test("takes no more steps for a thousand calls than the bound of a file", () => {
    const few = scan({ "a.js": doubling + calls(1) });
    expect(few.steps).toBeGreaterThan(4_000);
    expect(few.problems).toEqual([]);
    const many = scan({ "a.js": doubling + calls(1000) });
    expect(many.steps).toBeGreaterThan(fuelForFile);
    expect(many.steps).toBeLessThan(2 * fuelForFile + fuelForCall + 1000 * 100);
  });

  test("is named among the problems, once, at the first call that was cut short", () => {
    const text = doubling + calls(100);
    const { problems } = scan({ "a.js": text, "b.js": last });
    expect(problems).toEqual([
      {
        kind: "too-large",
        message: "The calls of this file lead through too much: from here on, some are not followed.",
        at: expect.stringMatching(/^a\.js:\d+$/),
      },
    ]);
    const at = Number(problems[0]?.at.split(":")[1]);
    expect(text.slice(at)).toMatch(/^analytics\.track\(v29\(q\d+\)\);/);
  });

  test("has its plain calls found all the same, as those of other files are", () => {
    const { names } = scan({ "a.js": doubling + calls(100) + last, "b.js": calls(0) + last });
    expect(names.filter((name) => name === "Last")).toHaveLength(2);
  });

  test("loses no call that says all by itself, however much was taken before it", () => {
    const plain = Array.from(
      { length: 100 },
      (_, index) => `analytics.track("E${index}", { a: 1, b: "x" });\n`,
    );
    const { names, steps } = scan({ "a.js": doubling + calls(600) + plain.join("") });
    expect(steps).toBeGreaterThan(2 * fuelForFile);
    expect(names.filter((name) => name.startsWith("E"))).toHaveLength(100);
  });

  test("comes to the same after an edit of another file", () => {
    const texts = { "a.js": doubling + calls(100) + last, "b.js": last };
    const first = scan(texts);
    const edited = { ...texts, "b.js": 'analytics.track("Other");\n' };
    const { names, problems, steps } = scan(edited);
    expect(scan(edited, first.left)).toMatchObject({ names, problems, steps });
    expect(names).toContain("Other");
  });
});

test("a test that leads through too much leaves what is chosen by it known", () => {
  const others = Array.from({ length: 20 }, (_, index) => doubling.replaceAll(/\bv(?=\d)/g, `w${index}_`));
  const asked = others.map((_, index) => `w${index}_29(q)`).join(" ?? ");
  const text = `${others.join("")}
    const owner = ${asked};
    const what = owner ? "Delete" : "Leave";
    analytics.track(\`Click ${"$"}{what}\`);`;
  const { names, steps } = scan({ "a.js": text });
  expect(steps).toBeLessThan(fuelForCall / 2);
  expect(names.sort()).toEqual(["Click Delete", "Click Leave"]);
});
