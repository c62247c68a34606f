// From where a function can be called that sends an event by a name of its own: there are many of those, most are called
// in their own file alone, and their names are anybody's.
import type { Scope } from "../syntax/scopes.js";
import { isFunction } from "../syntax/syntax.js";
import type { Linker } from "../values/linker.js";
import type { Module } from "../values/module.js";
import { placeOfId } from "../values/values.js";
import type { Word } from "../words/words.js";
import { fileName } from "./callee-names.js";
import type { Effect } from "./effects.js";
import { isCallback } from "./handed-props.js";
import { namesOf, reachedBy } from "./reach.js";

/** The words that lead to who calls a function, by its identity; those of its own file say so. */
export function calledFrom(linker: Linker, id: string, effects: readonly Effect[]): readonly Word[] {
  const { file, start } = placeOfId(id);
  const module = linker.module(file);
  if (module === undefined) return [];
  for (const [node, scope] of module.scopes.scopeOf) {
    if (node.start !== start || (scope.fn !== node && scope.cls !== node)) continue;
    const own = namesOf(module, node);
    // What is handed to a call, or to an element, is called by whoever takes it, unless that gives it back.
    const handed = isFunction(node) ? module.scopes.handed.get(node) : undefined;
    if (own.length === 0 || (handed !== undefined && !isCallback(handed.call.node))) return [];
    const words = reachedBy(linker, id, effects).filter(({ isHanded }) => isHanded !== true);
    if (isReachable(module, scope, own, words))
      return words.map((one) => (one.beside.length > 0 ? one : { ...one, beside: segments(module.path) }));
    return words.map(({ word }) => ({ word, beside: [], within: module.path }));
  }
  return [];
}

/** Whether somebody outside of its file may call a function: it is exported, a method, or given out by another. */
function isReachable(
  { scopes, exports }: Module,
  { parent }: Scope,
  own: readonly string[],
  words: readonly Word[],
): boolean {
  if (parent?.cls !== undefined || parent?.object !== undefined) return true;
  if (words.some(({ word }) => !own.includes(word))) return true;
  if (parent !== scopes.top) return false;
  return (
    exports.named.size === 0 ||
    [...exports.named].some(
      ([name, exported]) =>
        name === "default" ||
        own.includes(name) ||
        (exported.kind === "local" && own.includes(exported.name)),
    )
  );
}

/** The names of a file and the folders around it: who calls its functions imports one of them. */
function segments(path: string): readonly string[] {
  const folders = path.split("/").slice(0, -1);
  return [...new Set([fileName(path), ...folders.toReversed().slice(0, 3)])].filter(
    (one) => !["src", "index", "lib", "app"].includes(one),
  );
}
