// What a test asks, as it is written: through which call, of which names, and on which test of its own a function's
// answer hangs.
import { type CallExpression, type Expression, type Node, visitorKeys } from "oxc-parser";
import { conditionsAround } from "../syntax/conditions-around.js";
import { lookUp, type Placed, type Scope } from "../syntax/scopes.js";
import { bare, type FunctionNode, keyName, noneIn } from "../syntax/syntax.js";
import { takenBy } from "../syntax/type-tests.js";
import type { Module } from "./module.js";

/** The call that a test asks for its result, also through a constant; `Boolean(x)` asks what it is given. */
export function callOf(
  node: Expression,
  scope: Scope,
): { readonly call?: CallExpression; readonly made?: Expression } | undefined {
  if (node.type === "Identifier") {
    const binding = lookUp(scope, node.name);
    const what = binding?.what;
    const init = what?.kind === "variable" && what.init !== undefined ? bare(what.init) : undefined;
    const isKept = binding !== undefined && !binding.rewritten && binding.steps.length === 0;
    return init?.type === "CallExpression" && isKept && !isBoolean(init) ? { call: init } : undefined;
  }
  if (node.type !== "CallExpression") return undefined;
  const [made] = node.arguments;
  return isBoolean(node) && made !== undefined && made.type !== "SpreadElement" ? { made } : { call: node };
}

function isBoolean({ callee, arguments: { length } }: CallExpression): boolean {
  return callee.type === "Identifier" && callee.name === "Boolean" && length === 1;
}

/** What a function's answer hangs on, and whether it has to hold for the answer to be something. */
export function testOf(
  fn: FunctionNode,
  body: Node,
  { scopes }: Module,
):
  | { readonly placed: Placed; readonly of: Expression; readonly holds: boolean; readonly inside: Node }
  | undefined {
  const [answer, last, ...more] = scopes.returns.get(fn) ?? [];
  if (answer === undefined || more.length > 0 || fn.async || fn.generator) return undefined;
  const node = answer.node as Expression;
  if (last === undefined)
    return body.type !== "BlockStatement" || body.body.length === 1
      ? { placed: answer, of: node, holds: true, inside: node }
      : undefined;
  if (!isNothing(node) || !isSomething(last.node as Expression)) return undefined;
  const [early, ...others] = conditionsAround(body, node);
  // The last one is come to wherever the first is not.
  if (early === undefined || !("test" in early) || others.length > 0) return undefined;
  return conditionsAround(body, last.node).length > 1
    ? undefined
    : { placed: answer, of: early.test, holds: !early.holds, inside: early.inside };
}

/** Whether what is written is certainly nothing, or certainly something. */
export function isNothing(node: Expression): boolean {
  const plain = bare(node);
  return noneIn(plain) !== undefined || (plain.type === "Literal" && plain.value === false);
}

function isSomething(node: Expression): boolean {
  const plain = bare(node);
  return (
    plain.type === "ObjectExpression" ||
    plain.type === "ArrayExpression" ||
    (plain.type === "Literal" && plain.value === true)
  );
}

/** The names that a plain way to a value is made of: `props` of `props.onClose`, both of `screens[name]`. */
export function namesIn(expression: Expression): readonly string[] | undefined {
  let at = bare(expression);
  const taken = at.type === "CallExpression" ? takenBy(at) : undefined;
  if (taken !== undefined && taken.instead === undefined) at = bare(taken.of);
  const keys: string[] = [];
  while (at.type === "MemberExpression" && at.object.type !== "Super") {
    if (keyName(at.property, at.computed) === undefined) {
      const key: Node = at.property;
      if (key.type !== "Identifier") return undefined;
      keys.push(key.name);
    }
    at = bare(at.object);
  }
  return at.type === "Identifier" ? [at.name, ...keys] : undefined;
}

/** Whether something may come to a set, or leave it, after it is made, as far as its module tells; a list says so itself. */
export function isSetChanged({ scopes }: Module, list: Expression, from: Scope): boolean {
  const name = bare(list);
  const binding = name.type === "Identifier" ? lookUp(from, name.name) : undefined;
  return (
    binding !== undefined &&
    scopes.calls.some(({ node, scope }) => {
      if (node.type !== "CallExpression" || node.callee.type !== "MemberExpression") return false;
      const { object, property, computed } = node.callee;
      return (
        changing.has(keyName(property, computed) ?? "") &&
        object.type === "Identifier" &&
        lookUp(scope, object.name) === binding
      );
    })
  );
}

const changing: ReadonlySet<string> = new Set(["add", "delete", "clear"]);

/** The names that a test is made of, those of functions that it writes among them. */
export function namesWithin(node: Node): readonly string[] {
  if (node.type === "Identifier") return [node.name];
  return (visitorKeys[node.type] ?? []).flatMap((key): readonly string[] => {
    const child: unknown = Reflect.get(node, key);
    // What is taken out of an object by its name is none that stands for something.
    if (key === "property" && node.type === "MemberExpression" && !node.computed) return [];
    const children = (Array.isArray(child) ? child : [child]) as readonly (Node | null | undefined)[];
    return children.flatMap((one) => (one === null || one === undefined ? [] : namesWithin(one)));
  });
}

/** Whether a test asks about what callers give, as far as the names in it say, also through a variable. */
export function asksOfGiven(test: Node, scope: Scope, depth = 0): boolean {
  return namesWithin(test).some((name) => {
    const what = lookUp(scope, name)?.what;
    if (what?.kind === "parameter") return true;
    if (what?.kind !== "variable" || what.init === undefined || depth > 0) return false;
    return asksOfGiven(what.init, scope, depth + 1);
  });
}
