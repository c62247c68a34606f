// The effects that functions hand on to their callers. One that an earlier scan found is worked out when somebody asks
// for more of it than tells it from others.
import type { Effect } from "../effects/effects.js";
import { holderName } from "../effects/reach.js";
import type { Placed, Scope } from "../syntax/scopes.js";
import { guardsOf } from "../values/guards.js";
import type { Linker } from "../values/linker.js";
import type { Module } from "../values/module.js";
import { idOf } from "../values/values.js";
import type { Found } from "./found.js";

export type Handed = {
  /** Tells it from all others, of earlier scans, too. */
  readonly id: string;
  /** The call that has it, and the calls inside that, down to the library's. */
  readonly origin: string;
  readonly root: string;
  readonly preset: string;
  readonly effect: () => Effect;
};

/** The effect that a call's owner has of it. */
export function handedOn(
  linker: Linker,
  module: Module,
  placed: Placed,
  { effect, requires, heldAt = { module, placed } }: Found,
  owner: string,
): Effect & { readonly root: string } {
  const id = idOf(module, placed.node);
  const isOwn = effect.origin === id && effect.root === undefined;
  return {
    ...effect,
    origin: id,
    root: isOwn ? "" : `${effect.origin}\0${effect.root ?? ""}`,
    requires,
    guards: [...(effect.guards ?? []), ...guardsOf(linker, heldAt.module, owner, heldAt.placed)],
    ...(isLater(heldAt.module, owner, heldAt.placed) && { isLater: true }),
    via: effect.callee === undefined ? holderName(linker, owner) : undefined,
  };
}

/** Whether a call stands in a function inside its owner that is handed to no call: to an element, or under a name. */
function isLater(module: Module, owner: string, { scope }: Placed): boolean {
  for (let at: Scope | undefined = scope; at !== undefined; at = at.parent) {
    const { fn } = at;
    if (fn === undefined) continue;
    if (idOf(module, fn) === owner) return false;
    if (!module.scopes.handed.has(fn) && !module.scopes.invoked.has(fn)) return true;
  }
  return false;
}

/** How many calls of one library are followed that one call of a wrapper comes to. */
const mostOfACall = 12;

/** Keeps an effect of a function; false where the function is known to have it. */
export function hold(known: Map<string, Handed[]>, owner: string, handed: Handed): boolean {
  const { origin, root, preset } = handed;
  const effects = known.get(owner) ?? [];
  if (root.split("\0").includes(origin)) return false;
  const same = effects.filter((one) => one.origin === origin && one.preset === preset);
  // Of what one call comes to, each has conditions of its own.
  if (same.length >= mostOfACall || same.some((one) => one.root === root)) return false;
  effects.push(handed);
  known.set(owner, effects);
  return true;
}

/** Thrown where what an earlier scan found does not fit together: then everything is looked at again. */
export class Astray extends Error {}
