// Functions that are bound: `track.bind(this)`, and `track.bind(null, shop)`, which is given the rest where it is called.
import { unknown, type Value } from "../values.js";

/** What may be a function that is bound to nothing but what it is called on. */
const bindable: ReadonlySet<Value["kind"]> = new Set([
  "function",
  "external",
  "parameter",
  "fallback",
  "choice",
  "union",
]);

/** What `bind` gives; undefined for what is no function, and for one of others that is given something. */
export function boundTo(
  value: Value,
  count: number,
  argument: (index: number) => Value | undefined,
  span: Value["span"],
): Value | undefined {
  if (!bindable.has(value.kind) || count < 2) return bindable.has(value.kind) ? value : undefined;
  if (value.kind !== "function") return undefined;
  const given = Array.from(
    { length: count - 1 },
    (_, index) => argument(index + 1) ?? unknown(span, "what a function is bound to"),
  );
  return { ...value, bound: [...(value.bound ?? []), ...given] };
}
