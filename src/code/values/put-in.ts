// Puts into a value what the code puts into it after it was made; where a caller gives it, once that is known.

import { settle } from "./language/types.js";
import type { Linker } from "./linker.js";
import { restOf } from "./members.js";
import { type Change, type Member, type ObjectValue, unionOf, unknown, type Value } from "./values.js";

/** A change that nobody follows: what object it is, is not known any more. */
export const anything: Change = { members: [], removed: new Set(), isOther: true };

/** The value with what is put into it; what is no object stays as it is. */
export function withMembers(linker: Linker, value: Value, change: Change): Value {
  if (change.isOther === true && value.kind === "object") return unknown(value.span, "it is assigned again");
  const within = (one: Value): Value => withMembers(linker, one, change);
  switch (value.kind) {
    case "object":
      return changed(linker, value, change);
    case "parameter":
      return { ...value, changed: [...(value.changed ?? []), { at: value.path.length, change }] };
    case "union":
      return unionOf(value.span, value.members.map(within));
    case "choice":
      return { ...value, yes: within(value.yes), no: within(value.no) };
    case "fallback":
      return { ...value, left: within(value.left), right: within(value.right) };
    case "typed": {
      const settled = settle(linker, value);
      return settled.kind === "object" ? changed(linker, settled, change) : value;
    }
    default:
      return value;
  }
}

function changed(linker: Linker, value: ObjectValue, { members, removed }: Change): ObjectValue {
  if (removed.size === 0) return { ...value, members: [...value.members, ...members] };
  const left = restOf(linker, value, { without: [...removed] });
  // When it is taken out nobody follows.
  const before: readonly Member[] = [
    { kind: "computed", later: true },
    ...(left.kind === "object" ? left.members : []),
  ];
  return { ...value, members: [...before, ...members] };
}
