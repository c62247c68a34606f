// How wide text is in a terminal.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cellsOf, displayWidth, printable, wrapWords } from "../../src/report/display.js";

describe("displayWidth", () => {
  test.each([
    ["plain", 5],
    ["", 0],
    ["日本語", 6],
    ["ｶﾅ", 2],
    ["ｶﾞ", 2],
    ["Ａ", 2],
    ["cafe\u0301", 4],
    ["한국어", 6],
    ["\u1112\u1161\u11ab", 2],
    ["👍", 2],
    ["👍🏽", 2],
    ["👩‍👩‍👧‍👦", 2],
    ["🇩🇪", 2],
    ["❤️", 2],
    ["1️⃣", 2],
    ["é", 1],
    ["नमस्ते", 4],
    ["…", 1],
    ["│", 1],
    ["\u200d", 0],
  ])("%s takes %i cells", (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });
});

test("a tab goes to the next multiple of four", () => {
  expect(cellsOf("\ta\tb").map((cell) => cell.text)).toEqual(["    ", "a", "   ", "b"]);
});

test("the cells of a line are the whole line", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (line) => {
      const cells = cellsOf(line);
      const pieces = cells.map(({ offset, length }) => line.slice(offset, offset + length));
      expect(pieces.join("")).toBe(line);
    }),
  );
});

test("what is printable holds no control character and no change of direction", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const shown = printable(text);
      expect(shown).not.toMatch(/[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u);
      expect(printable(shown)).toBe(shown);
    }),
  );
});

test("words are wrapped and none is lost", () => {
  fc.assert(
    fc.property(
      fc.array(fc.stringMatching(/^[a-z日本]{1,12}$/)),
      fc.integer({ min: 5, max: 40 }),
      (words, width) => {
        const lines = wrapWords(words.join(" "), width);
        expect(lines.join(" ")).toBe(words.join(" "));
        for (const line of lines)
          if (line.includes(" ")) expect(displayWidth(line)).toBeLessThanOrEqual(width);
      },
    ),
  );
});
