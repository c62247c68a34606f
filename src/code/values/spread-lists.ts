// What a spread brings into a list: `[...(isOpen ? [swap] : []), ...more]`.
import { eitherOf, type Lazy, type Value } from "./values.js";

/** The elements that may come in, whether those are all that do, and whether they show what each is. */
export type Spread = { readonly items: readonly Lazy[]; readonly complete: boolean; readonly every: boolean };

export function spreadList(value: Value): Spread {
  switch (value.kind) {
    case "array":
      return { items: value.items, complete: value.complete, every: value.every === true };
    // Whatever a function is given in it is an element.
    case "parameter":
      return { items: [() => ({ ...value, path: [...value.path, "*"] })], complete: false, every: true };
    case "choice":
      return spreadList(eitherOf(value));
    case "union": {
      // One of several lists, or none: which elements come in is open, and what they are is not.
      const lists = value.members.flatMap((one) => (isNothing(one) ? [] : [spreadList(one)]));
      return {
        items: lists.flatMap(({ items }) => items),
        complete: false,
        every: lists.every((one) => one.complete || one.every),
      };
    }
    default:
      return { items: [], complete: false, every: false };
  }
}

/** What brings nothing, as `isOpen && [swap]` may. */
function isNothing({ kind }: Value): boolean {
  return kind === "undefined" || kind === "null" || kind === "boolean";
}
