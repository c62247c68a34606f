// What functions make of a text: of the language, and of the libraries that names go through on their way.
import type { Node } from "oxc-parser";
import type { Linker } from "../linker.js";
import { plainText, unionOf, unknown, type Value } from "../values.js";
import { textMethods } from "./built-in-names.js";
import type { TextChange } from "./casings.js";
import { replacerOf } from "./replacers.js";
import { textOf } from "./texts.js";
import { byType, settle } from "./types.js";

/** A regular expression as it is written. */
export type Pattern = { readonly source: string; readonly flags: string };

/**
 * A text that is changed as a whole. What hangs on callers is changed once they have given it; what stood at the call is
 * kept beside what is sent.
 */
export function changedText(
  span: Value["span"],
  parts: readonly (string | Value)[],
  change: TextChange,
  isGiven = false,
): Value {
  const text = textOf(span, parts, isGiven);
  return unionOf(
    span,
    (text.kind === "union" ? text.members : [text]).map((one): Value => {
      if (one.kind === "template") return { ...one, change };
      if (one.kind !== "string") return { kind: "text", span };
      return {
        ...one,
        value: change(one.value),
        how: "constant",
        replaceable: false,
        ...(isGiven && { written: one.written ?? { value: one.value, span: one.span } }),
      };
    }),
  );
}

/** Methods that change a text in ways that are not always seen. */
export const changesText: ReadonlySet<string> = new Set(["replace", "replaceAll"]);

/** A text that may come out of a change as it went in, as most do; a payload's value is not told by that. */
export function mayStay(span: Value["span"], text: Value): Value {
  return unionOf(span, [text, unknown(span, "a text that is changed at run time")]);
}

/** Whether it is a text that callers decide. */
export function isOpenText(value: Value): boolean {
  switch (value.kind) {
    case "parameter":
    case "template":
      return true;
    // What a table holds under what they give.
    case "lookup":
      return isOpenText(value.key);
    case "union":
      return value.members.some(isOpenText);
    case "choice":
      return isOpenText(value.yes) || isOpenText(value.no);
    case "fallback":
      return isOpenText(value.left) || isOpenText(value.right);
    default:
      return false;
  }
}

/** What a method makes of the text that it is called on, `given` its arguments; undefined where that is not known. */
export function methodChange(
  name: string,
  args: readonly Node[],
  given: (index: number) => Value | undefined,
): TextChange | undefined {
  if (name === "toLowerCase" || name === "toUpperCase" || name === "trim") return textMethods.get(name);
  if (name === "slice" || name === "substring" || name === "substr") {
    const [from, to] = args.map(wholeNumber);
    if (from === undefined || (args.length > 1 && to === undefined)) return undefined;
    if (name === "substr") return (text) => text.slice(from, to === undefined ? undefined : from + to);
    return (text) => text.slice(from, to);
  }
  if (name !== "replace" && name !== "replaceAll") return undefined;
  const from = given(0);
  const pattern = from === undefined ? undefined : patternOf(from);
  const replacer = pattern instanceof RegExp ? replacerOf(args[1]) : undefined;
  // What is behind the parts of it that are asked for are its place, and the text.
  if (pattern instanceof RegExp && replacer !== undefined)
    return (text) => text.replace(pattern, (...found: unknown[]) => replacer(...found.map(String)));
  const to = given(1);
  if (to === undefined) return undefined;
  const by = plainText(to);
  if (pattern === undefined || by === undefined) return undefined;
  if (typeof pattern !== "string") return (text) => text.replace(pattern, by);
  return name === "replace"
    ? (text) => text.replace(pattern, () => by)
    : (text) => text.replaceAll(pattern, () => by);
}

function wholeNumber(node: Node): number | undefined {
  return node.type === "Literal" && typeof node.value === "number" && Number.isInteger(node.value)
    ? node.value
    : undefined;
}

function patternOf(value: Value): string | RegExp | undefined {
  if (value.kind !== "unknown" || value.pattern === undefined) return plainText(value);
  const { source, flags } = value.pattern;
  // Letters and sets of them, once or repeated: nothing that takes long.
  const isShort = shortPattern.test(source) && (source.match(/[+*]/g)?.length ?? 0) < 3;
  if (!isShort && !simplePattern.test(source)) return undefined;
  try {
    return new RegExp(source, flags);
  } catch {
    return undefined;
  }
}

const simplePattern = /^(?:\^?(?:\\?[^()*+?{}|\\^$]|\\[sdwWSD]|\[[^\]]{1,20}\])[+*]?\$?(?:\|(?!$)|$))+$/;

/** A few of them in a row, which may stand in brackets: `/_([a-z])/g`. */
const shortPattern =
  /^\^?(?:\\?[^()*+?{}|\\^$[\]]|\\[sdwWSD]|\[[^\]]{1,20}\]|\((?:\[[^\]]{1,20}\]|\\[sdwWSD]|\w)[+*]?\))(?:[+*]?(?:\\?[^()*+?{}|\\^$[\]]|\\[sdwWSD]|\[[^\]]{1,20}\]|\((?:\[[^\]]{1,20}\]|\\[sdwWSD]|\w)[+*]?\))){0,5}[+*]?\$?$/;

/** What `String(value)` gives. */
export function stringOf(linker: Linker, value: Value, span: Value["span"]): Value {
  switch (value.kind) {
    case "string":
    case "template":
    case "text":
      return value;
    case "union":
      return unionOf(
        span,
        value.members.map((member) => stringOf(linker, member, span)),
      );
    case "typed": {
      const settled = settle(linker, value);
      return settled.kind === "typed"
        ? { kind: "text", span, meaning: "stringified" }
        : stringOf(linker, settled, span);
    }
    case "parameter":
      return byType(linker, value)?.kind === "number"
        ? { kind: "text", span, meaning: "stringified-number" }
        : textOf(span, [value]);
    case "number":
      return { kind: "text", span, meaning: "stringified-number" };
    default:
      return { kind: "text", span, meaning: "stringified" };
  }
}
