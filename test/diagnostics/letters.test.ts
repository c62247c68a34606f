// Patterns over letters say the same of a text in ASCII as their form over all of Unicode does.
import fc from "fast-check";
import { expect, test } from "vitest";
import { letterPattern } from "../../src/diagnostics/letters.js";

const sources = [
  String.raw`[\s_\-.]+|(?=[\p{Lu}])(?<=[\p{Ll}][\p{N}]*)|(?<=[\p{Lu}])(?=[\p{Lu}][\p{Ll}])`,
  String.raw`^[\p{Ll}\p{Lo}\p{N}]+(?:_[\p{Ll}\p{Lo}\p{N}]+)*$`,
  String.raw`^[\p{L}]*[\p{Ll}][\p{Lu}][\p{L}]*$`,
  String.raw`^[^\p{L}]*[\p{Lu}][^\p{L}]*$`,
  String.raw`[\p{L}_][\p{L}\p{N}_.-]*`,
];

const ascii = fc.string({ unit: fc.constantFrom(..."aBz Z09_-.,\n'"), maxLength: 12 });

test.each(sources)("%s", (source) => {
  const pattern = letterPattern(source);
  fc.assert(
    fc.property(ascii, (text) => {
      expect(text.split(pattern(text))).toEqual(text.split(new RegExp(source, "u")));
    }),
    { numRuns: 500 },
  );
});

test("texts in other scripts are matched by their letters", () => {
  const word = letterPattern(String.raw`^[\p{Lu}][\p{L}\p{N}]*$`);
  expect(["Ärger", "Éa1", "Σίσυφος", "日本", "ärger"].map((text) => word(text).test(text))).toEqual([
    true,
    true,
    true,
    false,
    false,
  ]);
});
