// Functions that are set once, and called where others call what was set: `setSink((name) => client.track(name))` with
// `let sink; setSink = (one) => { sink = one; }` and `sink(name)`.
import type { Expression } from "oxc-parser";
import { lookUp, type Scope } from "../../syntax/scopes.js";
import { keyName } from "../../syntax/syntax.js";
import type { Module } from "../../values/module.js";
import type { FunctionValue } from "../../values/values.js";

/** What begins the way to what is set, where others are ways to lists. */
export const setting = "=";

/** The variable, or the field, that a function sets to one of its parameters. */
export function setBy({ fn, site: { module } }: FunctionValue, index: number): string | undefined {
  const isIt = (value: Expression, scope: Scope): boolean => {
    const what = value.type === "Identifier" ? lookUp(scope, value.name)?.what : undefined;
    return what?.kind === "parameter" && what.fn === fn && what.index === index;
  };
  for (const { name, writes } of module.scopes.top.values.values())
    if (writes.some(({ value, scope, steps }) => steps.length === 0 && isIt(value, scope)))
      return `${setting}${name}`;
  for (const { target, value } of module.scopes.memberWrites) {
    const { node, scope } = target;
    const key = node.type === "MemberExpression" ? keyName(node.property, node.computed) : undefined;
    if (node.type === "MemberExpression" && node.object.type === "ThisExpression" && isIt(value, scope))
      return key === undefined ? undefined : `${setting}this.${key}`;
  }
  return undefined;
}

/** Whether an expression is what was set. */
export function isSet(module: Module, node: Expression, scope: Scope, way: string): boolean {
  if (!way.startsWith(setting)) return false;
  const name = way.slice(setting.length);
  if (node.type === "Identifier") {
    const binding = lookUp(scope, node.name);
    return node.name === name && binding !== undefined && binding === module.scopes.top.values.get(name);
  }
  if (node.type !== "MemberExpression" || node.object.type !== "ThisExpression") return false;
  return `this.${keyName(node.property, node.computed)}` === name;
}
