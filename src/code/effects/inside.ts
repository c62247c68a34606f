// Whether a call stands where what decides on it is open: in a function whose parameters decide what it does, or on
// what a class is called on whose constructor does.
import { callsWithin } from "../syntax/scopes.js";
import { bare, isFunction } from "../syntax/syntax.js";
import { constructorsOf } from "../values/class-members.js";
import type { Linker } from "../values/linker.js";
import { thisOf } from "../values/this-value.js";
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

/**
 * Whether a call is one of a method on `this`, in a class that a constructor makes: what that was given is known where
 * a method of an instance is called from outside.
 */
export function isOnInstance(linker: Linker, call: string, maker: string): boolean {
  const { file, start } = placeOfId(call);
  const module = linker.module(file);
  if (module === undefined) return false;
  return callsWithin(module.scopes, { start, end: start + 1 }).some(({ node, scope }) => {
    const callee = node.type === "CallExpression" ? bare(node.callee) : undefined;
    if (callee?.type !== "MemberExpression") return false;
    if (callee.object.type !== "ThisExpression" && callee.object.type !== "Super") return false;
    const self = thisOf(linker, { module, scope }, { file, start, end: callee.object.end });
    return self.kind === "class" && self.instance && constructorsOf(linker, self).has(maker);
  });
}
