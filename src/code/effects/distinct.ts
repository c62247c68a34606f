// What several callees come to, told once.
import { unionOf, type Value } from "../values/values.js";
import type { Effect } from "./effects.js";

/** Every value once: one function may be come to by several ways. */
export function each(members: readonly Value[]): readonly Value[] {
  return members.filter((one, index) => !members.slice(0, index).some((before) => isSame(before, one)));
}

function isSame(a: Value, b: Value): boolean {
  if (a.kind !== "function" || b.kind !== "function" || a.fn !== b.fn || a.given.size !== b.given.size)
    return false;
  return [...a.given].every(([owner, values]) => {
    const others = b.given.get(owner);
    return (
      others !== undefined &&
      others.length === values.length &&
      values.every((value, index) => value === others[index])
    );
  });
}

/** One effect where several callees have the same: its arguments may be any of theirs. */
export function distinct(effects: readonly Effect[]): readonly Effect[] {
  const merged = new Map<string, Effect>();
  for (const effect of effects) {
    const key = `${effect.origin}\0${effect.preset}\0${effect.root ?? ""}`;
    const before = merged.get(key);
    merged.set(
      key,
      before === undefined
        ? effect
        : {
            ...before,
            guards: [],
            refused: before.refused === true && effect.refused === true,
            args: before.args.map((arg, index) => mergedArgument(arg, effect.args[index])),
          },
    );
  }
  return [...merged.values()];
}

function mergedArgument(a: Value, b: Value | undefined): Value {
  return b === undefined || a === b ? a : unionOf(a.span, [a, b]);
}
