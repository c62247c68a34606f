// Whose parameters decide what a call does: the function through which its effect is had.

import { callsWithin, type Placed, type Scope } from "../syntax/scopes.js";
import { bare, type FunctionNode, isFunction, tailName } from "../syntax/syntax.js";
import type { Module } from "../values/module.js";
import { idOf, placeOfId } from "../values/values.js";
import type { Found } from "./found.js";

/**
 * The function through which a call's effect is had: the innermost around the call whose parameters decide. Where only
 * parameters decide that are not around it (a constructor's, what a proxy was asked for), it is the function around
 * the call, wherever those are known.
 */
export function holderOf(
  module: Module,
  { scope }: Placed,
  owners: ReadonlySet<string>,
): Pick<Found, "owner" | "requires"> {
  const around = new Set<string>();
  const getters: string[] = [];
  let nearest: string | undefined;
  for (let at: Scope | undefined = scope; at !== undefined; at = at.parent) {
    const node = at.fn ?? at.cls;
    if (node === undefined) continue;
    const id = idOf(module, node);
    if (at.fn !== undefined) nearest ??= id;
    // Nobody calls what a proxy asks: what it gave out is called.
    if (module.scopes.names.get(node)?.includes("get") === true && id !== nearest && owners.has(id))
      getters.push(id);
    else around.add(id);
  }
  if (getters.length > 0) return { owner: nearest, requires: getters };
  let best: string | undefined;
  for (const owner of owners)
    if (around.has(owner) && (best === undefined || placeOfId(owner).start > placeOfId(best).start))
      best = owner;
  if (best !== undefined || owners.size === 0) return { owner: best, requires: [] };
  // Whoever puts something into a queue sends it, sooner or later.
  for (const owner of owners) if (fillsQueue(module, scope, owner)) return { owner, requires: [] };
  return { owner: nearest, requires: [...owners] };
}

/** Whether a function of the module puts something into a list that the function around a place speaks of. */
function fillsQueue(module: Module, scope: Scope, owner: string): boolean {
  const outer = outermost(scope);
  const [filler] = [...module.scopes.scopeOf].find(([node]) => idOf(module, node) === owner) ?? [];
  if (outer === undefined || filler === undefined || !isFunction(filler)) return false;
  const text = module.text.slice(outer.start, outer.end);
  return callsWithin(module.scopes, filler).some(({ node }) => {
    if (node.type !== "CallExpression") return false;
    const callee = bare(node.callee);
    if (callee.type !== "MemberExpression" || callee.object.type === "Super") return false;
    const list = tailName(callee.object);
    return (
      list !== undefined &&
      putting.has(tailName(callee) ?? "") &&
      new RegExp(`(?<![\\w$])${list.replace(/[$#]/g, "\\$&")}(?![\\w$])`).test(text)
    );
  });
}

/** Methods that put something into a list. */
const putting: ReadonlySet<string> = new Set(["push", "unshift"]);

/** The outermost function around a place. */
function outermost(scope: Scope): FunctionNode | undefined {
  let fn: FunctionNode | undefined;
  for (let at: Scope | undefined = scope; at !== undefined; at = at.parent) fn = at.fn ?? fn;
  return fn;
}
