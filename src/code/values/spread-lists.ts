// What a spread brings into a list: `[...(isOpen ? [swap] : []), ...more]`.
import type { Linker } from "./linker.js";
import { elementOf, memberOf } from "./members.js";
import { eitherOf, type Lazy, type Member, type Value } from "./values.js";

/** The elements that may come in, whether those are all that do, and whether they show what each is. */
export type Spread = { readonly items: readonly Lazy[]; readonly complete: boolean; readonly every: boolean };

/** How many of the arguments of a function are asked for that hands on all of them: of a command, what it is about. */
const fewArguments = 4;

/** `isTail` where other elements stand before it and none behind: `push(["trackEvent", ...args])`. */
export function spreadList(linker: Linker, value: Value, isTail = false): Spread {
  switch (value.kind) {
    case "parameter": {
      // Of what a function takes all of, each argument has its place; where there are fewer, those are nothing.
      // Elsewhere each is an element, as are those of a list that it is given.
      if (!isTail || value.index >= 0)
        return { items: [() => elementOf(linker, value)], complete: false, every: true };
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

/** How many elements a list has that is one of several of the same length: `EVENTS[name]`, `isOpen ? opened : closed`. */
export function sizeOf(value: Value, depth = 0): number | undefined {
  switch (value.kind) {
    case "array":
      return value.complete && value.items.length <= most ? value.items.length : undefined;
    case "choice":
      return sameSize([value.yes, value.no], depth);
    case "union":
      return sameSize(value.members, depth);
    case "lookup":
      return value.object.kind === "object" ? sameSize(held(value.object.members), depth) : undefined;
    default:
      return undefined;
  }
}

/** No longer list is written out to be an event. */
const most = 8;

function sameSize(values: readonly (Value | undefined)[], depth: number): number | undefined {
  if (depth > 4) return undefined;
  const sizes = values.map((one) => (one === undefined ? undefined : sizeOf(one, depth + 1)));
  const [size] = sizes;
  return sizes.every((one) => one === size) ? size : undefined;
}

/** What stands in a table, and in those that are spread into it. */
function held(members: readonly Member[]): readonly (Value | undefined)[] {
  return members.flatMap((member): readonly (Value | undefined)[] => {
    const value = member.value?.();
    if (member.kind !== "spread") return [value];
    return value?.kind === "object" ? held(value.members) : [undefined];
  });
}
