// What a function gives back, by which of its returns a call comes to: `if (typeof a === "string") return b; return c;`.
import type { Node } from "oxc-parser";
import { isClient } from "../presets/index.js";
import { conditionsAround, wayTo } from "../syntax/conditions-around.js";
import type { Placed } from "../syntax/scopes.js";
import type { FunctionNode } from "../syntax/syntax.js";
import { decided } from "./decided.js";
import { evaluate } from "./evaluate.js";
import type { Linker } from "./linker.js";
import type { Module } from "./module.js";
import { switchedBy } from "./switched.js";
import { type FunctionValue, unionOf, unknown, type Value } from "./values.js";

/** What a function gives back where nothing is given for its parameters. */
export function returnedBy(
  linker: Linker,
  callee: FunctionValue,
  returns: readonly Placed[],
  span: Value["span"],
): Value {
  const { fn, site } = callee;
  const { module } = site;
  const switched = returns.length > 1 ? switchedBy(linker, callee, span) : undefined;
  if (switched !== undefined) return switched;
  const values = fn.generator
    ? []
    : returns.map((placed) => ({
        placed,
        value: evaluate(linker, placed.node, { module, scope: placed.scope }),
      }));
  const present = values.filter(({ value: { kind } }) => kind !== "undefined" && kind !== "null");
  const value =
    values.length === 0
      ? unknown(span, "the result of a function that returns nothing")
      : oneOfReturned(linker, module, fn, present.length > 0 ? present : values, span);
  const type = fn.returnType?.typeAnnotation;
  if (type !== undefined && (value.kind === "unknown" || (value.kind === "external" && !isClient(value))))
    return {
      kind: "typed",
      span: value.span,
      type,
      site: { module, scope: module.scopes.scopeOf.get(fn) ?? site.scope },
      ...(value.madeOf !== undefined && { madeOf: value.madeOf }),
    };
  return value;
}

/** A return and what it gives. */
type Returned = { readonly placed: Placed; readonly value: Value };

/** So many returns are told apart by what leads to them; of more, it is one of all. */
const most = 6;

/** What stands in a function that may be come to or not, by more than tests of `if`. */
const plain: ReadonlySet<string> = new Set(["BlockStatement", "IfStatement", "ReturnStatement"]);

/** One of what a function gives back, as the tests on the way say; they are in the order of the text. */
function oneOfReturned(
  linker: Linker,
  module: Module,
  fn: FunctionNode,
  returned: readonly Returned[],
  span: Value["span"],
): Value {
  const values = returned.map(({ value }) => value);
  const all = unionOf(span, values);
  const last = values.at(-1);
  const { body } = fn;
  if (last === undefined || values.length < 2 || values.length > most || body === null) return all;
  let result = last;
  for (const { placed, value } of returned.slice(0, -1).toReversed()) {
    const one = before(linker, module, body, placed, value, result);
    if (one === undefined) return all;
    result = one;
  }
  return result;
}

/** What it gives where the tests around a return hold, and what comes behind it where they don't. */
function before(
  linker: Linker,
  module: Module,
  body: Node,
  { node, scope }: Placed,
  value: Value,
  rest: Value,
): Value | undefined {
  const way = wayTo(body, node);
  if (way === undefined || !way.every(({ type }) => plain.has(type))) return undefined;
  let result = value;
  for (const condition of conditionsAround(body, node).toReversed()) {
    if (!("test" in condition)) return undefined;
    const { test, holds } = condition;
    const [yes, no] = holds ? [result, rest] : [rest, result];
    const one = decided(linker, value.span, test, { module, scope }, yes, no);
    if (one === undefined) return undefined;
    result = one;
  }
  return result;
}
