// Turns the names of a plan into identifiers and file names, the same way for every target.
import { createHash } from "node:crypto";
import { compareText, type Diagnostic, type Span } from "../diagnostics/diagnostic.js";

/** The rule of two names that a target can't tell apart. */
export const identifierCollision = "identifier-collision";

/**
 * The words of a name, as written but for Unicode's canonical composition: `HTTPServer started` is `HTTP`,
 * `Server`, `started`. Punctuation parts words, an apostrophe inside one doesn't (`User's` is `Users`). A name
 * without letters or digits is told by its code points: a party popper is `u1f389`. Never empty.
 */
export function words(name: string): readonly string[] {
  const known = wordsOf.get(name);
  if (known !== undefined) return known;
  const found = partedWords(name);
  // Whoever watches a plan for weeks meets ever new names.
  if (wordsOf.size >= mostNames) wordsOf.clear();
  wordsOf.set(name, found);
  return found;
}

/** Every target asks for the words of the same names, several times each. */
const wordsOf = new Map<string, readonly string[]>();
const mostNames = 50_000;

function partedWords(name: string): readonly string[] {
  // Patterns over all of Unicode take a millisecond each to get ready, and nearly all names are ASCII.
  if (isAscii(name)) return asciiWords(name);
  const text = name
    .normalize("NFC")
    .replace(newLetters(), (character) => ` ${hex(character)} `)
    .replace(/\p{Default_Ignorable_Code_Point}/gu, "")
    .replace(/(?<=\p{ID_Continue})['\u2019](?=\p{ID_Continue})/gu, "");
  const found: string[] = [];
  for (const [run] of text.matchAll(
    /(?:(?![\u{10000}-\u{10ffff}])(?![\p{Pc}\u00b7\u30fb\uff65])\p{ID_Continue})+/gu,
  )) {
    const trimmed = run.replace(/^\p{M}+/u, "");
    if (trimmed !== "") found.push(...caseWords(trimmed));
  }
  if (found.length > 0) return found;
  const points = [...name].map(hex);
  return points.length > 0 ? points : ["u"];
}

function asciiWords(name: string): readonly string[] {
  const runs = name.replace(/(?<=\w)'(?=\w)/g, "").match(/[A-Za-z0-9]+/g);
  if (runs !== null)
    return runs.flatMap((run) => run.split(/(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/));
  const points = [...name].map(hex);
  return points.length > 0 ? points : ["u"];
}

function isAscii(text: string): boolean {
  return /^[\0-\x7f]*$/.test(text);
}

/** Letters and marks that are newer than Unicode 12.1, in hexadecimal. */
const newRanges =
  "0870-0887 0889-088f 0897-089f 08b5 08be-08d2 0b55 0c3c 0c5c 0c5d 0cdc 0cdd 0cf3 0d04 0d81 " +
  "0ece 170d 1715 171f 180f 1abf-1aeb 1b4c 1c89 1c8a 1dfa 2c2f 2c5f 31bb-31bf 4db6-4dbf " +
  "9ff0-9fff a7c0 a7c1 a7c7-a7dc a7f1-a7f6 a82c ab68 ab69";

/**
 * Letters that not every compiler takes in a name: those of TypeScript 5.0 are Unicode 12.1's, and tools differ in
 * what they think of letters beyond the first 65,536 characters. They are told by their code points, so that the
 * output is the same with every version of Node too.
 */
function newLetters(): RegExp {
  const ranges = newRanges.replace(/[0-9a-f]{4}/g, "\\u$&").replaceAll(" ", "");
  newLettersPattern ??= new RegExp(`[${ranges}]|(?=\\p{L})[\\u{10000}-\\u{10ffff}]`, "gu");
  return newLettersPattern;
}

/** Made when the first name needs it. */
let newLettersPattern: RegExp | undefined;

/** Whether a text is an identifier for every compiler and tool. */
export function isIdentifier(text: string): boolean {
  if (/^[A-Za-z_$][\w$]*$/.test(text)) return true;
  if (
    !/^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(text) ||
    /[\u{10000}-\u{10ffff}\u30fb\uff65]/u.test(text)
  )
    return false;
  return text.search(newLetters()) < 0;
}

function hex(character: string): string {
  return `u${character.codePointAt(0)?.toString(16) ?? ""}`;
}

/** Parts a run of letters where its casing does: `orderID` is `order`, `ID`. */
function caseWords(run: string): readonly string[] {
  return run.split(/(?<=[\p{Ll}\p{Nd}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{M}*\p{Ll})/u);
}

/** `Order Completed` is `OrderCompleted`; a leading digit is put behind `_`. */
export function pascalCase(name: string): string {
  return startSafely(words(name).map(capitalized).join("").normalize("NFC"));
}

/** `Order Completed` is `orderCompleted`; a leading digit is put behind `_`, a reserved word before it. */
export function camelCase(name: string): string {
  const [first = "", ...rest] = words(name);
  const identifier = startSafely((first.toLowerCase() + rest.map(capitalized).join("")).normalize("NFC"));
  return reservedWords.has(identifier) ? `${identifier}_` : identifier;
}

function capitalized(word: string): string {
  if (isAscii(word)) return word.slice(0, 1).toUpperCase() + word.slice(1).toLowerCase();
  const [first = "", ...rest] = word;
  return first.toUpperCase() + rest.join("").toLowerCase();
}

function startSafely(identifier: string): string {
  if (/^[A-Za-z]/.test(identifier)) return identifier;
  return /^\p{ID_Start}/u.test(identifier) ? identifier : `_${identifier}`;
}

/** Whether a word can't be the name of a function or variable in every module. */
export function isReservedWord(word: string): boolean {
  return reservedWords.has(word);
}

/**
 * What can't be the name of an exported function in a strict-mode module, or confuses a compiler there;
 * `createTracker` is the one function that the generated code exports itself.
 */
const reservedWords: ReadonlySet<string> = new Set(
  (
    "arguments await break case catch class const continue createTracker debugger default delete do else enum eval export " +
    "exports extends false finally for function globalThis if implements import in instanceof interface let " +
    "module new null package private protected public require return static super switch this throw true try " +
    "typeof undefined var void while with yield"
  ).split(" "),
);

/** Names that Windows keeps for devices, whatever extension follows. */
const deviceNames = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])$/;

const longestSlug = 200;

/**
 * The file name of a name, without extension: `Order Completed` is `order-completed`. At most 200 bytes: a longer
 * one is cut and told apart by a hash of the whole name. A device name of Windows gets a `_` at its end, which no
 * other slug has.
 */
export function kebabSlug(name: string): string {
  const slug = words(name)
    .map((word) => word.toLowerCase())
    .join("-")
    .normalize("NFC");
  if (deviceNames.test(slug)) return `${slug}_`;
  if (Buffer.byteLength(slug) <= longestSlug) return slug;
  const hash = createHash("sha256").update(name).digest("hex").slice(0, 16);
  let cut = "";
  let bytes = hash.length + 1;
  for (const character of slug) {
    bytes += Buffer.byteLength(character);
    if (bytes > longestSlug) break;
    cut += character;
  }
  return `${cut.replace(/-+$/, "")}-${hash}`;
}

/** Something of the plan that wants names in the output. */
export type Claim<Owner> = {
  readonly owner: Owner;
  /** How messages call it: `event "Order Completed"`. */
  readonly label: string;
  /** Where its name is written. */
  readonly span: Span;
  readonly identifiers: readonly string[];
  /** File names, with their folders; compared as on a file system that ignores case. */
  readonly files: readonly string[];
};

/** The names that a target's own code takes. */
export type OwnNames = { readonly identifiers?: readonly string[]; readonly files?: readonly string[] };

/**
 * Gives each claim its names, in the order of the plan's text. A claim on a name that is taken is an error at its
 * place, with the holder's place beside it, and goes without: it is not among the granted.
 */
export function allocate<Owner>(
  target: string,
  claims: readonly Claim<Owner>[],
  own: OwnNames = {},
): { readonly granted: ReadonlySet<Owner>; readonly diagnostics: readonly Diagnostic[] } {
  const holders = new Map<string, Claim<Owner> | "generated">();
  for (const identifier of own.identifiers ?? []) holders.set(identifierKey(identifier), "generated");
  for (const file of own.files ?? []) holders.set(fileKey(file), "generated");
  const granted = new Set<Owner>();
  const diagnostics: Diagnostic[] = [];
  for (const claim of [...claims].sort((a, b) => compareSpans(a.span, b.span))) {
    const wanted = [
      ...claim.identifiers.map((name) => ({ key: identifierKey(name), kind: "identifier", name })),
      ...claim.files.map((name) => ({ key: fileKey(name), kind: "file", name })),
    ];
    const taken = wanted.find(({ key }) => holders.has(key));
    if (taken === undefined) {
      for (const { key } of wanted) holders.set(key, claim);
      granted.add(claim.owner);
      continue;
    }
    const holder = holders.get(taken.key);
    const becomes = `The ${claim.label} becomes the ${taken.kind} "${taken.name}" in the target "${target}"`;
    diagnostics.push({
      rule: identifierCollision,
      mirror: "plan",
      severity: "error",
      span: claim.span,
      ...(holder === undefined || holder === "generated"
        ? {
            message: `${becomes}, which the generated code uses itself.`,
            help: "Give it another name.",
          }
        : {
            message: `${becomes}, as the ${holder.label} does.`,
            help: "Give one of the two a name that differs in its letters or digits.",
            related: [{ message: `the ${holder.label} is here`, span: holder.span }],
          }),
    });
  }
  return { granted, diagnostics };
}

function identifierKey(identifier: string): string {
  return `identifier ${identifier}`;
}

function fileKey(file: string): string {
  return `file ${file.toUpperCase().toLowerCase().normalize("NFC")}`;
}

function compareSpans(a: Span, b: Span): number {
  return compareText(a.file, b.file) || a.start - b.start || a.end - b.end;
}
