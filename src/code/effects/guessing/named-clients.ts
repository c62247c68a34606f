// Clients that libraries are known by under one name wherever they are handed in: a `dataLayer` that a constructor is
// given, the `$gtm` and `$ga` of Vue's plugins, a `gtag` out of a file that is not there.
import type { Expression } from "oxc-parser";
import { classicPackages, dataLayer, googlePackages, googleTag } from "../../presets/google.js";
import type { Preset } from "../../presets/preset.js";
import { matomo } from "../../presets/smaller.js";
import { bare, keyName, tailName } from "../../syntax/syntax.js";
import type { Value } from "../../values/values.js";
import type { Effect } from "../effects.js";

/** By the name of what a method is called on. */
const receivers: ReadonlyMap<string, readonly Preset[]> = new Map([
  ["dataLayer", [dataLayer]],
  ["$gtm", [dataLayer, googlePackages]],
  ["$gtag", [googleTag]],
  ["$ga", [classicPackages]],
  ["$matomo", [matomo]],
  ["_paq", [matomo]],
]);
/** By the name of a function. */
const functions: ReadonlyMap<string, Preset> = new Map([
  ["gtag", googleTag],
  ["$gtag", googleTag],
]);

/** What a callee's name says that it is; undefined where it is none of these. */
export function namedPreset(
  callee: Expression,
): { readonly preset: Preset; readonly method: string } | undefined {
  const node = bare(callee);
  const name = tailName(node);
  if (name === undefined) return undefined;
  if (node.type === "MemberExpression" && node.object.type !== "Super") {
    const object = bare(node.object);
    const client = object.type === "CallExpression" ? undefined : tailName(object);
    const method = keyName(node.property, node.computed);
    const preset = receivers.get(client ?? "")?.find(({ methods }) => methods.has(method ?? ""));
    if (preset !== undefined && method !== undefined) return { preset, method };
  }
  const own = functions.get(name);
  return own === undefined ? undefined : { preset: own, method: "gtag" };
}

/** What a call on such a client sends. */
export function namedEffect(
  callee: Expression,
  args: () => readonly Value[],
  origin: string,
): Effect | undefined {
  const named = namedPreset(callee);
  const shapes = named?.preset.methods.get(named.method);
  if (named === undefined || shapes === undefined) return undefined;
  return {
    preset: named.preset.id,
    shapes,
    args: args(),
    typed: false,
    doubt: `what "${tailName(namedBy(callee)) ?? named.method}" is can't be seen here`,
    via: undefined,
    origin,
    requires: [],
  };
}

function namedBy(callee: Expression): Expression {
  const node = bare(callee);
  return node.type === "MemberExpression" &&
    node.object.type !== "Super" &&
    receivers.has(tailName(node.object) ?? "")
    ? node.object
    : node;
}
