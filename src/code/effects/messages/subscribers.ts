// Functions that are kept in a list and called one after the other: `subscribe(fn) { this.all.push(fn) }` and
// `log(event) { this.all.forEach((one) => one(event)) }`, where `fn` may stand in an object, too.
import type { CallExpression, Expression, Node } from "oxc-parser";
import { lookUp, type Scope } from "../../syntax/scopes.js";
import { bare, type FunctionNode, keyName, tailName } from "../../syntax/syntax.js";
import { busOf } from "../../values/declared.js";
import type { Linker } from "../../values/linker.js";
import type { Module } from "../../values/module.js";
import { type FunctionValue, functionIn, idOf, type Site } from "../../values/values.js";
import type { Effect } from "../effects.js";
import type { Listener } from "./channels.js";
import { isSet, setBy } from "./set-functions.js";

/** Methods that put something into a list, a set or a map. */
const keepers: ReadonlySet<string> = new Set(["push", "unshift", "add", "set"]);

/** What people call functions that keep others. */
export const subscribing =
  /subscri|regist|listen|observ|attach|add|watch|^(?:on|set|use|init|configure|install)/i;

/** What begins the identity of a stream among the makers of a listener. */
export const streamPrefix = "stream ";

/** Steps of a pipe that hand on what comes, some of it or later. */
const passing: ReadonlySet<string> = new Set([
  ...["filter", "debounceTime", "throttleTime", "distinctUntilChanged", "takeUntil", "takeUntilDestroyed"],
  ...["delay", "tap", "share", "shareReplay", "auditTime", "observeOn", "skip", "take", "first"],
]);

/** A function that hears what a stream is given: `opened$.subscribe(send)` and `opened$.next("Cart")`. */
function streamOf(
  linker: Linker,
  module: Module,
  fn: FunctionNode,
  scope: Scope,
  { call, index, key }: { readonly call: CallExpression; readonly index: number; readonly key?: string },
): Listener | undefined {
  const callee = bare(call.callee);
  if (index !== 0 || (key !== undefined && key !== "next") || callee.type !== "MemberExpression")
    return undefined;
  if (keyName(callee.property, callee.computed) !== "subscribe" || callee.object.type === "Super")
    return undefined;
  let stream = bare(callee.object);
  if (stream.type === "CallExpression") {
    const piped = bare(stream.callee);
    if (piped.type !== "MemberExpression" || piped.object.type === "Super" || tailName(piped) !== "pipe")
      return undefined;
    const steps = stream.arguments.map((one) =>
      one.type === "CallExpression" ? tailName(one.callee) : undefined,
    );
    if (!steps.every((step) => step !== undefined && passing.has(step))) return undefined;
    stream = bare(piped.object);
  }
  const bus = busOf(linker, stream, { module, scope });
  const channel = tailName(stream);
  if (bus === undefined || channel === undefined) return undefined;
  return {
    kind: "list",
    channel,
    listener: () => functionIn(module, fn, scope),
    at: undefined,
    words: ["next"],
    makers: [`${streamPrefix}${bus}`],
  };
}

/** The calls that call a function which is kept in a list; undefined where it is kept in none. */
export function subscriberOf(
  linker: Linker,
  module: Module,
  fn: FunctionNode,
  scope: Scope,
): Listener | undefined {
  const given = handedTo(module, fn, scope);
  if (given === undefined || !subscribing.test(tailName(given.call.callee) ?? "")) return undefined;
  const keeper = linker.evaluate(given.call.callee, { module, scope: given.scope });
  // A stream is a library's: what a class of the project keeps is read.
  if (keeper.kind !== "function") return streamOf(linker, module, fn, scope, given);
  const list = keptIn(keeper, given.index) ?? setBy(keeper, given.index);
  if (list === undefined) return undefined;
  const other = keeper.site.module;
  const calls = other.scopes.calls.flatMap((one) =>
    one.node.type === "CallExpression" && callsElement(other, one.node, one.scope, list, given.key)
      ? [one.node]
      : [],
  );
  if (calls.length === 0) return undefined;
  return {
    kind: "list",
    channel: list.split(".").at(-1) ?? list,
    listener: () => functionIn(module, fn, scope),
    at: /^=?this\./.test(list)
      ? instanceCalled(linker, given.call.callee, { module, scope: given.scope })
      : undefined,
    words: [...new Set(calls.flatMap(({ callee }) => tailName(callee) ?? []))],
    makers: calls.map((call) => idOf(other, call)),
  };
}

