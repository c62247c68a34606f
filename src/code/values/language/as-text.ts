// Texts that methods make of other values: `total.toString()`, `reasons.join(", ")`.
import type { Node } from "oxc-parser";
import { isNone } from "../conditions.js";
import type { Linker } from "../linker.js";
import { unionOf, type Value } from "../values.js";
import { stringOf } from "./text-changes.js";

/** Values that have the method that makes a text of them, and no other of that name. */
const writable: ReadonlySet<Value["kind"]> = new Set([
  ...(["number", "boolean", "parameter", "typed", "lookup", "choice", "fallback", "unknown"] as const),
]);

/** The text that `value.toString()` is, and `values.join(", ")` of a list that nobody sees; undefined for any other method. */
export function asWritten(
  linker: Linker,
  object: Value,
  name: string,
  args: readonly Node[],
  span: Value["span"],
): Value | undefined {
  if (object.kind === "union") {
    // What is not there has no methods, and nothing comes of those.
    const there = object.members.filter((one) => !isNone(one));
    const texts = there.map((one) => textIn(linker, one, name, args, span));
    if (name !== "toString") return undefined;
    const known = texts.filter((one) => one !== undefined);
    return known.length === there.length && known.length > 0 ? unionOf(span, known) : undefined;
  }
  // What a package's call gives, of which nothing is known.
  if (object.kind === "external" && object.path.includes("()") && name === "toString")
    return { kind: "text", span, meaning: "stringified" };
  if (!writable.has(object.kind) || (object.kind === "unknown" && object.pattern !== undefined))
    return undefined;
  if (object.kind === "choice" || object.kind === "fallback") {
    const [one, other] = object.kind === "choice" ? [object.yes, object.no] : [object.left, object.right];
    const [first, second] = [one, other].map((part) => textIn(linker, part, name, args, span));
    if (first === undefined || second === undefined) return undefined;
    return object.kind === "choice"
      ? { ...object, yes: first, no: second }
      : { ...object, left: first, right: second };
  }
  // `toString(36)` is no number any more.
  if (name === "toString")
    return args.length === 0 || object.kind === "number"
      ? stringOf(linker, object, span)
      : { kind: "text", span };
  if (name !== "join" || args.length > 1 || object.kind === "number" || object.kind === "boolean")
    return undefined;
  // Rooms and tables are joined, too, by their names.
  const [between] = args;
  const isBetween =
    between === undefined ||
    (between.type === "Literal" && typeof between.value === "string" && /^[^\w]*$/.test(between.value));
  return isBetween ? { kind: "text", span } : undefined;
}

/** The same of what may be a text already. */
function textIn(
  linker: Linker,
  value: Value,
  name: string,
  args: readonly Node[],
  span: Value["span"],
): Value | undefined {
  const isText = value.kind === "string" || value.kind === "text" || value.kind === "template";
  return isText && name === "toString" ? value : asWritten(linker, value, name, args, span);
}
