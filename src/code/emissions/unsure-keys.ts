// Keys that are put into a payload under a condition: whether what is given has them.
import { isEither, isUndecided } from "../values/conditions.js";
import { byType, settle } from "../values/language/types.js";
import type { Linker } from "../values/linker.js";
import { ownersOf } from "../values/owners.js";
import { type Member, unionOf, type Value } from "../values/values.js";

type Property = Extract<Member, { kind: "property" }>;

/** Whether a key is put in for some of what is given, and for the rest of it not. */
export function mayLack(linker: Linker, member: Property): boolean {
  if (member.isOnly !== true) return false;
  const guards = member.guards?.() ?? [];
  // What no caller decides may be so or not.
  if (guards.length === 0) return member.isMaybe === true;
  return isEither(guards.map((guard) => ({ ...guard, value: withTypes(linker, guard.value) })));
}

/**
 * Whether a key is put in under a condition on what a caller gives, of which this one doesn't show whether it gives it:
 * the function sends other events, too.
 */
export function isUnsure(member: Property): boolean {
  const guards = member.guards?.() ?? [];
  return guards.some(
    (guard) =>
      isUndecided(guard) && ![...ownersOf(guard.value)].some((owner) => guard.owners?.has(owner) === true),
  );
}

/** A value with what its types say, as far as those are known. */
function withTypes(linker: Linker, value: Value): Value {
  if (value.kind === "union")
    return unionOf(
      value.span,
      value.members.map((member) => withTypes(linker, member)),
    );
  if (value.kind === "typed") return settle(linker, value);
  const typed = value.kind === "parameter" ? byType(linker, value) : undefined;
  return typed === undefined || typed.kind === "parameter" ? value : withTypes(linker, typed);
}
