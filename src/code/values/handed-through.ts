// Functions that are made around another one and give back what that gives: `(...args) => { try { return fn(...args) } … }`.
import type { Expression, Node } from "oxc-parser";
import { callsWithin, lookUp, type Scope } from "../syntax/scopes.js";
import { bare } from "../syntax/syntax.js";
import { type FunctionValue, idOf, type Value } from "./values.js";

/** The function that a function is made around, where it hands all that it is given on to it and gives back its result. */
export function madeAround({ fn, site, given }: FunctionValue): Value | undefined {
  const { module } = site;
  const [first, ...others] = fn.params;
  if (given.size === 0 || first?.type !== "RestElement" || others.length > 0) return undefined;
  if (first.argument.type !== "Identifier") return undefined;
  const all = first.argument.name;
  for (const { node, scope } of callsWithin(module.scopes, fn)) {
    if (node.type !== "CallExpression" || node.callee.type !== "Identifier") continue;
    const [only, ...more] = node.arguments;
    if (more.length > 0 || only?.type !== "SpreadElement") continue;
    if (only.argument.type !== "Identifier" || only.argument.name !== all) continue;
    const binding = lookUp(scope, node.callee.name);
    if (binding?.what.kind !== "parameter" || binding.steps.length > 0 || binding.what.fn === fn) continue;
    const inner = given.get(idOf(module, binding.what.fn))?.[binding.what.index];
    const returned = module.scopes.returns.get(fn) ?? [];
    if (
      inner?.kind === "function" &&
      inner.fn !== fn &&
      returned.some((one) => isResult(one.node, one.scope, node, 0))
    )
      return inner;
  }
  return undefined;
}

/** Whether an expression is the result of a call, or a name that holds it. */
function isResult(expression: Expression, scope: Scope, call: Node, depth: number): boolean {
  const node = bare(expression);
  if (node === call) return true;
  if (node.type === "AwaitExpression") return isResult(node.argument, scope, call, depth);
  if (node.type !== "Identifier" || depth > 2) return false;
  const binding = lookUp(scope, node.name);
  if (binding?.what.kind !== "variable" || binding.steps.length > 0) return false;
  const values = [binding.what.init, ...binding.writes.map(({ value }) => value)];
  return values.some((one) => one != null && isResult(one, binding.scope, call, depth + 1));
}
