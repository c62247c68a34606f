// Calls that are given what types alone show.
import type { Placed } from "../syntax/scopes.js";
import { calledBy } from "../syntax/syntax.js";
import { argumentValues } from "../values/call-values.js";
import type { Linker } from "../values/linker.js";
import type { Module } from "../values/module.js";
import type { Value } from "../values/values.js";

/** Whether a type alone says what a call is given. */
export function givesTyped(linker: Linker, module: Module, { node, scope }: Placed): boolean {
  if (node.type !== "CallExpression") return false;
  return argumentValues(linker, calledBy(node).arguments, { module, scope }).some(isTyped);
}

function isTyped(value: Value): boolean {
  if (value.kind === "union") return value.members.some(isTyped);
  return value.kind === "typed" || (value.kind === "class" && value.instance && value.given.size === 0);
}
