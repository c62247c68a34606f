// What a spread brings into a list: `[...(isOpen ? [swap] : []), ...more]`.
import type { Linker } from "./linker.js";
import { memberOf } from "./members.js";
import { eitherOf, type Lazy, type Value } from "./values.js";

/** The elements that may come in, whether those are all that do, and whether they show what each is. */
export type Spread = { readonly items: readonly Lazy[]; readonly complete: boolean; readonly every: boolean };

/** How many of the arguments of a function are asked for that hands on all of them: of a command, what it is about. */
const fewArguments = 4;

/** `isTail` where other elements stand before it and none behind: `push(["trackEvent", ...args])`. */
export function spreadList(linker: Linker, value: Value, isTail = false): Spread {
  switch (value.kind) {
    case "parameter": {
      // Of what a function takes all of, each argument has its place; where there are fewer, those are nothing.
      if (!isTail || value.index >= 0) return unknownList;
      const items = Array.from(
        { length: fewArguments },
        (_, index) => () => memberOf(linker, value, String(index)),
      );
      return { items, complete: false, every: false };
    }
    case "array":
      return { items: value.items, complete: value.complete, every: value.every === true };
    case "choice":
      return spreadList(linker, eitherOf(value));
    case "union": {
      // One of several lists, or none: which elements come in is open, and what they are is not.
      const lists = value.members.flatMap((one) => (isNothing(one) ? [] : [spreadList(linker, one)]));
      return {
        items: lists.flatMap(({ items }) => items),
        complete: false,
        every: lists.every((one) => one.complete || one.every),
      };
    }
    default:
      return unknownList;
  }
}

const unknownList: Spread = { items: [], complete: false, every: false };

/** What brings nothing, as `isOpen && [swap]` may. */
function isNothing({ kind }: Value): boolean {
  return kind === "undefined" || kind === "null" || kind === "boolean";
}
