// Lists that one function fills and another one empties: `this.waiting.push(event)` and `this.waiting.splice(0)`.
import type { Argument } from "oxc-parser";
import type { Placed } from "../syntax/scopes.js";
import { lazily } from "./lazily.js";
import type { Linker } from "./linker.js";
import type { Module } from "./module.js";
import { spreadList } from "./spread-lists.js";
import type { Lazy, Value } from "./values.js";

/** A list with what is put into it elsewhere; undefined where that may be anything. */
export function filled(
  linker: Linker,
  module: Module,
  lists: readonly Value[],
  pushed: readonly Placed<Argument>[],
): Value | undefined {
  const items: Lazy[] = [];
  for (const list of lists) {
    if (list.kind !== "array" || !(list.complete || list.every === true)) return undefined;
    items.push(...list.items);
  }
  for (const { node, scope } of pushed) {
    if (node.type === "SpreadElement") {
      const more = spreadList(linker, linker.evaluate(node.argument, { module, scope }));
      if (!more.complete && !more.every) return undefined;
      items.push(...more.items);
    } else items.push(lazily(() => linker.evaluate(node, { module, scope })));
  }
  const [first] = lists;
  return first === undefined
    ? undefined
    : { kind: "array", span: first.span, items, complete: false, every: true };
}
