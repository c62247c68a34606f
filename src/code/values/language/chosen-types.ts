// What TypeScript's own types choose of others: `Extract<Name, "a" | "b">`.
import { unionOf, type Value } from "../values.js";

/** What `Extract` and `Exclude` leave of a union of texts; of what is something else, all of it. */
export function chosen(all: Value, some: Value, isKept: boolean): Value {
  const texts = textsIn(some);
  // Whatever it is chosen from, it is one of these.
  if (texts !== undefined && isKept && all.kind !== "union" && all.kind !== "string") return some;
  if (texts === undefined || all.kind !== "union") return all;
  const left = all.members.filter((one) => one.kind !== "string" || texts.has(one.value) === isKept);
  return left.length === 0 ? all : unionOf(all.span, left);
}

/** The texts that a value may be; undefined where it may be anything else. */
function textsIn(value: Value): ReadonlySet<string> | undefined {
  const members = value.kind === "union" ? value.members : [value];
  const texts = members.flatMap((one) => (one.kind === "string" ? one.value : []));
  return texts.length === members.length ? new Set(texts) : undefined;
}
