// Functions that are called where they are written, `(function (shop) { ... })(window.shop)`, and those that AMD calls
// with what a module asks for: what their parameters are stands beside them.
import type { CallExpression, Expression, Node } from "oxc-parser";
import { lookUp, type Placed, type Scope } from "../syntax/scopes.js";
import type { FunctionNode } from "../syntax/syntax.js";
import type { Linker } from "./linker.js";
import type { Module } from "./module.js";

/** What a function that is called where it is written is given for a parameter. */
export function givenTo(module: Module, fn: FunctionNode, index: number): Placed<Expression> | undefined {
  const invoked = module.scopes.invoked.get(fn);
  if (invoked === undefined) return undefined;
  const { call, scope, skipped } = invoked;
  const given = call.arguments[index + skipped];
  const isSpread = call.arguments.slice(0, index + skipped + 1).some(({ type }) => type === "SpreadElement");
  return given === undefined || isSpread || given.type === "SpreadElement"
    ? undefined
    : { node: given, scope };
}

const loaders: ReadonlySet<string> = new Set(["define", "require", "requirejs"]);

/** Whether a call is one of AMD's: `define(["shop/cart"], function (cart) {})`. */
export function isLoader(
  node: Node,
  scope: Scope,
  names: ReadonlySet<string> = loaders,
): node is CallExpression {
  return (
    node.type === "CallExpression" &&
    node.callee.type === "Identifier" &&
    names.has(node.callee.name) &&
    lookUp(scope, node.callee.name) === undefined
  );
}

/** The module that AMD gives a function for a parameter, by its name. */
export function askedFor(module: Module, fn: FunctionNode, index: number): string | undefined {
  const handed = module.scopes.handed.get(fn);
  if (handed === undefined || handed.index === 0) return undefined;
  const { node, scope } = handed.call;
  const list = isLoader(node, scope) ? node.arguments[handed.index - 1] : undefined;
  const asked = list?.type === "ArrayExpression" ? list.elements[index] : undefined;
  return asked?.type === "Literal" && typeof asked.value === "string" ? asked.value : undefined;
}

/** Where AMD finds a module: names are paths from a folder that a configuration tells, which is one above. */
export function loaded(linker: Linker, from: string, name: string): ReturnType<Linker["resolve"]> {
  const found = linker.resolve(from, name);
  if (found.kind === "file" || /^[./]|[!:]/.test(name)) return found;
  const depth = from.split("/").length - 1;
  for (let above = 0; above <= Math.min(depth, 6); above++) {
    const near = linker.resolve(from, `${above === 0 ? "./" : "../".repeat(above)}${name}`);
    if (near.kind === "file") return near;
  }
  return found;
}
