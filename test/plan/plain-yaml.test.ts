// Holds the fast YAML reader to the yaml package: whenever it answers, the package gives the very same tree, place
// by place, and finds no mistake.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readPlainYaml } from "../../src/plan/plain-yaml.js";
import { readYaml } from "../../src/plan/yaml-reader.js";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** How many times as many documents to try: PROPERTY_RUNS=100 after a change to the reader. */
const runs = Number(process.env.PROPERTY_RUNS ?? 1);

/** True where the fast reader answered; fails where its answer is not the judge's. */
function agrees(text: string): boolean {
  const file = { path: "plan.yaml", text };
  const fast = readPlainYaml(file);
  if (fast === undefined) return false;
  const judge = readYaml(file);
  const same = judge.problem === undefined && isDeepStrictEqual(fast.root, judge.root);
  if (!same) expect({ text, tree: fast.root }).toEqual({ text, tree: judge.problem ?? judge.root });
  return true;
}

/** Every YAML file of the repository: plans, templates, cases of good and of broken plans. */
function yamlFiles(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.ya?ml$/.test(name))
    .sort()
    .map((name) => readFileSync(join(root, folder, name), "utf8"));
}

const files = [...yamlFiles("tracking-plan"), ...yamlFiles("test")];

describe("what it answers", () => {
  test.each([
    ["a nested mapping", "a:\n  b: 1\n  c:\n    d: x\ne: f\n"],
    ["no line break at the end", "a: 1"],
    ["values that were left out", "a:\nb:   # why\nc:\n  d:\n"],
    ["a list below its key, indented or not", "a:\n  - b\n  - c: 1\n    d: 2\ne:\n- f\n"],
    ["flow collections", "a: { b: c, d: [e, \"f\"], g: 'it''s' }\nh: []\ni: {}\n"],
    ["flow collections in several lines", "a: [\n    b, # first\n    { c: d },\n  ]\ne: {\n  f: g\n}\n"],
    [
      "values below their keys",
      'a:\n  b\nc:\n  "d"\ne:\n  [f,\n    g]\nh:\n  [\n    i\n  ]\nj:\n  { k: l }\n',
    ],
    ["quoted keys and values", '"Order #1": "say \\"hi\\""\n\'b c\': \'d\'\n'],
    ["literal text", "a: |\n  one\n    two\n\n  three\n\nb: |-\n  four\n# end\n"],
    ["folded text", "a: >\n  one\n  two\n\n  three\nb: >-\n  four\n"],
    ["comments everywhere", "# a\n\na: b # c\n  # d\n# e\nf:\n# g\n  h: i\n"],
    [
      "text that looks like more",
      "a: 12:30\nb: x#y\nc: -5\nd: <= 5\ne?: enum(f, g)\n$h: $i\nj: T[] | null\n",
    ],
    ["other scripts and emoji", "日本語 イベント: 値\nx: 😀 y\n"],
    ["names of JavaScript's own", "__proto__: 1\nconstructor: 2\n"],
    ["a name given twice", "a: 1\na: 2\n"],
    ["nothing but comments", "# a\n\n# b\n"],
    ["nothing at all", ""],
  ])("%s", (_, text) => {
    expect(agrees(text)).toBe(true);
  });

  test("the whole of the project's own plan", () => {
    const own = yamlFiles("tracking-plan");
    expect(own.length).toBeGreaterThan(0);
    expect(own.filter((text) => !agrees(text))).toEqual([]);
  });
});

