// Functions that take the name of an event, of which nothing is known that they send: their callers, with a doubt.

import type { Expression } from "oxc-parser";
import { isEmitterName } from "../effects/emitter-names.js";
import { shapesAt } from "../effects/guessing/name-shapes.js";
import { isTalk, relayAround, timing } from "../effects/guessing/relays.js";
import { anyones } from "../effects/renames.js";
import type { CallShape } from "../presets/preset.js";
import type { Placed } from "../syntax/scopes.js";
import { bare, tailName } from "../syntax/syntax.js";
import type { Module } from "../values/module.js";
import { type FunctionValue, functionIn, idOf } from "../values/values.js";
import type { Found } from "./found.js";
import { parameter, parametersOf } from "./lost-names.js";

/** The function around a call that hands the name of an event to it, and what its callers do then. */
export function relayedBy(
  module: Module,
  { node, scope }: Placed,
): { readonly fn: FunctionValue; readonly found: Found } | undefined {
  if (node.type !== "CallExpression") return undefined;
  const relay = relayAround(module, scope);
  if (relay === undefined) return undefined;
  const { fn, index, name, key } = relay;
  const method = tailName(node.callee);
  if (method !== undefined && timing.test(method)) return undefined;
  if (
    isTalk(rootOf(node.callee), method) ||
    (method !== undefined && anyones.has(method) && method !== "push")
  )
    return undefined;
  if (parametersOf(node.arguments, scope, true).get(fn)?.has(index) !== true) return undefined;
  const args = fn.params.map((param, place) => parameter(module, fn, param, place, name));
  const named: readonly CallShape[] =
    key === undefined ? shapesAt(index, args) : [{ method: "track", name: [index, key], unseen: true }];
  return {
    fn: functionIn(module, fn, relay.scope.parent ?? scope),
    found: {
      emission: undefined,
      owner: idOf(module, fn),
      requires: [],
      through: [],
      effect: {
        preset: "own",
        shapes: named,
        args,
        typed: false,
        doubt: `"${name}" sends to nothing that is known`,
        via: undefined,
        origin: idOf(module, node),
        requires: [],
        isRearranged: true,
        // Of others only what says a name is told.
        ...(!isEmitterName(name) && { isLater: true }),
      },
    },
  };
}

/** The name that a callee begins with: `logger` of `this.logger.error`, too, but not of `this.logger.trackEvent`. */
function rootOf(callee: Expression): string | undefined {
  let at = bare(callee);
  let below: Expression = at;
  while (at.type === "MemberExpression" && at.object.type !== "Super") {
    below = at;
    at = bare(at.object);
  }
  if (at.type === "Identifier") return at.name;
  const isOwn = at.type === "ThisExpression" && below !== bare(callee);
  return isOwn && !isEmitterName(tailName(callee) ?? "") ? tailName(below) : undefined;
}
