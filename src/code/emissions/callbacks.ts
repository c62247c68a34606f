// Calls of parameters: what they do is known where the function is called that has the parameter.
import type { Expression } from "oxc-parser";
import { fileName } from "../effects/callee-names.js";
import type { Effect } from "../effects/effects.js";
import { untyped } from "../effects/handed-props.js";
import { subscribing } from "../effects/messages/subscribers.js";
import type { Placed, Scope } from "../syntax/scopes.js";
import { tailName } from "../syntax/syntax.js";
import { byType } from "../values/language/types.js";
import type { Linker } from "../values/linker.js";
import type { Module } from "../values/module.js";
import { ownersOf } from "../values/owners.js";
import { idOf, type ParameterValue, type Value } from "../values/values.js";
import type { Found } from "./found.js";
import { holderOf } from "./holders.js";

/**
 * The parameter that a call calls, where it may be handed an emitter: it is called like one, or one is handed to what has
 * it under that key, and no type says what it is.
 */
export function callbackIn(
  linker: Linker,
  value: Value,
  written: Expression,
  module: Module,
  args: () => readonly Value[],
  handedUnder: (key: string) => readonly string[],
): { readonly callee: ParameterValue; readonly isHanded: boolean } | undefined {
  const callee = parameterIn(value);
  if (callee === undefined) return undefined;
  // What stands in for it where nothing is handed in does nothing that is known.
  const isIt = value === callee || (value.kind === "fallback" && value.left === callee);
  const isCalledSo = isIt && callbackName.test(tailName(written) ?? "");
  const isHanded =
    !isCalledSo &&
    isHandedTo(callee, module, handedUnder) &&
    args()
      .slice(0, 2)
      .some((one) => mayName(linker, one));
  if (!isCalledSo && !isHanded) return undefined;
  const typed = byType(linker, callee);
  // A parameter of types says nothing of what it stands for.
  const isOpen = typed === undefined || (isHanded && typed.kind === "external" && typed.source === "");
  return isOpen || (typed.kind !== "function" && typed.kind !== "external")
    ? { callee, isHanded }
    : undefined;
}

/**
 * The parameters that a call calls a method of, where functions keep what they are given for them:
 * `add(sink) { this.sinks.push(sink) }` and `this.sinks.forEach((sink) => sink.send(name))`.
 */
export function keptIn(
  linker: Linker,
  value: Value,
  { scope }: Placed,
  module: Module,
  args: () => readonly Value[],
): readonly ParameterValue[] {
  const members = value.kind === "union" ? value.members : [value];
  const kept = members
    .filter((one) => one.kind === "parameter")
    .filter(
      ({ owner, ownerName, path, type }) =>
        subscribing.test(ownerName) &&
        // What a function does no type says; what has methods may be known by it.
        (path.every((step) => typeof step === "object" || step === "*")
          ? args().slice(0, 1).some(isTold)
          : isUntyped(type)) &&
        !isAround(module, scope, owner),
    );
  return kept.length > 0 &&
    args()
      .slice(0, 2)
      .some((one) => mayName(linker, one))
    ? kept
    : [];
}

/** Whether a value is what people call an event, where all sorts of things are told: a state, an error. */
function isTold(value: Value): boolean {
  if (value.kind === "object" || value.kind === "string" || value.kind === "template") return true;
  return value.kind === "parameter" && /name|event|action|type|entry|payload/i.test(value.name);
}

function isUntyped(type: ParameterValue["type"]): boolean {
  return type === undefined || type.node.type === "TSAnyKeyword" || type.node.type === "TSUnknownKeyword";
}

function isAround(module: Module, scope: Scope, owner: string): boolean {
  for (let at: Scope | undefined = scope; at !== undefined; at = at.parent)
    if (at.fn !== undefined && idOf(module, at.fn) === owner) return true;
  return false;
}

/**
 * A call of a parameter whose name is put together from what a function inside is given, too: what is called says who
 * hands it in, whoever calls the function inside.
 */
