// The ways from the global object that names of a file lead along: `window.shop.events`, a script's own `var shop`, and
// what a function that is called where it is written is given of them.
import type { Expression, Node } from "oxc-parser";
import { type Binding, lookUp, type Scope } from "../syntax/scopes.js";
import { bare, globalObjects, keyName } from "../syntax/syntax.js";
import { givenTo } from "./invoked.js";
import type { Module } from "./module.js";

/** Whether a file is a script, whose names at the top are everybody's, and no module. */
export function isScript({ scopes, exports, text, path }: Module): boolean {
  return (
    /\.[jt]sx?$/.test(path) &&
    scopes.exports.length === 0 &&
    exports.whole === undefined &&
    exports.named.size === 0 &&
    !/(?:^|[;\n])\s*import\b|\brequire\s*\(/.test(text)
  );
}

/** The keys that lead from the global object to what a node stands for; none for the global object itself. */
export function globalPath(
  module: Module,
  given: Node,
  scope: Scope,
  depth = 0,
): readonly string[] | undefined {
  if (depth > 8) return undefined;
  const of = (inner: Node, at: Scope = scope): readonly string[] | undefined =>
    globalPath(module, inner, at, depth + 1);
  const node: Node = bare(given as Expression);
  switch (node.type) {
    case "ThisExpression":
      return isOutside(scope) ? [] : undefined;
    case "Identifier": {
      const binding = lookUp(scope, node.name);
      if (binding === undefined) return globalObjects.has(node.name) ? [] : [node.name];
      return ofBinding(module, binding, of);
    }
    case "MemberExpression": {
      if (node.object.type === "Super") return undefined;
      const key = keyName(node.property, node.computed);
      const path = key === undefined ? undefined : of(node.object);
      return path === undefined || key === undefined ? undefined : [...path, key];
    }
    case "LogicalExpression":
      return node.operator === "&&" ? undefined : of(node.left);
    case "AssignmentExpression":
      return of(node.left);
    case "ConditionalExpression":
      return of(node.consequent) ?? of(node.alternate);
    default:
      return undefined;
  }
}

function ofBinding(
  module: Module,
  { what, scope, steps, name, rewritten }: Binding,
  of: (inner: Node, at?: Scope) => readonly string[] | undefined,
): readonly string[] | undefined {
  if (steps.length > 0) return undefined;
  if (
    scope === module.scopes.top &&
    (what.kind === "function" || what.kind === "variable") &&
    isScript(module)
  )
    return [name];
  if (what.kind === "parameter" && !what.rest) {
    const argument = givenTo(module, what.fn, what.index);
    return argument === undefined ? undefined : of(argument.node, argument.scope);
  }
  if (what.kind !== "variable" || what.init === undefined || rewritten) return undefined;
  return of(what.init, scope);
}

/** Whether a place is in no function of its own `this`, but those that are called where they are written. */
function isOutside(scope: Scope): boolean {
  for (let at: Scope | undefined = scope; at !== undefined; at = at.parent)
    if (
      at.cls !== undefined ||
      at.object !== undefined ||
      (at.fn !== undefined && at.fn.type !== "ArrowFunctionExpression")
    )
      return false;
  return true;
}
