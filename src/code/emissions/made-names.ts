// Names that are made of what a function is given in a way that is not followed: `capture(slug(name))`. Who calls that
// function says which event it is, though nobody knows how it is called in the end.
import type { Effect } from "../effects/effects.js";
import type { Placed } from "../syntax/scopes.js";
import { byType } from "../values/language/types.js";
import type { Linker } from "../values/linker.js";
import { isWrittenOut, madePartsOf, makersOf } from "../values/made-of.js";
import type { Module } from "../values/module.js";
import { ownersOf } from "../values/owners.js";
import type { ParameterValue, Value } from "../values/values.js";
import type { Found } from "./found.js";
import { holderOf } from "./holders.js";

/** The function whose callers have a say in a name, and what it does for them; undefined where nobody has. */
export function madeName(
  linker: Linker,
  module: Module,
  placed: Placed,
  effect: Effect,
  name: Value | undefined,
): (Pick<Found, "owner" | "requires"> & { readonly effect: Effect }) | undefined {
  if (name === undefined || effect.doubt !== undefined) return undefined;
  const owners = new Set(makersOf(name).flatMap((one) => (saysWhich(linker, one) ? [one.owner] : [])));
  if (owners.size === 0) return undefined;
  const holder = holderOf(module, placed, owners);
  return holder.owner === undefined ? undefined : { ...holder, effect: { ...effect, isMade: true } };
}

/** Whether a call that has a say in a name writes out what decides it: `trackStep(Step.Paid)`, but not `trackStep(step)`. */
export function saysOut(name: Value | undefined): boolean {
  return name !== undefined && madePartsOf(name).some((one) => ownersOf(one).size === 0 && isWrittenOut(one));
}

/** What a parameter is called that tells one event from another. */
const telling =
  /(?:^|[a-z_$])(?:code|kind|type|key|name|id|label|action|event|step|status|state|stage|topic|title|slug|what|which|feature|screen|page|route|mode|method|category|source|tab|trigger|value|text|string|message)s?$|^_?(?:[a-z]|str|evt|ev|msg)$/i;

/** Whether a parameter is one that tells what happened: a text or a number, as its type has it, or as it is called. */
function saysWhich(linker: Linker, one: ParameterValue): boolean {
  if (one.path.length > 1) return false;
  const typed = byType(linker, one);
  if (typed !== undefined && typed.kind !== "parameter" && typed.kind !== "unknown" && typed.kind !== "typed")
    return isPlain(typed);
  const key = one.path.at(-1);
  return telling.test(typeof key === "string" ? key : one.name);
}

function isPlain(value: Value): boolean {
  switch (value.kind) {
    case "union":
      return value.members.some(isPlain);
    case "string":
    case "text":
    case "template":
    case "number":
      return true;
    case "object":
      return value.isEnum === true;
    default:
      return false;
  }
}
