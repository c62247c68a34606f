// Kinds of values as types write them: in `number | null` they stand together.
import type { Value } from "../values.js";

/** A kind of values, or nothing, as one of those that stand at a place together; what is a value itself stays where it is. */
export function kindAt(value: Value, span: Value["span"]): Value {
  if (value.kind === "union")
    return { ...value, members: value.members.map((member) => kindAt(member, span)) };
  const isKind = value.kind === "text" || value.kind === "null" || value.kind === "other";
  const isAny = (value.kind === "number" || value.kind === "boolean") && value.value === undefined;
  return isKind || isAny ? { ...value, span } : value;
}

/** Whether a type allows several values or kinds, such as text or null: which of them is given, it does not say. */
export function isOfKinds(value: Value): boolean {
  return value.kind === "union" && value.members.filter(({ kind }) => kind !== "undefined").length > 1;
}
