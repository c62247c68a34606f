// The words of a file decide whether it is searched: they may say yes in vain, and never no where a search finds it.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { firstMarks, firstTests } from "../../src/code/first-search.js";
import { sought, wordReader } from "../../src/code/words.js";

const read = wordReader(firstMarks);

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
        if (one.test(bytes.toString("latin1"))) expect(marks & one.marks).not.toBe(0);
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
  const passed = firstTests.filter((one) => one.test(bytes.toString("latin1")));
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
    const wrong = Array.from({ length: 2_000 }, (_, index) => sought(`other${index}`)).filter(words.has);
    expect(wrong.length).toBeLessThan(100);
  });
});
