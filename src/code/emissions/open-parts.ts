// What of an event is left to the callers of the function that sends it: parts of its payload, and whom it is about.
import { type Effect, partOf } from "../effects/effects.js";
import type { CallShape } from "../presets/preset.js";
import type { Placed } from "../syntax/scopes.js";
import { byType } from "../values/language/types.js";
import { isOfKinds } from "../values/language/written-kinds.js";
import type { Linker } from "../values/linker.js";
import type { Module } from "../values/module.js";
import type { ParameterValue, Value } from "../values/values.js";
import { asText } from "./call-places.js";
import type { Found } from "./found.js";
import { holderOf } from "./holders.js";
import type { shapesOf } from "./told-calls.js";

const deepest = 4;
/** So many values of one call are looked at. */
const mostSteps = 200;

/** The function around a call whose callers decide something of what the call sends, besides its name. */
export function openPart(
  linker: Linker,
  module: Module,
  placed: Placed,
  effect: Effect,
  { shape, args }: ReturnType<typeof shapesOf>[number],
): Pick<Found, "owner" | "requires"> {
  const none = { owner: undefined, requires: [] };
  if (effect.isLater === true || effect.isHanded === true) return none;
  const holder = holderOf(module, placed, openTo(linker, shape, args, effect.sentBy !== undefined));
  return holder.requires.length > 0 ? none : holder;
}

/**
 * The functions whose parameters decide something of an event that types don't hold callers to: what is not typed, or
 * is any text where the plan may name a few. Further out it is the payload alone: whom events are about goes through all
 * of an application.
 */
function openTo(
  linker: Linker,
  { properties, identities = [], eventId, timestamp }: CallShape,
  args: readonly Value[],
  isOuter: boolean,
): ReadonlySet<string> {
  const owners = new Set<string>();
  let steps = 0;
  const visit = (value: Value, depth: number): void => {
    if (depth > deepest || ++steps > mostSteps) return;
    switch (value.kind) {
      case "parameter":
        if (isOpen(linker, value)) owners.add(value.owner);
        return;
      case "union":
        for (const member of value.members) visit(member, depth + 1);
        return;
      case "choice":
        visit(value.yes, depth + 1);
        visit(value.no, depth + 1);
        return;
      case "fallback":
        visit(value.left, depth + 1);
        visit(value.right, depth + 1);
        return;
      case "object":
        for (const member of value.members) if (member.kind !== "computed") visit(member.value(), depth + 1);
        return;
    }
  };
  for (const path of [
    properties,
    ...(isOuter ? [] : [...identities.map(({ at }) => at), eventId, timestamp]),
  ]) {
    const part = path === undefined ? undefined : partOf(linker, args, path);
    // Whom it is about is as wrong when it is made a text first.
    if (part !== undefined) visit(path === properties ? part : asText(part), 0);
  }
  return owners;
}

/** Whether callers may give what the plan says is wrong, and no type keeps them from it. */
function isOpen(linker: Linker, value: ParameterValue): boolean {
  const steps = value.path.length;
  // What is deeper in what is given, such as `event.target.value`, comes from elsewhere.
  if (steps > 1) return false;
  const typed = byType(linker, value);
  return typed === undefined || isOfKinds(typed) || isVague(typed, steps);
}

function isVague(value: Value, depth: number): boolean {
  switch (value.kind) {
    case "unknown":
    case "typed":
    case "parameter":
    case "external":
      return true;
    case "text":
      return depth < 2;
    case "union":
      return value.members.some((member) => isVague(member, depth));
    case "object":
      return value.members.some(
        (member) => member.kind !== "property" || (depth < 1 && isVague(member.value(), depth + 1)),
      );
    default:
      return false;
  }
}
