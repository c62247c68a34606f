// Reads what stands behind a backslash: the escapes that RE2 and JavaScript share, and what to write for the others.
import {
  type CharacterSet,
  categories,
  categorySet,
  complement,
  digits,
  spaces,
  wordCharacters,
} from "./characters.js";
import { type Foreign, refuse } from "./refusals.js";

/** What an escape stands for: a set such as `\d`, or one character. */
export type Escape =
  | { readonly set: CharacterSet; readonly character?: never }
  | { readonly character: number; readonly set?: never };

const controls: ReadonlyMap<string, number> = new Map([
  ["t", 0x09],
  ["n", 0x0a],
  ["v", 0x0b],
  ["f", 0x0c],
  ["r", 0x0d],
]);

const classes: ReadonlyMap<string, CharacterSet> = new Map([
  ["d", digits],
  ["w", wordCharacters],
]);

/**
 * The escape at `start`, where it ends, and what it is in JavaScript where that differs. Between the brackets of a
 * class there is no negation, so the complement of the spaces is spelled out there.
 */
export function readEscape(
  pattern: string,
  start: number,
  inClass: boolean,
): Escape & { readonly end: number; readonly rewrite?: string } {
  const text = pattern.slice(start);
  const letter = text.charAt(1);
  const end = start + 2;
  const control = controls.get(letter);
  if (control !== undefined) return { character: control, end };
  if (/[$^\\.*+?()[\]{}|/]/.test(letter) || (inClass && letter === "-"))
    return { character: letter.charCodeAt(0), end };
  if (letter === "s") return { set: spaces, end, rewrite: inClass ? "\\t\\n\\f\\r " : "[\\t\\n\\f\\r ]" };
  if (letter === "S") {
    const rewrite = inClass ? "\\x00-\\x08\\x0b\\x0e-\\x1f!-\\u{10ffff}" : "[^\\t\\n\\f\\r ]";
    return { set: complement(spaces), end, rewrite };
  }
  const set = classes.get(letter.toLowerCase());
  if (set !== undefined) return { set: letter === letter.toLowerCase() ? set : complement(set), end };
  const hex = /^\\x([0-9A-Fa-f]{2})/.exec(text)?.[1];
  if (hex !== undefined) return { character: Number.parseInt(hex, 16), end: start + 4 };
  const property = /^\\[pP]\{([A-Za-z]+)\}/.exec(text);
  const category = property?.[1] ?? "";
  if (property !== null && categories.has(category)) {
    const members = categorySet(category);
    return { set: letter === "p" ? members : complement(members), end: start + property[0].length };
  }
  const foreign = foreignEscape(text, inClass);
  return refuse(start, start + foreign.length, foreign.message, foreign.help);
}

/** The escape at the start of the text, which RE2 and JavaScript do not share. */
function foreignEscape(text: string, inClass: boolean): Foreign {
  if (text === "\\") {
    return {
      length: 1,
      message: "The pattern ends in a backslash.",
      help: 'Write "\\\\" for the character itself.',
    };
  }
  for (const [pattern, message, help] of escapes) {
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) {
      return { length: found.length, message: `"${found}" ${message}`, help: help(found) };
    }
  }
  const found = `\\${String.fromCodePoint(text.codePointAt(1) ?? 0)}`;
  const character = found.slice(1);
  if (/^[A-Za-z]$/.test(character)) {
    return inClass && /[bB]/.test(character)
      ? {
          length: 2,
          message: `"${found}" can't stand in a class.`,
          help: 'Write "\\x08" for the backspace character.',
        }
      : {
          length: 2,
          message: `"${found}" is no escape that both RE2 and JavaScript know.`,
          help: `Write "${character}" for the letter, "\\\\${character}" for a backslash before it.`,
        };
  }
  return {
    length: found.length,
    message: `The backslash in "${found}" is one too many: JavaScript reads it before its own signs only.`,
    help: `Write "${character}".`,
  };
}

