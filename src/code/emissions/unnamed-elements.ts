// Elements of components that send an event where they are given its name: `{...item}` may hold it, or not.
import type { JSXAttributeItem, Node } from "oxc-parser";
import type { Effect } from "../effects/effects.js";
import type { Emission } from "../emission.js";
import type { Placed } from "../syntax/scopes.js";
import { isUndecided } from "../values/conditions.js";
import { evaluate } from "../values/evaluate.js";
import type { Linker } from "../values/linker.js";
import type { Module } from "../values/module.js";
import type { Value } from "../values/values.js";
import { isNamed } from "./told-calls.js";

/** Why an element may send nothing that is not seen to be given a name. */
export const unnamedDoubt = "nothing shows that it is given a name, and without one it sends nothing";

/** Whether an element is not seen to be given what its component asks for before it sends anything. */
export function mayBeUnnamed(
  linker: Linker,
  module: Module,
  { node, scope }: Placed,
  { via, doubt, guards = [] }: Effect,
  emission: Emission,
): boolean {
  if (node.type !== "JSXOpeningElement" || via === undefined || doubt !== undefined) return false;
  if (emission.method !== "track" || isNamed(emission)) return false;
  // Who writes a prop out means to give it something; what stands deeper in it may be there or not.
  const isWritten = (asked: Value): boolean =>
    node.attributes.flatMap(expressionOf).some((one) => {
      const { start, end } = asked.span;
      if (start < one.start || one.end < end || one.type === "ObjectExpression") return false;
      const given = evaluate(linker, one, { module, scope });
      return (
        asked.kind !== "parameter" || given.kind !== asked.kind || given.path.length === asked.path.length
      );
    });
  return guards.some((guard) => isUndecided(guard) && !isWritten(guard.value));
}

function expressionOf(one: JSXAttributeItem): readonly Node[] {
  if (one.type !== "JSXAttribute" || one.value?.type !== "JSXExpressionContainer") return [];
  return [one.value.expression];
}