describe("what it leaves to the yaml package", () => {
  test.each([
    ["anchors and aliases", "a: &b 1\nc: *b\n"],
    ["merge keys", "a:\n  <<: b\n"],
    ["tags", "a: !b c\n"],
    ["directives", "%YAML 1.2\n---\na: b\n"],
    ["document markers", "---\na: b\n"],
    ["the end of a document", "a: b\n... c: d\n"],
    ["a space before a colon", "a : b\n"],
    ["a colon without a space", '"a":b\n'],
    ["a comment without a space", "a: [b,#c\n  d]\n"],
    ["a comment that begins a line of a flow", "a: { b: c,\n# d\n  e: f }\n"],
    ["a block of text that ends with the file", "a: |\n  b"],
    ["a byte order mark inside", "a: b\ufeff\n"],
    ["tabs", "a:\tb\n"],
    ["carriage returns", "a: b\r\n"],
    ["a byte order mark", "\ufeffa: b\n"],
    ["control characters", "a: b\u0000c\n"],
    ["text that goes on in the next line", "a: b\n  c\n"],
    ["a comment between a key and its text", "a:\n# b\n  c\n"],
    ["quoted text in several lines", 'a: "b\n  c"\n'],
    ["keys marked by a question mark", "? a\n: b\n"],
    ["keys that are collections", "{ a: b }: c\n"],
    ["a key without a value in a flow", "a: { b, c }\n"],
    ["a pair in a list", "a: [b: c]\n"],
    ["a type with brackets in a flow", "a: { b: C[] }\n"],
    ["rare escapes", 'a: "\\x41"\n'],
    ["text that keeps its line breaks", "a: |+\n  b\n\n"],
    ["text with its indentation told", "a: |2\n   b\n"],
    ["a colon inside of text", "a: b: c\n"],
    ["a reserved character", "a: @b\n"],
    ["a wrong indentation", "a:\n    b: 1\n  c: 2\n"],
    ["an open bracket", "a: [b\n"],
    ["an open quote", 'a: "b\n'],
    ["deep nesting", `${"[".repeat(200)}${"]".repeat(200)}`],
    ["a key of more than 1,024 characters", `${"a".repeat(1100)}: b\n`],
  ])("%s", (_, text) => {
    expect(readPlainYaml({ path: "plan.yaml", text })).toBeUndefined();
  });
});

describe("the same tree as the yaml package", () => {
  test("on every file of the repository", () => {
    const answered = files.filter(agrees).length;
    expect(answered).toBeGreaterThan(files.length / 2);
  });

  test("on every beginning and every end of the plan's files", () => {
    let answered = 0;
    for (const text of yamlFiles("tracking-plan")) {
      for (let cut = 0; cut < text.length; cut += 97) {
        if (agrees(text.slice(0, cut))) answered++;
        if (agrees(text.slice(cut))) answered++;
      }
    }
    expect(answered).toBeGreaterThan(50);
  });

  test("on documents of every shape", () => {
    let answered = 0;
    fc.assert(
      fc.property(document, (text) => {
        if (agrees(text)) answered++;
      }),
      { numRuns: 3000 * runs },
    );
    expect(answered).toBeGreaterThan(500);
  });

  test("on lines put together at random", () => {
    let answered = 0;
    fc.assert(
      fc.property(fragments, (text) => {
        if (agrees(text)) answered++;
      }),
      { numRuns: 5000 * runs },
    );
    expect(answered).toBeGreaterThan(100);
  });

  test("on files with a few characters changed", () => {
    let answered = 0;
    const small = files.map((text) => text.slice(0, 1500));
    fc.assert(
      fc.property(
        fc.constantFrom(...small),
        fc.array(edit, { minLength: 1, maxLength: 3 }),
        (text, edits) => {
          if (agrees(edits.reduce(applyEdit, text))) answered++;
        },
      ),
      { numRuns: 3000 * runs },
    );
    expect(answered).toBeGreaterThan(100);
  });
});

// --- What is generated ----------------------------------------------------------------------------------------

const word = fc.constantFrom(
  ...'a,b?,Order Completed,$amount,a.b,x-y,-5,1.0,null,~,~x,T[],enum(a, b),a:b,a#b,it\'s,say "hi",日本語,😀,<b>,=,(x),.5,-,- x,?,? x,:,#x,&a,*a,!t,|,>,@x,`,%x,--- x,...,\\d+,\'q,"q,a: b,a :b,b #c,{,},[,],<<'.split(
    ",",
  ),
);
const quotedWord = fc.oneof(
  word.map((text) => JSON.stringify(text)),
  word.map((text) => `'${text.replaceAll("'", "''")}'`),
);
const scalar = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom("a", "b c", "1", "d e f?") },
  word,
  quotedWord,
);
const comment = fc.constantFrom("", "", "", " # c", "  # d: e", "#f", " ");

const textLine = fc.constantFrom(
  "  one",
  "  two  ",
  "    deeper",
  "",
  " less",
  "  # not a comment",
  "  a: b",
  "   ",
);

type Lines = readonly string[];

