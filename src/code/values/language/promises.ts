// Promises: what is in one is what `await` gives of it, and what `then` gives on.
import type { NewExpression, Node } from "oxc-parser";
import { callsWithin, lookUp } from "../../syntax/scopes.js";
import { isFunction, keyName } from "../../syntax/syntax.js";
import { resultOfCallback } from "../call-values.js";
import { evaluate } from "../evaluate.js";
import type { Linker } from "../linker.js";
import { memberOf } from "../members.js";
import { type Site, unionOf, type Value } from "../values.js";

/** The expression whose promise hands a function what is in it: `load()` of `load().then((client) => {})`. */
export function promiseOf(call: Node, index: number): Node | undefined {
  if (call.type !== "CallExpression" || index !== 0) return undefined;
  const callee = call.callee.type === "ChainExpression" ? call.callee.expression : call.callee;
  if (callee.type !== "MemberExpression" || callee.object.type === "Super") return undefined;
  return keyName(callee.property, callee.computed) === "then" ? callee.object : undefined;
}

/** What a call of a promise's method gives; undefined where it is none, or nothing is known of what it holds. */
export function throughPromise(
  linker: Linker,
  object: Value,
  name: string,
  handler: (index: number) => Value | undefined,
  span: Value["span"],
): Value | undefined {
  if (name !== "then" && name !== "catch" && name !== "finally") return undefined;
  if (object.kind === "unknown" || isThenable(linker, object)) return undefined;
  if (name !== "then") return object;
  const callback = handler(0);
  return callback?.kind === "function" ? resultOfCallback(linker, callback, [object], span) : undefined;
}

/** Whether a value has a `then` of its own. */
function isThenable(linker: Linker, value: Value): boolean {
  return (
    (value.kind === "object" || value.kind === "class") && memberOf(linker, value, "then").kind === "function"
  );
}

/** What `new Promise((resolve) => resolve(client))` holds; undefined where that is not written there. */
export function promised(linker: Linker, node: NewExpression, site: Site): Value | undefined {
  const [executor] = node.arguments;
  if (executor === undefined || !isFunction(executor)) return undefined;
  const { module } = site;
  const [resolve] = executor.params;
  const inside = module.scopes.scopeOf.get(executor);
  const binding = resolve?.type === "Identifier" ? inside?.values.get(resolve.name) : undefined;
  if (binding === undefined) return undefined;
  const values = callsWithin(module.scopes, executor).flatMap(({ node: call, scope }): readonly Value[] => {
    if (call.type !== "CallExpression") return [];
    if (call.callee.type !== "Identifier" || lookUp(scope, call.callee.name) !== binding) return [];
    const [given] = call.arguments;
    return given === undefined || given.type === "SpreadElement"
      ? []
      : [evaluate(linker, given, { module, scope })];
  });
  const [first] = values;
  return first === undefined ? undefined : unionOf(first.span, values);
}
