// What rules know about names: their words, their casings, and how a plan writes them as YAML.
import { letterPattern } from "../diagnostics/letters.js";
import type { Casing, Convention } from "../plan/plan.js";

/** Names that are remembered at most: a plan repeats the names of its properties in event after event. */
const rememberedNames = 20_000;

/** The function with its answers remembered, which many rules ask for again and again. */
export function remembering<T>(make: (name: string) => T): (name: string) => T {
  const known = new Map<string, { readonly answer: T }>();
  return (name) => {
    const before = known.get(name);
    if (before !== undefined) return before.answer;
    const answer = make(name);
    if (known.size >= rememberedNames) known.clear();
    known.set(name, { answer });
    return answer;
  };
}

/** A name without casing, spaces and punctuation: names that fold to one text look alike. */
export const foldName: (name: string) => string = remembering((name) => {
  // Nearly all names, and what is below is slow.
  if (/^[a-z0-9]+(?:_[a-z0-9]+)*$/.test(name)) return name.replaceAll("_", "");
  const folded = name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
  return folded === "" ? name : folded;
});

const boundary = letterPattern(
  String.raw`[\s_\-.]+|(?=[\p{Lu}])(?<=[\p{Ll}][\p{N}]*)|(?<=[\p{Lu}])(?=[\p{Lu}][\p{Ll}])`,
);

/** Names whose words are apart already: `order_completed`, `Order Completed`. */
const plainWords = /^[A-Za-z][a-z0-9]*(?:[_ ][A-Za-z][a-z0-9]*)*$/;

/** The words of a name in any casing: `orderPDFSent` and `order_pdf_sent` are order, pdf, sent (as written). */
export const wordsOf: (name: string) => readonly string[] = remembering((name) => {
  // Nearly all, and the boundary is looked for at each letter.
  if (plainWords.test(name)) return name.replaceAll("_", " ").split(" ");
  return name.split(boundary(name)).filter((word) => word !== "");
});

/** The same in lower case. */
export const lowerWordsOf: (name: string) => readonly string[] = remembering((name) =>
  wordsOf(name).map((word) => word.toLowerCase()),
);

const smallWords = new Set(
  "a an and as at but by for from in into nor of off on onto or out over per the to up via vs with".split(
    " ",
  ),
);
const acronyms = new Set(
  "ai api crm csv faq gdpr gps html http https id ios ip kyc nps otp pdf pin qr rsvp sdk seo sku sms sso ui url utm vat vip".split(
    " ",
  ),
);

type Pattern = ReturnType<typeof letterPattern>;
const patterns: { readonly [casing in Exclude<Casing, "Title Case" | "Sentence case">]: Pattern } = {
  // Scripts without upper and lower case fit any casing.
  snake_case: letterPattern(String.raw`^[\p{Ll}\p{Lo}\p{N}]+(?:_[\p{Ll}\p{Lo}\p{N}]+)*$`),
  SCREAMING_SNAKE_CASE: letterPattern(String.raw`^[\p{Lu}\p{Lo}\p{N}]+(?:_[\p{Lu}\p{Lo}\p{N}]+)*$`),
  "kebab-case": letterPattern(String.raw`^[\p{Ll}\p{Lo}\p{N}]+(?:-[\p{Ll}\p{Lo}\p{N}]+)*$`),
  camelCase: letterPattern(String.raw`^[\p{Ll}\p{Lo}][\p{L}\p{N}]*$`),
  PascalCase: letterPattern(String.raw`^[\p{Lu}\p{Lo}][\p{L}\p{N}]*$`),
};

const letter = letterPattern(String.raw`[\p{L}]`);
const lower = letterPattern(String.raw`[\p{Ll}]`);
const upper = letterPattern(String.raw`[\p{Lu}]`);
const capitals = letterPattern(String.raw`^[\p{Lu}\p{N}]+$`);
const camelWord = letterPattern(String.raw`^[\p{L}]*[\p{Ll}][\p{Lu}][\p{L}]*$`);
const special = letterPattern(String.raw`[\p{L}].*[\p{Lu}]|^[^\p{L}]*[\p{Lu}][^\p{L}]*$|^[\p{N}]`);
const plainInYaml = letterPattern(String.raw`^[\p{L}_][\p{L}\p{N}_ .&'-]*$`);

function firstLetter(word: string): string {
  return letter(word).exec(word)?.[0] ?? "";
}

