// What functions of libraries make of the words of a text: `snakeCase("Cart Opened")`.
import { textMethods } from "./built-in-names.js";

export type TextChange = (text: string) => string;

const libraries =
  /^(?:lodash|lodash-es|change-case|underscore\.string|just-\w+-case|radash|remeda|es-toolkit)(?:[./].*)?$/;

/** What a function of a library makes of its first argument; undefined where it is none that changes a text. */
export function libraryChange(source: string, name: string): TextChange | undefined {
  return libraries.test(source) ? casings.get(name) : undefined;
}

/** What libraries call a casing, by the name of their function. */
const casings: ReadonlyMap<string, TextChange> = new Map<string, TextChange>([
  ["snakeCase", (text) => wordsIn(text).join("_")],
  ["kebabCase", (text) => wordsIn(text).join("-")],
  ["paramCase", (text) => wordsIn(text).join("-")],
  ["constantCase", (text) => wordsIn(text).join("_").toUpperCase()],
  ["lowerCase", (text) => wordsIn(text).join(" ")],
  ["noCase", (text) => wordsIn(text).join(" ")],
  ["startCase", (text) => wordsIn(text, false).map(capital).join(" ")],
  ["capitalCase", (text) => wordsIn(text).map(capital).join(" ")],
  ["sentenceCase", (text) => capital(wordsIn(text).join(" "))],
  ["pascalCase", (text) => wordsIn(text).map(capital).join("")],
  [
    "camelCase",
    (text) =>
      wordsIn(text)
        .map((word, at) => (at === 0 ? word : capital(word)))
        .join(""),
  ],
  ["capitalize", (text) => capital(text.toLowerCase())],
  ["upperFirst", capital],
  ["toLower", (text) => text.toLowerCase()],
  ["toUpper", (text) => text.toUpperCase()],
]);

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function wordsIn(text: string, lower = true): readonly string[] {
  const words = text.replace(/['’]/g, "").match(/\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|\p{N}+|\p{Lo}+/gu) ?? [];
  return lower ? words.map((word) => word.toLowerCase()) : words;
}

/**
 * The texts between the holes of a text whose words are cased: what they come to whatever stands in a hole. Undefined
 * where a change is none of those.
 */
export function changedParts(parts: readonly unknown[], change: TextChange): readonly string[] | undefined {
  if (!isCasing(change)) return undefined;
  const tried = fillings.map((filling) => {
    const text = change(parts.map((part) => (typeof part === "string" ? part : filling)).join(""));
    return text.split(new RegExp(filling, "i"));
  });
  const [first, ...others] = tried;
  const holes = parts.filter((part) => typeof part !== "string").length;
  if (first === undefined || tried.some(({ length }) => length !== holes + 1)) return undefined;
  return first.flatMap((own, at) => {
    const also = others.flatMap((texts) => texts[at] ?? []);
    if (at === 0) return [also.reduce(sharedStart, own)];
    if (at === holes) return [also.reduce(sharedEnd, own)];
    // What hangs on its neighbours belongs to the hole.
    return also.every((text) => text === own) ? [own] : [];
  });
}

/** Words that may stand in a hole: the words around them are others beside small letters, capitals and digits. */
const fillings: readonly string[] = ["qzqj", "QZQJ", "71717"];

function isCasing(change: TextChange): boolean {
  return (
    [...casings.values()].includes(change) ||
    change === textMethods.get("toLowerCase") ||
    change === textMethods.get("toUpperCase")
  );
}

function sharedStart(a: string, b: string): string {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return a.slice(0, length);
}

function sharedEnd(a: string, b: string): string {
  let length = 0;
  while (length < a.length && a.at(-1 - length) === b.at(-1 - length)) length++;
  return a.slice(a.length - length);
}
