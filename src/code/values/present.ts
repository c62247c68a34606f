// Whether a value is there, and what stands in for it where it is not.
import type { Span } from "../../diagnostics/diagnostic.js";
import type { Value } from "./values.js";

/** What is neither null nor undefined, whatever else it is. */
const there: ReadonlySet<Value["kind"]> = new Set([
  ...(["string", "text", "template", "number", "boolean", "other", "object", "array"] as const),
  ...(["function", "class", "module"] as const),
]);

/** Whether a value is there for certain: neither null nor undefined. */
export function isPresent(value: Value): boolean {
  switch (value.kind) {
    case "union":
      return value.members.every(isPresent);
    case "choice":
      return isPresent(value.yes) && isPresent(value.no);
    case "fallback":
      return isPresent(value.right);
    default:
      return there.has(value.kind);
  }
}

export function fallbackOf(span: Span, left: Value, right: Value): Value {
  if (left.kind === "undefined" || left.kind === "null") return right;
  if (isPresent(left)) return left;
  return { kind: "fallback", span, left, right };
}