export function handedOut(found: Found, callee: ParameterValue): readonly Found[] {
  const [name] = found.effect.args;
  const isInside = found.owner !== undefined && found.owner !== callee.owner && found.requires.length === 0;
  return isInside && (name?.kind === "template" || name?.kind === "parameter")
    ? [found, keptFor(found, callee)]
    : [found];
}

/** A call of what a function keeps: what it does is known where that is called. */
export function keptFor(found: Found, callee: ParameterValue): Found {
  const effect: Effect = { ...found.effect, callee, isKept: true };
  return { ...found, effect, owner: callee.owner, requires: [] };
}

/** The parameter that a value is, unless something stands in for it. */
function parameterIn(value: Value): ParameterValue | undefined {
  switch (value.kind) {
    case "parameter":
      return value;
    case "fallback":
      return parameterIn(value.left);
    case "choice":
      return parameterIn(value.yes) ?? parameterIn(value.no);
    case "union":
      return value.members.map(parameterIn).find((one) => one !== undefined);
    default:
      return undefined;
  }
}

/** Whether functions are handed to what a module declares under the key of a parameter. */
function isHandedTo(
  { path, name, ownerName, type }: ParameterValue,
  module: Module,
  handedUnder: (key: string) => readonly string[],
): boolean {
  const key = path.findLast((step) => typeof step === "string") ?? name;
  const beside = handedUnder(key);
  return beside.some(
    (one) =>
      one === "" ||
      (one === untyped && path.length > 0 && (type === undefined || type.node.type === "TSAnyKeyword")) ||
      one === ownerName ||
      module.scopes.top.values.has(one) ||
      module.exports.named.has(one) ||
      one === fileName(module.path),
  );
}

/** Whether an argument may say a name, or hold one: a text that is written out, or what a function around the call is given. */
function mayName(linker: Linker, value: Value, depth = 0): boolean {
  const within = (one: Value): boolean => mayName(linker, one, depth);
  switch (value.kind) {
    case "string":
      return value.value !== "";
    case "template":
      return value.parts.some((part) => typeof part === "string");
    case "parameter": {
      // All that a function is given is handed on as it is: `fn(...args)`.
      if (value.path.filter((step) => typeof step !== "object").length > 1 || happening.test(value.name))
        return false;
      const typed = byType(linker, value);
      return typed === undefined || isText(typed);
    }
    case "union":
      return value.members.some(within);
    case "choice":
      return within(value.yes) || within(value.no);
    case "fallback":
      return within(value.left) || within(value.right);
    case "lookup":
      return value.object.kind === "object";
    case "object":
      return (
        depth === 0 &&
        value.members.some(
          (member) =>
            (member.kind === "property" && mayName(linker, member.value(), 1)) ||
            // What somebody is given is handed on with more beside it.
            (member.kind === "spread" && member.value().kind === "parameter"),
        )
      );
    default:
      return false;
  }
}

function isText(value: Value): boolean {
  return value.kind === "union"
    ? value.members.some(isText)
    : value.kind === "string" || value.kind === "text";
}

/** What pages hand to their handlers is called so, where no type says more. */
const happening = /^(?:_|e|ev|evt|event|err|error)$/;

/** Parameters that may be handed an emitter: `onTrack`, `trackFn`, `logEvent`. */
const callbackName = /track|analytics|telemetry|capture|metric|(?:log|send|report|emit|record)\w*event/i;

/** A call of a parameter: what it does is known where the function is called that has the parameter. */
export function deferred(
  module: Module,
  placed: Placed,
  { callee, isHanded }: { readonly callee: Value; readonly isHanded: boolean },
  args: readonly Value[],
  origin: string,
): Found {
  const effect: Effect = {
    preset: "",
    shapes: [],
    args,
    callee,
    at: { module, placed },
    ...(isHanded && { isHanded }),
    typed: false,
    doubt: undefined,
    via: undefined,
    origin,
    requires: [],
  };
  const owners = new Set([callee, ...args.slice(0, 1)].flatMap((value) => [...ownersOf(value)]));
  return { emission: undefined, effect, through: [], ...holderOf(module, placed, owners) };
}
