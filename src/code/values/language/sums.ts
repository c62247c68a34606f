// What `a + b` is: a number, a text, or either, which its parts decide once they are known.

import type { Value } from "../values.js";
import { textOf } from "./texts.js";

/** The sum of values; where some hang on a caller and none is a text, what it is may be filled in later. */
export function sumOf(span: Value["span"], values: readonly Value[]): Value {
  if (values.every(({ kind }) => kind === "number")) return { kind: "number", span };
  if (values.some(isText)) return textOf(span, values);
  if (values.every(({ kind }) => kind === "unknown" || kind === "number"))
    return { kind: "unknown", span, reason: "a sum of values that are not known" };
  return { kind: "template", span, parts: values, isSum: true };
}

function isText(value: Value): boolean {
  if (value.kind === "template") return value.isSum !== true;
  if (value.kind === "union") return value.members.every(isText);
  return value.kind === "string" || value.kind === "text";
}
