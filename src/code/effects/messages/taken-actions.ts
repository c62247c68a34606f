// Where an application says which actions a function handles: `takeEvery(TRACK, send)`, in its own file or in another.
import type { Expression } from "oxc-parser";
import { namesFunction } from "../../syntax/scopes.js";
import { type FunctionNode, tailName } from "../../syntax/syntax.js";
import { takers } from "../../values/frameworks/taken.js";
import type { Linker } from "../../values/linker.js";
import type { Module } from "../../values/module.js";
import { idOf, type Site } from "../../values/values.js";

/** The actions that a function handles, as they are written, and where that is. */
export type Taking = { readonly pattern: Expression; readonly site: Site };

/** Where a function of a module is said to handle actions; undefined where nobody says so. */
export function takingOf(linker: Linker, module: Module, fn: FunctionNode): Taking | undefined {
  const here = takingIn(module, (taker, { scope }) =>
    taker.type === "Identifier" ? namesFunction(scope, taker.name, fn) : taker === fn,
  );
  if (here !== undefined) return here;
  // Large applications gather in one file who handles what.
  const id = idOf(module, fn);
  const own = fn.id === null ? [] : [fn.id.name];
  for (const name of new Set([...(module.scopes.names.get(fn) ?? []), ...own]))
    for (const other of linker.among({ kind: "taken", name })) {
      const there = takingIn(other, (taker, site) => {
        const value = tailName(taker) === name ? linker.evaluate(taker, site) : undefined;
        return value?.kind === "function" && idOf(value.site.module, value.fn) === id;
      });
      if (there !== undefined) return there;
    }
  return undefined;
}

function takingIn(module: Module, isIt: (taker: Expression, site: Site) => boolean): Taking | undefined {
  if (!/\btake[EL]/.test(module.text)) return undefined;
  for (const { node, scope } of module.scopes.calls) {
    if (node.type !== "CallExpression" || !takers.has(tailName(node.callee) ?? "")) continue;
    const [pattern, taker] = node.arguments;
    if (pattern === undefined || taker === undefined) continue;
    if (pattern.type === "SpreadElement" || taker.type === "SpreadElement") continue;
    const site = { module, scope };
    if (isIt(taker, site)) return { pattern, site };
  }
  return undefined;
}
