// An object that is copied key by key into another one: `for (const key of Object.keys(from)) to[key] = from[key]`.
import type { CallExpression, Expression, Node } from "oxc-parser";
import { type Binding, lookUp, type Placed, type Scope } from "../syntax/scopes.js";
import { bare, isFunction, tailName } from "../syntax/syntax.js";
import { lazily } from "./lazily.js";
import type { Linker } from "./linker.js";
import type { Module } from "./module.js";
import type { Guarded, Lazy, Member, Site, Value } from "./values.js";

/** An object whose keys are copied, and what it hangs on which of them are: on what a key is, on what stands there. */
export type CopiedKeys = {
  readonly whole: Placed<Expression>;
  readonly isPicked: boolean;
  /** "falsy" where what is empty is left out, too. */
  readonly without: "nothing" | "falsy" | undefined;
};

/** What is spread into an object, or copied into it key by key. */
export type SpreadMember = {
  readonly kind: "spread";
  readonly value: Lazy;
  readonly guards?: Guarded | undefined;
  /** True where some of its keys may be left out, by which they are. */
  readonly isPicked?: true;
  /** What of it is left out by what stands under its keys. */
  readonly without?: "nothing" | "falsy";
};

/** What is copied by putting a value under a key that is worked out; undefined where it is anything else. */
export function copiedKeys(
  module: Module,
  key: Expression,
  value: Expression,
  scope: Scope,
): CopiedKeys | undefined {
  const node = bare(key);
  if (node.type !== "Identifier") return undefined;
  const binding = lookUp(scope, node.name);
  const list = binding === undefined ? undefined : listOf(module, binding);
  if (binding === undefined || binding.rewritten || list === undefined) return undefined;
  const { whole, isFiltered } = list;
  if (!isValueOf(module, bare(value), scope, node.name, binding, whole)) return undefined;
  // What is asked of the value says nothing of the key that it stands under.
  const before = module.text.slice(binding.end, value.start).replace(/\[\s*[\w$]+\s*\]/g, "[]");
  const asked = before.split(/[^\w$]+/).filter((word) => word === node.name).length;
  const isTested = isFiltered || /\bif\b|\?|&&|\|\|/.test(before);
  const isAboutNothing = /undefined|null|nil|void 0|defined/i.test(before);
  return {
    whole,
    isPicked: isFiltered || asked > 0,
    without: !isTested ? undefined : isAboutNothing ? "nothing" : "falsy",
  };
}

type Keys = { readonly whole: Placed<Expression>; readonly isFiltered: boolean };

/** The object of which a name stands for one key after the other. */
function listOf(module: Module, binding: Binding): Keys | undefined {
  const { what, steps, scope } = binding;
  const [first, ...more] = steps;
  if (what.kind === "variable") {
    if (what.keysOf !== undefined) return { whole: { node: what.keysOf, scope }, isFiltered: false };
    return first?.kind === "element" && what.init !== undefined ? keysIn(what.init, scope, more) : undefined;
  }
  if (what.kind !== "parameter") return undefined;
  const handed = module.scopes.handed.get(what.fn);
  const call = handed?.index === 0 ? handed.call : undefined;
  if (call?.node.type !== "CallExpression") return undefined;
  const { callee } = call.node;
  if (callee.type !== "MemberExpression" || callee.object.type === "Super") return undefined;
  const isOver = tailName(callee) === (what.index === 0 ? "forEach" : "reduce");
  return isOver && what.index < 2 ? keysIn(bare(callee.object), call.scope, steps) : undefined;
}

/**
 * What `Object.keys(from).reduce((to, key) => …, {})` gives, where all that its function does is to put what stands under
 * a key under the same key; undefined where it may be anything else.
 */
