// Calls and elements that are given the name of an event out of a table of them, and that nothing else is known of.
import type { Effect } from "../effects/effects.js";
import { shapesAt } from "../effects/guessing/name-shapes.js";
import { tableAt, tableDoubt } from "../effects/guessing/tables.js";
import type { CallShape } from "../presets/preset.js";
import type { Placed } from "../syntax/scopes.js";
import { argumentValues } from "../values/call-values.js";
import { jsxArguments, jsxCallee } from "../values/frameworks/jsx.js";
import type { Module } from "../values/module.js";
import { idOf } from "../values/values.js";
import { type Found, type FoundIn, foundOf } from "./found.js";

/** What such a call sends, as far as its words say. */
export function tabledIn(context: FoundIn, module: Module, placed: Placed): readonly Found[] {
  const { linker } = context;
  const place = tableAt(module, placed);
  if (place === undefined) return [];
  const { node, scope } = placed;
  const isElement = node.type === "JSXOpeningElement";
  if (!isElement && node.type !== "CallExpression") return [];
  const site = { module, scope };
  if (isElement && place.isByKey === true) {
    // A prop that says the name of an event may be what the component sends about one: what it does with it is seen there.
    const { kind } = jsxCallee(linker, node, site);
    if (kind === "function" || kind === "class") return [];
  }
  const args = isElement ? jsxArguments(linker, node, site) : argumentValues(linker, node.arguments, site);
  const { at, keys, says } = place;
  const named: readonly CallShape[] =
    keys === undefined ? shapesAt(at, args) : [{ method: "track", name: [at, ...keys], unseen: true }];
  const effect: Effect = {
    ...{ preset: "own", shapes: named, args, typed: false, doubt: tableDoubt, via: undefined },
    ...{ origin: idOf(module, node), requires: [], ...(says !== true && { isLater: true }) },
  };
  const { start, end } = isElement ? node.name : node.callee;
  return foundOf(
    context,
    module,
    placed,
    [effect],
    module.text.slice(start, end).replace(/\s+/g, " ").slice(0, 120),
  );
}