const itself = (found: string): string => {
  const code = Number.parseInt(/[0-9A-Fa-f]{2,}/.exec(found)?.[0] ?? "", 16);
  if (code >= 0x20 && code < 0x7f) return `Write "\\x${code.toString(16)}".`;
  const printable =
    code <= 0x10ffff && /^[\p{L}\p{N}\p{P}\p{S}]$/u.test(String.fromCodePoint(code))
      ? `: "${String.fromCodePoint(code)}"`
      : "";
  if (printable === "" && code <= 0xff) return `Write "\\x${code.toString(16).padStart(2, "0")}".`;
  return `Write the character itself${printable}.`;
};

/** Known escapes of either language, and of others that people come from. */
const escapes: readonly (readonly [RegExp, string, (found: string) => string])[] = [
  [/^\\0(?![0-9])/, "is a NUL that RE2 and JavaScript end at different places.", () => 'Write "\\x00".'],
  [
    /^\\0[0-7]{1,2}/,
    "is an octal number, which JavaScript does not read.",
    () => 'Write it as "\\x" and two hexadecimal digits.',
  ],
  [
    /^\\(?:[0-9]+|k(?:<[^>]*>)?)/,
    "refers back to a group, which RE2 does not know.",
    () => "Write out what the group matches.",
  ],
  [/^\\x\{[0-9A-Fa-f]+\}/, "is RE2's alone; JavaScript does not read it.", itself],
  [/^\\x/, "needs two hexadecimal digits.", () => 'Such as "\\x2d".'],
  [/^\\u(?:\{[0-9A-Fa-f]+\}|[0-9A-Fa-f]{4})/, "is JavaScript's alone; RE2 does not read it.", itself],
  [/^\\u/, "is JavaScript's alone; RE2 does not read it.", () => "Write the character itself."],
  [
    /^\\c[A-Za-z]/,
    "is JavaScript's alone; RE2 does not read it.",
    (found) => `Write "\\x${(found.charCodeAt(2) % 32).toString(16).padStart(2, "0")}".`,
  ],
  [/^\\A/, "is RE2's alone; JavaScript does not read it.", () => 'Write "^": it matches at the very start.'],
  [/^\\[zZ]/, "is not JavaScript's.", () => 'Write "$": it matches at the very end.'],
  [
    /^\\[QE]/,
    "quotes text in RE2 alone; JavaScript does not read it.",
    () => "Put a backslash before each sign.",
  ],
  [/^\\C/, "matches a byte, which JavaScript does not know.", () => 'Write "." for a character.'],
  [/^\\a/, "is RE2's alone; JavaScript does not read it.", () => 'Write "\\x07".'],
  [/^\\e/, "is known to neither RE2 nor JavaScript.", () => 'Write "\\x1b".'],
  [/^\\h/, "is known to neither RE2 nor JavaScript.", () => 'Write "[0-9A-Fa-f]" or "[\\t ]".'],
  [/^\\R/, "is known to neither RE2 nor JavaScript.", () => 'Write "(?:\\r\\n|\\n|\\r)".'],
  [
    /^\\[pP][A-Z]/,
    "is RE2's alone; JavaScript does not read it.",
    (found) => `Write "${found.slice(0, 2)}{${found.slice(2)}}".`,
  ],
  [
    /^\\[pP]\{\^[^}]*\}/,
    "is RE2's alone; JavaScript does not read it.",
    (found) => `Write "\\${found[1] === "p" ? "P" : "p"}{${found.slice(4)}".`,
  ],
  [
    /^\\[pP]\{[^}]*\}/,
    "is no general category that RE2 and JavaScript share.",
    () =>
      "Write a short category such as \\p{L}, \\p{Lu} or \\p{Nd}; for a script write its range of characters, such as [α-ω].",
  ],
  [/^\\[pP]/, "needs a general category in braces.", () => "Such as \\p{L} for letters."],
];
