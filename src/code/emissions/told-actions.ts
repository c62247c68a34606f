// What actions say about themselves for analytics, where the middleware that sends it is not followed.
import type { ObjectExpression } from "oxc-parser";
import type { Effect } from "../effects/effects.js";
import { shapesAt } from "../effects/guessing/name-shapes.js";
import type { CallShape } from "../presets/preset.js";
import type { Placed } from "../syntax/scopes.js";
import { typeOf } from "../syntax/told-objects.js";
import { memberOf } from "../values/members.js";
import type { Module } from "../values/module.js";
import { idOf, type Value } from "../values/values.js";
import { type Found, type FoundIn, foundOf } from "./found.js";

/** What redux-segment reads, and what Google's classic events have: the action says what happened. */
const known: readonly CallShape[] = [
  {
    method: "track",
    first: "object",
    needs: [0, "eventPayload", "event"],
    name: [0, "eventPayload", "event"],
    properties: [0, "eventPayload", "properties"],
  },
  {
    method: "track",
    first: "object",
    needs: [0, "action"],
    also: [0, "category"],
    name: [0, "action"],
    properties: [0],
    without: ["action"],
  },
];
/** Where it says nothing of its own, what happened is the type of the action. */
const byType: readonly CallShape[] = [{ method: "track", name: [1], properties: [0] }];

/** What such an object says. */
export function toldIn(context: FoundIn, module: Module, placed: Placed<ObjectExpression>): readonly Found[] {
  const { linker } = context;
  const { node, scope } = placed;
  const site = { module, scope };
  const told = linker.evaluate(node, site);
  const isNamed = ["event", "eventName", "event_name", "eventPayload", "action", "name"].some(
    (key) => memberOf(linker, told, key).kind !== "undefined",
  );
  const type = isNamed ? undefined : typeOf(module.scopes, node);
  if (!isNamed && type === undefined) return [];
  const args: readonly Value[] = type === undefined ? [told] : [told, linker.evaluate(type, site)];
  const effect: Effect = {
    ...{ preset: "own", shapes: isNamed ? [...known, ...shapesAt(0, args)] : byType, args, typed: false },
    ...{ doubt: "what sends what an action says for analytics is not followed", via: undefined },
    ...{ origin: idOf(module, node), requires: [], isLater: true as const },
  };
  return foundOf(context, module, placed, [effect], "meta");
}
