// Functions that are called with the elements of a list, or the values of an object, one after the other.
import type { CallExpression } from "oxc-parser";
import type { Handed } from "../syntax/scopes.js";
import { tailName } from "../syntax/syntax.js";
import type { Linker } from "./linker.js";
import { elementOf } from "./members.js";
import type { Module } from "./module.js";
import type { Value } from "./values.js";

/** Methods of lists, by which of its arguments their function is given the element as. */
const overElements: ReadonlyMap<string, number> = new Map([
  ...["map", "forEach", "filter", "find", "findLast", "some", "every", "flatMap", "sort"].map(
    (name) => [name, 0] as const,
  ),
  ...["reduce", "reduceRight"].map((name) => [name, 1] as const),
]);

/** Functions of libraries that take the list or the object first. */
const overFirst: ReadonlyMap<string, number> = new Map([
  ...overElements,
  ...["each", "mapValues", "forOwn", "forIn", "mapKeys", "forEachObj"].map((name) => [name, 0] as const),
]);
const libraries = /^(?:lodash|underscore|es-toolkit|radash|radashi|remeda)\b/;

/** What a function that a call is handed is given for a parameter; undefined where it is no element of anything. */
export function elementGiven(
  linker: Linker,
  module: Module,
  { call: { node, scope }, index }: Handed,
  at: number,
): Value | undefined {
  if (node.type !== "CallExpression") return undefined;
  const list =
    index === 0
      ? listCalled(node, at)
      : index === 1
        ? listFirst(linker, module, { node, scope }, at)
        : undefined;
  if (list === undefined) return undefined;
  const value = linker.evaluate(list, { module, scope });
  return value.kind === "unknown" || value.kind === "typed" ? undefined : elementOf(linker, value);
}

function listCalled({ callee }: CallExpression, at: number) {
  return callee.type === "MemberExpression" &&
    callee.object.type !== "Super" &&
    overElements.get(tailName(callee) ?? "") === at
    ? callee.object
    : undefined;
}

function listFirst(
  linker: Linker,
  module: Module,
  { node, scope }: { readonly node: CallExpression; readonly scope: Handed["call"]["scope"] },
  at: number,
) {
  const [first] = node.arguments;
  if (
    first === undefined ||
    first.type === "SpreadElement" ||
    overFirst.get(tailName(node.callee) ?? "") !== at
  )
    return undefined;
  const callee = linker.evaluate(node.callee, { module, scope });
  if (callee.kind !== "external") return undefined;
  return libraries.test(callee.source) || (callee.source === "" && callee.path[0] === "_")
    ? first
    : undefined;
}
