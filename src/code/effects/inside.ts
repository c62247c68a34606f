// Whether a call stands in a function whose parameters decide what it does.
import { isFunction } from "../syntax/syntax.js";
import type { Linker } from "../values/linker.js";
import { placeOfId } from "../values/values.js";

/** Whether a call stands in a function: what that is given is open there, as everything of it is. */
export function isInside(linker: Linker, call: string, owner: string): boolean {
  const [at, fn] = [placeOfId(call), placeOfId(owner)];
  if (at.file !== fn.file || at.start <= fn.start) return false;
  const scopes = linker.module(fn.file)?.scopes;
  return [...(scopes?.scopeOf.keys() ?? [])].some(
    (node) => node.start === fn.start && isFunction(node) && at.start < node.end,
  );
}
