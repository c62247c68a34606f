// Writes the shape of a value for people and programs, in the words of the plan language.
import type { ValueShape } from "../emission.js";

export type ShapeTextOptions = {
  /** True: `enum(card, paypal)` and `3`. False: `string` and `number`. */
  readonly literals?: boolean;
};

/** Beyond so many characters, literals are left out. */
const longestEnum = 80;

/**
 * `string`, `number[]`, `enum(card, paypal) | null`; an object is `object`. Undefined where nothing is known. What
 * JSON turns into text is text: a Date is a `datetime`.
 */
export function shapeText(shape: ValueShape, { literals = true }: ShapeTextOptions = {}): string | undefined {
  const words = new Set<string>();
  const texts: string[] = [];
  const members = shape.kind === "union" ? shape.members : [shape];
  for (const member of members) {
    if (member.kind === "string" && member.value !== undefined && literals) {
      texts.push(bareOrQuoted(member.value));
      continue;
    }
    const word = memberText(member, literals);
    if (word === undefined) return undefined;
    words.add(word);
  }
  if (texts.length > 0) {
    const list = `enum(${texts.join(", ")})`;
    words.add(list.length > longestEnum || words.has("string") ? "string" : list);
  }
  return [...words].sort((a, b) => rank(a) - rank(b)).join(" | ");
}

function memberText(shape: ValueShape, literals: boolean): string | undefined {
  switch (shape.kind) {
    case "unknown":
      return undefined;
    case "boolean":
    case "number":
      return literals && shape.value !== undefined ? String(shape.value) : shape.kind;
    case "string":
      return shape.meaning === "iso-date" ? "datetime" : "string";
    case "array": {
      const items = shape.items.map((item) => shapeText(item, { literals }));
      const known = [...new Set(items.filter((item) => item !== undefined))].join(" | ");
      if (known === "" || !shape.complete || items.includes(undefined)) return "any[]";
      return /^[\w.]+$/.test(known) || /^\w+\([^()|]*\)$/.test(known) ? `${known}[]` : `(${known})[]`;
    }
    case "other":
      return shape.what === "date" ? "datetime" : shape.what;
    case "union":
      return shapeText(shape, { literals });
    default:
      return shape.kind;
  }
}

/** Absence stands last. */
function rank(word: string): number {
  return word === "undefined" ? 2 : word === "null" ? 1 : 0;
}

function bareOrQuoted(value: string): string {
  return value !== "null" && /^[A-Za-z_][\w.-]*$/.test(value) ? value : JSON.stringify(value);
}
