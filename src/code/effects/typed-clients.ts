// Clients that tools generate from a tracking plan, with a function for each event: Ampli, Typewriter, RudderTyper, Avo
// and Snowtype. What the file could send is not sent until somebody calls one of them.
import type { CallExpression, Expression } from "oxc-parser";
import { functionAround, type Placed } from "../syntax/scopes.js";
import { bare, keyName } from "../syntax/syntax.js";
import { isTypedClient } from "../values/libraries.js";
import type { Module } from "../values/module.js";
import { idOf, plainText, type Site, spanOf, unknown, type Value } from "../values/values.js";
import { type Effect, rearranged } from "./effects.js";
import { isEmitterName } from "./emitter-names.js";

/** The function of such a client in which a call stands: whoever calls it sends the event. */
export function eventFunction(module: Module, { scope }: Placed): string | undefined {
  const fn = isTypedClient(module) ? functionAround(scope) : undefined;
  return fn === undefined ? undefined : idOf(module, fn);
}

/** What such clients are called. */
export const typedClients: ReadonlySet<string> = new Set([
  ...["ampli", "typewriter", "Typewriter", "Avo", "avo", "rudderTyper", "ruddertyper", "RudderTyper"],
]);

/** What they have beside the functions of events. */
const others =
  /^(?:load|init\w*|client|isLoaded|flush|identify|alias|page|screen|reset|setGroup|groupIdentify|groupAnalytics|setTypewriterOptions|setRudderTyperOptions|set\w+|get\w+|on|off|then|catch)$/;

/** The name of such a client that a method is called on: `ampli` of `ampli.songPlayed()`. */
export function typedClientOf(callee: Expression): string | undefined {
  const node = bare(callee);
  if (node.type !== "MemberExpression") return undefined;
  const { object } = node;
  const name =
    object.type === "Identifier"
      ? object.name
      : object.type === "MemberExpression"
        ? keyName(object.property, object.computed)
        : undefined;
  return name !== undefined && typedClients.has(name) ? name : undefined;
}

/** The event of a client that is generated and not kept: nobody sees what its function sends. */
export function unseenEvent(
  { callee }: CallExpression,
  value: Value,
  args: () => readonly Value[],
  site: Site,
  origin: string,
): Effect | undefined {
  const client = typedClientOf(callee);
  const node = bare(callee);
  const method = node.type === "MemberExpression" ? keyName(node.property, node.computed) : undefined;
  if (client === undefined || method === undefined || others.test(method) || isEmitterName(method))
    return undefined;
  const isUnseen = value.kind === "external" ? /^[.@~#$]/.test(value.source) : value.kind === "unknown";
  if (!isUnseen) return undefined;
  const name = unknown(
    spanOf(site.module, node),
    `"${client}.${method}" is generated, and its file is not among those that are read`,
  );
  return rearranged({
    preset: "own",
    shapes: [{ method: "track", name: [0], properties: [1] }],
    args: [name, ...args()],
    doubt: `what "${client}" is can't be seen here`,
    origin,
  });
}

/** A call in such a client that hands an event to where it goes: `destination.logEvent("Song Played", {})`. */
export function isDelivery(callee: Expression, args: readonly Value[], { module }: Site): boolean {
  const node = bare(callee);
  const method = node.type === "MemberExpression" ? keyName(node.property, node.computed) : undefined;
  return (
    (method === "logEvent" || method === "track") &&
    args[0] !== undefined &&
    plainText(args[0]) !== undefined &&
    isTypedClient(module)
  );
}