/** True where a name follows the convention. Spaces at its ends are not looked at. */
export function follows(name: string, convention: Convention): boolean {
  const written = name.trim();
  if ("pattern" in convention) return new RegExp(convention.pattern, "u").test(written);
  const trimmed = withoutMarks(written);
  const { casing } = convention;
  if (casing !== "Title Case" && casing !== "Sentence case") return patterns[casing](trimmed).test(trimmed);
  // One word with capitals inside is camel or Pascal case; among several it is a name such as PayPal.
  if (camelWord(trimmed).test(trimmed)) return false;
  const words = trimmed.split(" ");
  return words.every(
    (word, index) =>
      word !== "" &&
      !word.includes("_") &&
      (casing === "Title Case" ? fitsTitle(word, index, words.length) : fitsSentence(word, index)),
  );
}

/** Accents that stand apart, vowel signs and joiners belong to their letters, and have no casing. */
function withoutMarks(name: string): string {
  return /^[\x00-\x7f]*$/.test(name) ? name : name.normalize("NFC").replace(/[\p{M}\u200c\u200d]/gu, "");
}

function fitsTitle(word: string, index: number, count: number): boolean {
  const code = word.charCodeAt(0);
  // A to Z, which nearly all of them begin with.
  if (code >= 0x41 && code <= 0x5a) return true;
  const first = firstLetter(word);
  if (!lower(first).test(first)) return true;
  return isSpecial(word) || (index > 0 && index < count - 1 && smallWords.has(word));
}

function fitsSentence(word: string, index: number): boolean {
  const first = firstLetter(word);
  if (index === 0) return !lower(first).test(first) || isSpecial(word);
  return !upper(first).test(first) || isSpecial(word);
}

/** Acronyms, and words such as iPhone and B2B, keep their own casing. */
function isSpecial(word: string): boolean {
  return special(word).test(word);
}

/** A name in another casing; undefined where that does not follow the convention or a pattern is asked for. */
export function recased(name: string, convention: Convention): string | undefined {
  if ("pattern" in convention) return undefined;
  const shouting = !lower(name).test(name);
  const words = wordsOf(name.trim());
  const text = inCasing(words, convention.casing, shouting);
  return text !== "" && follows(text, convention) ? text : undefined;
}

function inCasing(words: readonly string[], casing: Casing, shouting: boolean): string {
  const lower = words.map((word) => word.toLowerCase());
  switch (casing) {
    case "snake_case":
      return lower.join("_");
    case "SCREAMING_SNAKE_CASE":
      return words.map((word) => word.toUpperCase()).join("_");
    case "kebab-case":
      return lower.join("-");
    case "camelCase":
      return lower.map((word, index) => (index === 0 ? word : capitalized(word))).join("");
    case "PascalCase":
      return lower.map(capitalized).join("");
    case "Title Case":
      return words
        .map((word, index) =>
          index > 0 && index < words.length - 1 && smallWords.has(word.toLowerCase())
            ? word.toLowerCase()
            : titled(word, shouting),
        )
        .join(" ");
    case "Sentence case":
      return words
        .map((word, index) =>
          index === 0 || isAcronym(word, shouting) ? titled(word, shouting) : word.toLowerCase(),
        )
        .join(" ");
  }
}

function titled(word: string, shouting: boolean): string {
  return isAcronym(word, shouting) ? word.toUpperCase() : capitalized(word.toLowerCase());
}

function isAcronym(word: string, shouting: boolean): boolean {
  return acronyms.has(word.toLowerCase()) || (!shouting && word.length > 1 && capitals(word).test(word));
}

function capitalized(word: string): string {
  const first = String.fromCodePoint(word.codePointAt(0) ?? 0x20);
  return first.toUpperCase() + word.slice(first.length);
}

/** A convention as messages name it. */
export function conventionText(convention: Convention): string {
  return "pattern" in convention ? `the pattern ${convention.pattern}` : convention.casing;
}

/** What to do about a name that no other one can be made of. */
export function newNameText(convention: Convention): string {
  return `Give it a name that ${"pattern" in convention ? "matches" : "is in"} ${conventionText(convention)}.`;
}

/** A name as YAML text that reads back as the same text, in block and flow collections. */
export function yamlName(name: string): string {
  const plain =
    plainInYaml(name).test(name) &&
    !/\s$/.test(name) &&
    !/^(?:null|true|false|yes|no|on|off|y|n)$/i.test(name);
  return plain ? name : JSON.stringify(name);
}
