// Gives JSON that people wrote one order of keys, so that shuffling the keys of a plan changes no byte of output.
import { compareText } from "../diagnostics/diagnostic.js";
import type { Json } from "../plan/plan.js";

/** The same value with the keys of its objects sorted; `__proto__` is a key like any other. */
export function sortedJson(value: Json): Json {
  if (value === null || typeof value !== "object") return value;
  if (isList(value)) return value.map(sortedJson);
  const sorted: { [key: string]: Json } = Object.create(null);
  for (const [key, inner] of Object.entries(value).sort(([a], [b]) => compareText(a, b)))
    sorted[key] = sortedJson(inner);
  return sorted;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
