// The words of a file decide whether it is searched: they may say yes in vain, and never no where a search finds it.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { wordsCode } from "../../scripts/words.mjs";
import { firstMarks, firstTests } from "../../src/code/rounds/first-search.js";
import { type FileWords, type Marks, sought, wordReader } from "../../src/code/words/words.js";
import { fastReader, openWordReader } from "../../src/code/words/words-in-wasm.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const read = openWordReader(firstMarks);

/** Pieces of which code is made that the first search looks for, and what almost is. */
const pieces = [
  ...["track", "log", "send", "record", "capture", "report", "on", "Fn", "Cb", "Event", "Events", "Metric"],
  ...["Analytics", "Telemetry", "_", "$", "(", "=", ":", "<", " ", "\n", "\u00a0", ".", "?.", "/", ";", "'"],
  ...[
    "post",
    "put",
    "fetch",
    "request",
    "axios",
    "ky",
    "sendBeacon",
    "event",
    "events",
    "collect",
    "tracking",
  ],
  ...[
    "page",
    "screen",
    "group",
    "alias",
    "batch",
    "segment",
    "analytics",
    "customer.io",
    "track.",
    "cdp-eu.",
    "é",
    "日本",
    "a",
    "9",
  ],
];
const code = fc.array(fc.constantFrom(...pieces), { maxLength: 24 }).map((parts) => parts.join(""));

test("what passes one of the first tests has its mark", () => {
  fc.assert(
    fc.property(code, (text) => {
      const bytes = Buffer.from(text);
      const { marks } = read(bytes);
      for (const one of firstTests)
        if (one.test(bytes.toString("latin1"), "")) expect(marks & one.marks).not.toBe(0);
    }),
    { numRuns: 5_000 },
  );
});

test.each([
  'trackEvent("A")',
  "const logAmplitudeEvents = ",
  "_sendTelemetry<",
  "$trackEvent(x)",
  "trackFn(name)",
  "_onTrack?.(name)",
  'fetch(base + "/telemetry")',
  "ky.post(`/api/events$`)",
  "analytics\n  .page\n  ()",
  "rudder.group?.(1)",
  'const host = "track-eu.customer.io"',
])("%s is worth a look", (text) => {
  const bytes = Buffer.from(text);
  const passed = firstTests.filter((one) => one.test(bytes.toString("latin1"), ""));
  expect(passed).not.toEqual([]);
  for (const one of passed) expect(read(bytes).marks & one.marks).not.toBe(0);
});

describe("a word", () => {
  test("that stands by itself is among the words of a file, however it is written", () => {
    const word = fc.constantFrom(
      "track",
      "use-telemetry",
      "$emit",
      "größe",
      "日本",
      "a.b",
      "__proto__",
      "x9",
    );
    fc.assert(
      fc.property(word, code, code, (sent, before, after) => {
        const words = read(Buffer.from(`${before} ${sent} ${after}`));
        expect(words.has(sought(sent))).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });

  test("that is a part of others is not", () => {
    const words = read(Buffer.from("const tracking = useTrack(); // untracked"));
    expect(words.has(sought("track"))).toBe(false);
    expect(words.has(sought("tracking"))).toBe(true);
  });

  test("is hardly ever taken for one that is there", () => {
    const text = Array.from({ length: 2_000 }, (_, index) => `const name${index} = ${index};`).join("\n");
    const words = read(Buffer.from(text));
    const wrong = Array.from({ length: 2_000 }, (_, index) => sought(`other${index}`)).filter((one) =>
      words.has(one),
    );
    expect(wrong.length).toBeLessThan(100);
  });
});

describe("the words that WebAssembly takes", () => {
  const plain = wordReader(firstMarks);
  const fast = fastReader(firstMarks, () => expect.fail("taken by the plain reader"));
  const asked = ["a", "track", "event", "analytics", "$", "_onTrack", "日本", "é", "x9", "page"].map(sought);
  /** All that anybody can learn of a file's words. */
  const learned = (words: FileWords): unknown => ({
    marks: words.marks,
    asked: asked.map((one) => words.has(one)),
    // Every bit of a small file.
    bits: Array.from({ length: 256 }, (_, bit) => words.has([(bit | (bit << 9)) >>> 0])),
  });
  const same = (bytes: Uint8Array, one = fast, other = plain): void => {
    if (one === undefined) expect.fail("there is no WebAssembly");
    expect(learned(one(bytes))).toEqual(learned(other(bytes)));
  };

  test("are those that JavaScript takes: of code", () => {
    fc.assert(
      fc.property(code, (text) => same(Buffer.from(text))),
      { numRuns: 5_000 },
    );
  });

  test("of any bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2_000 }), (bytes) => same(bytes)),
      { numRuns: 2_000 },
    );
  });

  test("of files that need more memory, and of the next ones", () => {
    const part = 'const sendUserEvents = analytics.page("/events", größe$, "customer.io");\n';
    for (const times of [0, 1, 40, 4_000, 20_000, 3]) same(Buffer.from(part.repeat(times)));
  });

  test("with words that are marked everywhere, and endings of any length", () => {
    const own: Marks = {
      words: [
        { word: "-", marks: 64 },
        { word: "track", marks: 1 },
        { word: "track", marks: 2, place: "path" },
        { word: "track", marks: 4, place: "method" },
        { word: "é", marks: 8 },
      ],
      endings: ["s", "ents", "Analytics"],
      markOf: (word) => (word.startsWith("a") ? 16 : 0),
      dollar: 32,
    };
    const other = wordReader(own);
    const one = fastReader(own, other);
    fc.assert(
      fc.property(code, (text) => same(Buffer.from(text), one, other)),
      { numRuns: 2_000 },
    );
  });

  test("come from the module whose source is words.wat", async () => {
    expect(await wordsCode()).toBe(readFileSync(join(root, "src/code/words/words-code.ts"), "utf8"));
  });
});