/** Where the object is made that a method is called on, where that is certain. */
export function instanceCalled(linker: Linker, callee: Expression, site: Site): string | undefined {
  const node = bare(callee);
  if (node.type !== "MemberExpression" || node.object.type === "Super") return undefined;
  const value = linker.evaluate(node.object, site);
  if (value.kind !== "class" || !value.instance) return undefined;
  const { file, start } = value.span;
  return linker.module(file)?.text.startsWith("new", start) === true ? `${file}:${start}` : undefined;
}

/** The effects of a method that the object has on which it is called: what others of its class keep is not told. */
export function hadBy(
  linker: Linker,
  effects: readonly Effect[],
  callee: Expression,
  site: Site,
): readonly Effect[] {
  if (!effects.some(({ instance }) => instance !== undefined)) return effects;
  const called = instanceCalled(linker, callee, site);
  return effects.filter(
    ({ instance }) => instance === undefined || called === undefined || instance === called,
  );
}

/** The call that a function is handed to, at which place, and under which key of an object. */
function handedTo(
  module: Module,
  fn: FunctionNode,
  scope: Scope,
):
  | { readonly call: CallExpression; readonly scope: Scope; readonly index: number; readonly key?: string }
  | undefined {
  const handed = module.scopes.handed.get(fn);
  if (handed?.call.node.type === "CallExpression")
    return { call: handed.call.node, scope: handed.call.scope, index: handed.index };
  const { object } = scope;
  const [key] = module.scopes.names.get(fn) ?? [];
  if (object === undefined || key === undefined) return undefined;
  for (const { node, scope: own } of module.scopes.calls) {
    if (node.type !== "CallExpression" || node.start > object.start || node.end < object.end) continue;
    const index = node.arguments.findIndex(({ start, end }) => start === object.start && end === object.end);
    if (index >= 0) return { call: node, scope: own, index, key };
  }
  return undefined;
}

/** The list, as it is written, into which a function puts one of its parameters. */
function keptIn({ fn, site: { module } }: FunctionValue, index: number): string | undefined {
  for (const { node, scope } of module.scopes.calls) {
    if (node.type !== "CallExpression" || node.start < fn.start || node.end > fn.end) continue;
    const callee = bare(node.callee);
    if (callee.type !== "MemberExpression" || !keepers.has(keyName(callee.property, callee.computed) ?? ""))
      continue;
    for (const argument of node.arguments) {
      const what = argument.type === "Identifier" ? lookUp(scope, argument.name)?.what : undefined;
      if (what?.kind === "parameter" && what.fn === fn && what.index === index)
        return written(module, callee.object);
    }
  }
  return undefined;
}

/** Whether a call calls an element of a list, or what an element has under a key. */
function callsElement(
  module: Module,
  { callee }: CallExpression,
  scope: Scope,
  list: string,
  key: string | undefined,
): boolean {
  const node = bare(callee);
  const element =
    key === undefined
      ? node
      : node.type === "MemberExpression" &&
          node.object.type !== "Super" &&
          keyName(node.property, node.computed) === key
        ? bare(node.object)
        : undefined;
  if (element !== undefined && isSet(module, element, scope, list)) return true;
  if (element?.type !== "Identifier") return false;
  const binding = lookUp(scope, element.name);
  if (binding === undefined) return false;
  const { what, steps } = binding;
  if (what.kind === "variable" && steps[0]?.kind === "element" && what.init !== undefined)
    return written(module, what.init) === list;
  const each = what.kind === "parameter" ? module.scopes.handed.get(what.fn) : undefined;
  if (each?.index !== 0 || each.call.node.type !== "CallExpression") return false;
  const walk = bare(each.call.node.callee);
  return (
    walk.type === "MemberExpression" && tailName(walk) === "forEach" && written(module, walk.object) === list
  );
}

/** A list as it is written, without what copies it: `[...this.all]`, `Array.from(all)`, `all.values()`. */
function written({ text }: Module, node: Node): string {
  return text
    .slice(node.start, node.end)
    .replace(/^(?:\[\.\.\.(.*)\]|Array\.from\((.*)\))$/s, "$1$2")
    .replace(/\.(?:values|slice)\(\)$/, "")
    .replace(/[\s?!]/g, "");
}
