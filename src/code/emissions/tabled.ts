// Calls and elements that are given the name of an event out of a table of them, and that nothing else is known of.
import type { Effect } from "../effects/effects.js";
import { shapesAt } from "../effects/guessing/name-shapes.js";
import { tableAt, tableDoubt } from "../effects/guessing/tables.js";
import type { CallShape } from "../presets/preset.js";
import { callsWithin, type Placed } from "../syntax/scopes.js";
import { isFunction } from "../syntax/syntax.js";
import { argumentValues } from "../values/call-values.js";
import { evaluate } from "../values/evaluate.js";
import { jsxArguments, jsxCallee } from "../values/frameworks/jsx.js";
import type { Module } from "../values/module.js";
import { type FunctionValue, idOf } from "../values/values.js";
import { type Found, type FoundIn, foundOf } from "./found.js";
import type { SiteContext } from "./sites.js";

/** What such a call sends, as far as its words say. */
export function tabledIn(
  context: FoundIn & Pick<SiteContext, "emitsInside">,
  module: Module,
  placed: Placed,
): readonly Found[] {
  const { linker } = context;
  const place = tableAt(module, placed);
  if (place === undefined) return [];
  const { node, scope } = placed;
  const isElement = node.type === "JSXOpeningElement";
  if (!isElement && node.type !== "CallExpression") return [];
  const site = { module, scope };
  const called = isElement ? jsxCallee(linker, node, site) : evaluate(linker, node.callee, site);
  if (called.kind === "function") {
    // What a prop that says the name of an event is for stands in the component: it may be something that an event says.
    const [key] = place.keys ?? [];
    if (place.isByKey === true && key !== undefined && !isGivenOn(called, key)) return [];
  }
  const args = isElement ? jsxArguments(linker, node, site) : argumentValues(linker, node.arguments, site);
  const { at, keys, says } = place;
  // What sends an event of its own is told a text of a table as something that it carries; an object says the event itself.
  const isText = keys === undefined && args[at]?.kind === "string";
  if (isText && called.kind === "function" && context.emitsInside(called)) return [];
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

/** Whether a function gives what it has under a key to a call as it is, or in a text, and not as a part of something. */
function isGivenOn({ fn, site }: FunctionValue, key: string): boolean {
  const { scopes, text } = site.module;
  const word = new RegExp(`(?<![\\w$])${key}(?![\\w$])`);
  return callsWithin(scopes, fn).some(
    ({ node }) =>
      node.type === "CallExpression" &&
      node.arguments.some(
        (one) =>
          one.type !== "ObjectExpression" &&
          one.type !== "ArrayExpression" &&
          !isFunction(one) &&
          word.test(text.slice(one.start, one.end)),
      ),
  );
}
