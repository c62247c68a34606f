// Calls of parameters: what they do is known where the function is called that has the parameter.
import type { Expression } from "oxc-parser";
import type { Effect } from "../effects/effects.js";
import type { Placed } from "../syntax/scopes.js";
import { tailName } from "../syntax/syntax.js";
import { byType } from "../values/language/types.js";
import type { Linker } from "../values/linker.js";
import type { Module } from "../values/module.js";
import { ownersOf } from "../values/owners.js";
import type { ParameterValue, Value } from "../values/values.js";
import { holderOf } from "./holders.js";
import type { Found } from "./sites.js";

/** Whether a parameter may be handed an emitter: it is called like one, and no type says what it is. */
export function isCallback(linker: Linker, callee: ParameterValue, written: Expression): boolean {
  if (!callbackName.test(tailName(written) ?? "")) return false;
  const typed = byType(linker, callee);
  return typed === undefined || (typed.kind !== "function" && typed.kind !== "external");
}

/** Parameters that may be handed an emitter: `onTrack`, `trackFn`, `logEvent`. */
const callbackName = /track|analytics|telemetry|capture|metric|(?:log|send|report|emit|record)\w*event/i;

/** A call of a parameter: what it does is known where the function is called that has the parameter. */
export function deferred(
  module: Module,
  placed: Placed,
  callee: Value,
  args: readonly Value[],
  origin: string,
): Found {
  const effect: Effect = {
    preset: "",
    shapes: [],
    args,
    callee,
    at: { module, placed },
    typed: false,
    doubt: undefined,
    via: undefined,
    origin,
    requires: [],
  };
  const owners = new Set([callee, ...args.slice(0, 1)].flatMap((value) => [...ownersOf(value)]));
  return { emission: undefined, effect, through: [], ...holderOf(module, placed, owners) };
}
