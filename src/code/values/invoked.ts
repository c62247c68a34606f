// Functions that are called where they are written, `(function (shop) { ... })(window.shop)`, and those that AMD calls
// with what a module asks for: what their parameters are stands beside them.
import type { CallExpression, Expression, Node } from "oxc-parser";
import { isClient } from "../presets/index.js";
import { callsWithin, type Handed, lookUp, type Placed, type Scope } from "../syntax/scopes.js";
import { bare, type FunctionNode, keyName } from "../syntax/syntax.js";
import { promiseOf } from "./language/promises.js";
import type { Linker } from "./linker.js";
import type { Module } from "./module.js";
import { keyOwnersOf } from "./owners.js";
import { substitute } from "./substitute.js";
import { idOf, placeOfId, unionOf, type Value } from "./values.js";

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

/**
 * The library that hands itself to a function once it is there: `posthog.init(key, { loaded: (client) => client.capture("Opened") })`.
 */
export function loadedLibrary(linker: Linker, module: Module, fn: FunctionNode): Value | undefined {
  if (linker.near || module.scopes.names.get(fn)?.includes("loaded") !== true) return undefined;
  for (const { node, scope } of module.scopes.calls) {
    if (node.start > fn.start) break;
    if (node.type !== "CallExpression" || node.end < fn.end || node.callee.type !== "MemberExpression")
      continue;
    if (keyName(node.callee.property, node.callee.computed) !== "init") continue;
    const library = linker.evaluate(node.callee.object, { module, scope });
    return library.kind === "external" && isClient(library) ? library : undefined;
  }
  return undefined;
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

/**
 * What a function of the project's gives to the function that it is handed: `client` of
 * `withClient((client) => client.track("Opened"))`. Undefined where nobody sees it.
 */
export function givenBack(
  linker: Linker,
  { call, index }: Handed,
  module: Module,
  at: number,
): Value | undefined {
  const { node, scope } = call;
  if (node.type !== "CallExpression" || linker.near) return undefined;
  if (node.arguments.slice(0, index).some(({ type }) => type === "SpreadElement")) return undefined;
  const callee = linker.evaluate(node.callee, { module, scope });
  if (callee.kind !== "function") return undefined;
  const { fn, site } = callee;
  const param = fn.params[index];
  const pattern = param?.type === "AssignmentPattern" ? param.left : param;
  const { scopes } = site.module;
  const binding =
    pattern?.type === "Identifier" ? scopes.scopeOf.get(fn)?.values.get(pattern.name) : undefined;
  if (binding === undefined || linker.active.has(node)) return undefined;
  linker.active.add(node);
  try {
    const isIt = (one: Node, from: Scope): boolean =>
      one.type === "Identifier" && lookUp(from, one.name) === binding;
    const given = callsWithin(scopes, fn).flatMap(({ node: inner, scope: from }): readonly Value[] => {
      if (inner.type !== "CallExpression") return [];
      const promise = promiseOf(inner, 0);
      const [first] = inner.arguments;
      const held =
        promise !== undefined && at === 0 && first !== undefined && isIt(first, from) ? promise : undefined;
      const argument = held ?? (isIt(bare(inner.callee), from) ? inner.arguments[at] : undefined);
      return argument === undefined || argument.type === "SpreadElement"
        ? []
        : [linker.evaluate(argument, { module: site.module, scope: from })];
    });
    const [one] = given;
    if (one === undefined || given.some(({ kind }) => kind === "unknown")) return undefined;
    const args = node.arguments.map((argument) => linker.evaluate(argument, { module, scope }));
    const all = substitute(
      linker,
      unionOf(one.span, given),
      new Map([...callee.given, [idOf(site.module, fn), args]]),
    );
    return hangsWithin(all, site.module, fn) ? undefined : all;
  } finally {
    linker.active.delete(node);
  }
}

/**
 * Whether a function that is written in another one is asked what a value is: such a one is called later, by whoever
 * was given it, and its callers say more of the value than this function does.
 */
function hangsWithin(value: Value, module: Module, { start, end }: FunctionNode): boolean {
  return [...keyOwnersOf(value)].some((owner) => {
    const place = placeOfId(owner);
    return place.file === module.path && start < place.start && place.start < end;
  });
}