/** Documents as trees, written with random styles: mostly legal, some not. */
const document: fc.Arbitrary<string> = fc
  .letrec<{ flow: string; block: Lines; map: Lines; list: Lines; entry: Lines; item: Lines }>((tie) => ({
    flow: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      scalar,
      fc.array(fc.tuple(scalar, tie("flow")), { maxLength: 3 }).chain((pairs) =>
        flowText(
          "{",
          pairs.map(([key, value]) => `${key}: ${value}`),
          "}",
        ),
      ),
      fc.array(tie("flow"), { maxLength: 3 }).chain((items) => flowText("[", items, "]")),
    ),
    block: fc.oneof({ depthSize: "small", withCrossShrink: true }, tie("map"), tie("list")),
    map: fc.array(tie("entry"), { minLength: 1, maxLength: 4 }).map((entries) => entries.flat()),
    list: fc.array(tie("item"), { minLength: 1, maxLength: 4 }).map((items) => items.flat()),
    entry: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      fc.tuple(scalar, comment).map(([key, end]) => [`${key}:${end}`]),
      fc.tuple(scalar, tie("flow"), comment).map(([key, value, end]) => `${key}: ${value}${end}`.split("\n")),
      fc
        .tuple(
          scalar,
          fc.constantFrom("|", "|-", ">", ">-", "|+", ">2"),
          fc.array(textLine, { maxLength: 4 }),
        )
        .map(([key, style, lines]) => [`${key}: ${style}`, ...lines]),
      fc
        .tuple(scalar, comment, fc.constantFrom("", " ", "  ", "    "), tie("block"))
        .map(([key, end, indent, lines]) => [`${key}:${end}`, ...lines.map((line) => indent + line)]),
    ),
    item: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      fc.tuple(tie("flow"), comment).map(([value, end]) => `- ${value}${end}`.split("\n")),
      tie("block").map((lines) => lines.map((line, index) => (index === 0 ? "- " : "  ") + line)),
    ),
  }))
  .block.map((lines) => `${lines.join("\n")}\n`);

function flowText(open: string, items: readonly string[], close: string): fc.Arbitrary<string> {
  return fc
    .constantFrom(
      [" ", ", ", " "],
      ["", ",", ""],
      ["\n  ", ",\n  ", "\n"],
      ["\n    ", ", # c\n    ", ",\n  "],
      ["", ", ", ","],
    )
    .map(([before = "", between = "", after = ""]) =>
      items.length === 0 ? open + close : open + before + items.join(between) + after + close,
    );
}

const fragments: fc.Arbitrary<string> = fc
  .array(
    fc.tuple(
      fc.constantFrom("", "", "  ", "  ", "    ", " ", "   ", "\t"),
      fc.array(
        fc.constantFrom(
          ..."a|b: c|a:|- |-| |: |{|}|[|]|, |,|#| # c|\"q\"|'q'|\"|'|||>|||-|>-|?|? |&a |*a|!t |---|...|%x|x y|é|\\|<<: a".split(
            "|",
          ),
          "|",
          "|-",
          "{ a: b }",
          "[a, b]",
          "k: v",
          "- v",
        ),
        { maxLength: 4 },
      ),
    ),
    { maxLength: 7 },
  )
  .chain((lines) =>
    fc
      .constantFrom("\n", "\n", "\n", "\n\n", "\r\n")
      .map((end) => lines.map(([indent, parts]) => indent + parts.join("")).join(end) + end),
  );

type Edit = { readonly at: number; readonly remove: number; readonly insert: string };

const edit: fc.Arbitrary<Edit> = fc.record({
  at: fc.nat(),
  remove: fc.constantFrom(0, 0, 1, 1, 2, 5, 20),
  insert: fc.oneof(
    fc.constantFrom(
      "",
      "",
      "\n",
      " ",
      "  ",
      ":",
      ": ",
      "- ",
      "#",
      " #",
      "{",
      "}",
      "[",
      "]",
      ",",
      '"',
      "'",
      "|",
      ">",
    ),
    fc.constantFrom(
      "&a ",
      "*a",
      "!",
      "%",
      "@",
      "\t",
      "\r",
      "\\",
      "?",
      "\n  ",
      "\n\n",
      "\n- ",
      "é",
      "\u00a0",
      "\u2028",
    ),
    fc.string({ maxLength: 2, unit: "binary" }),
  ),
});

function applyEdit(text: string, { at, remove, insert }: Edit): string {
  const start = at % (text.length + 1);
  return text.slice(0, start) + insert + text.slice(start + remove);
}
