// Emitters that a function makes together, and gives out in one object: `const { opened, closed } = emittersFor("cart")`.
// Of those that it makes, the ones are sent that somebody calls.
import type { Expression, Node } from "oxc-parser";
import type { Effect } from "../effects/effects.js";
import { type Binding, lookUp, type Placed, type Scope } from "../syntax/scopes.js";
import { bare, type FunctionNode, isFunction, keyName } from "../syntax/syntax.js";
import { evaluate } from "../values/evaluate.js";
import type { Linker } from "../values/linker.js";
import { memberOf } from "../values/members.js";
import type { Module } from "../values/module.js";
import { idOf } from "../values/values.js";
import type { Found } from "./found.js";

/** Why an emission may be none, where what a function makes is handed on whole. */
export const makerDoubt = "which of the functions that are made here is called can't be seen";

/**
 * The function of those that another gives out in one object in which a call of it stands, where the parameters of
 * that one decide.
 */
export function memberAround(
  module: Module,
  { scope }: Placed,
  { owner, requires }: Pick<Found, "owner" | "requires">,
): { readonly member: NonNullable<Effect["member"]>; readonly requires: readonly string[] } | undefined {
  if (owner === undefined || requires.length > 0) return undefined;
  let inner: FunctionNode | undefined;
  for (let at: Scope | undefined = scope; at !== undefined; at = at.parent) {
    const { fn } = at;
    if (fn === undefined) continue;
    if (idOf(module, fn) !== owner) {
      inner = fn;
      continue;
    }
    if (inner === undefined) return undefined;
    for (const { node, scope: around } of module.scopes.returns.get(fn) ?? []) {
      const key = keyIn(bare(node), around, inner);
      if (key !== undefined) return { member: { key, id: idOf(module, inner) }, requires: [owner] };
    }
    return undefined;
  }
  return undefined;
}

/** What is left of an effect where that which has it is made: it is told where it is called, if anywhere. */
export function atMaking(linker: Linker, module: Module, placed: Placed, effect: Effect): readonly Effect[] {
  const { member } = effect;
  if (member === undefined) return [effect];
  switch (memberUse(linker, module, placed, member)) {
    case "called":
    case "unused":
      return [];
    case "handed":
      return [{ ...effect, member: undefined }];
    case "returned":
      return [effect];
    case "open":
      return [{ ...effect, member: { ...member, isOpen: true }, doubt: makerDoubt }];
  }
}

/** The key under which an object of several functions holds one. */
function keyIn(node: Expression, scope: Scope, fn: FunctionNode): string | undefined {
  if (node.type === "Identifier") {
    const what = lookUp(scope, node.name)?.what;
    return what?.kind === "variable" && what.init !== undefined && what.init.type !== "Identifier"
      ? keyIn(bare(what.init), scope, fn)
      : undefined;
  }
  if (node.type !== "ObjectExpression") return undefined;
  const functions = node.properties.flatMap((one) => {
    const key = one.type === "Property" ? keyName(one.key, one.computed) : undefined;
    const made = one.type === "Property" ? functionOf(one.value, scope) : undefined;
    return made === undefined || key === undefined ? [] : [{ key, made }];
  });
  return functions.length < 2 ? undefined : functions.find(({ made }) => made === fn)?.key;
}

/** The function that is written as a value, also where a hook keeps it: `useCallback(() => …)`. */
function functionOf(value: Expression, scope: Scope): FunctionNode | undefined {
  const node = bare(value);
  if (isFunction(node)) return node;
  if (node.type === "CallExpression") {
    const [first] = node.arguments;
    return first !== undefined && isFunction(first) ? first : undefined;
  }
  if (node.type !== "Identifier") return undefined;
  const what = lookUp(scope, node.name)?.what;
  if (what?.kind === "function") return what.fn;
  const init = what?.kind === "variable" ? what.init : undefined;
  return init === undefined || init.type === "Identifier" ? undefined : functionOf(init, scope);
}

/**
 * What becomes of a member where what has it is made: `called` and `unused` ones are told where they are called, if
 * anywhere; `handed` ones are called by who is given them; of the rest a caller says more, or nobody.
 */
type MemberUse = "called" | "unused" | "handed" | "returned" | "open";

function memberUse(
  linker: Linker,
  module: Module,
  { node, scope }: Placed,
  { key, id }: NonNullable<Effect["member"]>,
): MemberUse {
  if (node.type !== "CallExpression") return "open";
  const uses = usesOf(module, node, scope, key);
  if (uses.size === 0) return "unused";
  if (uses.has("open")) return isReturned(module, node) ? "returned" : "open";
  if (!uses.has("called")) return "handed";
  // What is called by its name has to be found by it.
  const made = memberOf(linker, evaluate(linker, node, { module, scope }), key);
  return made.kind === "function" && idOf(made.site.module, made.fn) === id ? "called" : "handed";
}

type Use = "called" | "handed" | "open";

function usesOf(module: Module, node: Node, scope: Scope, key: string): ReadonlySet<Use> {
  const direct = /^\s*\??\.\s*([\w$]+)\s*(\??\.?\s*\(|\??\.)?/.exec(
    module.text.slice(node.end, node.end + 200),
  );
  if (direct !== null)
    return new Set(direct[1] === key ? [direct[2] === undefined ? "handed" : "called"] : []);
  const bindings = [...scope.values.values()].filter(
    ({ what }) => what.kind === "variable" && what.init !== undefined && bare(what.init) === node,
  );
  if (bindings.length === 0) return new Set(["open"]);
  return new Set(bindings.flatMap((one) => usesOfName(module, one, key)));
}

function usesOfName(module: Module, binding: Binding, key: string): readonly Use[] {
  const { steps, name, rewritten, unclear } = binding;
  if (rewritten || unclear) return ["open"];
  const [step, ...more] = steps;
  if (step !== undefined && (step.kind !== "key" || more.length > 0)) return ["open"];
  if (step?.kind === "key" && step.key !== key) return [];
  const { start, end } = around(module, binding.scope);
  const text = module.text.slice(start, end);
  const found = new Set<Use>();
  const isWhole = step === undefined;
  if ([...module.exports.named.values()].some((one) => one.kind === "local" && one.name === name))
    found.add("open");
  for (const { index } of text.matchAll(
    new RegExp(`(?<![\\w$.])${name.replace(/\$/g, "\\$&")}(?![\\w$])`, "g"),
  )) {
    if (start + index >= binding.start && start + index < binding.end) continue;
    const after = text.slice(index + name.length, index + name.length + 200);
    const member = isWhole ? /^\s*\??\.\s*([\w$]+)/.exec(after) : undefined;
    if (member === null) found.add("open");
    else if (member !== undefined && member[1] !== key) continue;
    else found.add(/^\s*(?:\?\.\s*)?[(]/.test(after.slice(member?.[0].length ?? 0)) ? "called" : "handed");
  }
  return [...found];
}

/** The text in which a name is known. */
function around({ scopes }: Module, scope: Scope): { readonly start: number; readonly end: number } {
  for (let at: Scope | undefined = scope; at !== undefined; at = at.parent)
    if (at.fn !== undefined) return at.fn;
  return scopes.program;
}

/** Whether a call is what a function gives back. */
function isReturned({ scopes }: Module, node: Node): boolean {
  return [...scopes.returns.values()].some((all) => all.some((one) => bare(one.node) === node));
}