export function reducedKeys(
  linker: Linker,
  { callee, arguments: [by, first], start, end }: CallExpression,
  { module }: Site,
): Value | undefined {
  if (by === undefined || !isFunction(by) || first?.type !== "ObjectExpression") return undefined;
  if (callee.type !== "MemberExpression" || first.properties.length > 0) return undefined;
  const [to] = by.params;
  const returns = module.scopes.returns.get(by) ?? [];
  if (to?.type !== "Identifier" || returns.length === 0) return undefined;
  const copies: (CopiedKeys | undefined)[] = module.scopes.memberWrites.flatMap(({ target, value }) => {
    const { node, scope } = target;
    if (node.start < by.start || node.end > by.end || node.type !== "MemberExpression") return [];
    const isOf = node.object.type === "Identifier" && node.object.name === to.name;
    return [isOf && node.computed ? copiedKeys(module, node.property, value, scope) : undefined];
  });
  for (const { node, scope } of returns.flatMap(branchesOf)) {
    if (node.type === "Identifier" && node.name === to.name) continue;
    if (node.type !== "ObjectExpression") return undefined;
    const [rest, put, ...others] = node.properties;
    const isRest = rest?.type === "SpreadElement" && textOf(module, rest.argument) === to.name;
    if (!isRest || put?.type !== "Property" || !put.computed || others.length > 0) return undefined;
    copies.push(copiedKeys(module, put.key as Expression, put.value, scope));
  }
  const all = copies.flatMap((one) => one ?? []);
  if (all.length === 0 || all.length < copies.length) return undefined;
  const span = { file: module.path, start, end };
  return { kind: "object", span, members: all.flatMap((one) => membersCopied(linker, module, one)) };
}

/** What a return may give: `value === null ? kept : { ...kept, [key]: value }`. */
function branchesOf({ node, scope }: Placed<Expression>): readonly Placed<Expression>[] {
  const inner = bare(node);
  return inner.type === "ConditionalExpression"
    ? [inner.consequent, inner.alternate].flatMap((one) => branchesOf({ node: one, scope }))
    : [{ node: inner, scope }];
}

/** The members of what is copied into an object. */
export function membersCopied(
  linker: Linker,
  module: Module,
  { whole: { node, scope }, isPicked, without }: CopiedKeys,
): readonly Member[] {
  const value = lazily(() => linker.evaluate(node, { module, scope }));
  const spread: Member = {
    ...{ kind: "spread", value },
    ...(isPicked && { isPicked }),
    ...(without !== undefined && { without }),
  };
  return isPicked ? [{ kind: "computed", later: true }, spread] : [spread];
}

/** The same in `Object.keys(whole)`, or in the first parts of `Object.entries(whole)`. */
function keysIn(list: Node, scope: Scope, steps: Binding["steps"]): Keys | undefined {
  if (list.type !== "CallExpression" || list.callee.type !== "MemberExpression") return undefined;
  const { object } = list.callee;
  const name = tailName(list.callee);
  if (name === "filter" && object.type !== "Super") {
    const keys = keysIn(bare(object), scope, steps);
    return keys && { ...keys, isFiltered: true };
  }
  if (object.type !== "Identifier" || object.name !== "Object") return undefined;
  const [step, ...more] = steps;
  const isKey =
    name === "keys"
      ? step === undefined
      : name === "entries" && step?.kind === "index" && step.index === 0 && more.length === 0;
  const [whole] = list.arguments;
  if (!isKey || whole === undefined || whole.type === "SpreadElement") return undefined;
  return { whole: { node: whole, scope }, isFiltered: false };
}

/** Whether a value is what the object has under the key, as it is. */
function isValueOf(
  module: Module,
  value: Expression,
  scope: Scope,
  key: string,
  { what, steps }: Binding,
  { node }: Placed<Expression>,
): boolean {
  if (value.type === "MemberExpression")
    return (
      value.computed &&
      value.property.type === "Identifier" &&
      value.property.name === key &&
      value.object.type !== "Super" &&
      textOf(module, bare(value.object)) === textOf(module, bare(node))
    );
  if (value.type !== "Identifier") return false;
  const own = lookUp(scope, value.name);
  const step = own?.steps.at(-1);
  if (own === undefined || own.rewritten || step?.kind !== "index" || step.index !== 1) return false;
  // Both are parts of the same entry.
  return own.steps.length === steps.length && isSame(own.what, what);
}

function isSame(one: Binding["what"], other: Binding["what"]): boolean {
  if (one.kind === "variable") return other.kind === "variable" && one.init === other.init;
  return (
    one.kind === "parameter" && other.kind === "parameter" && one.fn === other.fn && one.index === other.index
  );
}

function textOf(module: Module, { start, end }: Node): string {
  return module.text.slice(start, end);
}
