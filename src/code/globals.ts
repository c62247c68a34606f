// What the files of a project put on the global object: `window.shop = { track }`, and what Electron exposes to a page.
import type { Expression, Node } from "oxc-parser";
import type { Span } from "../diagnostics/diagnostic.js";
import type { Linker } from "./linker.js";
import { memberOf } from "./members.js";
import type { Module } from "./module.js";
import { lookUp, type Placed, type Scope } from "./scopes.js";
import { bare, globalObjects, keyName, tailName } from "./syntax.js";
import { unionOf, type Value } from "./values.js";

/**
 * Uses what the way from a global name leads to, among the modules that are read; undefined where none of them makes
 * it. Several may: any of them can be meant.
 */
export function withGlobal<T>(
  linker: Linker,
  path: readonly string[],
  span: Span,
  use: (value: Value) => T,
): T | undefined {
  const [root, ...keys] = path;
  if (root === undefined) return undefined;
  const all = [...linker.among({ kind: "global", name: root })].flatMap((module) =>
    // `window.shop = window.shop ?? {}` leads to itself.
    (globalsOf(module).get(root) ?? []).flatMap((one) => (linker.active.has(one) ? [] : [{ module, one }])),
  );
  // What tests put there stands for nothing, where anything else is.
  const own = all.filter(({ module }) => !module.file.test);
  const made = own.length > 0 ? own : all;
  if (made.length === 0) return undefined;
  for (const { one } of made) linker.active.add(one);
  try {
    const values = made.map(({ module, one: { node, scope } }) =>
      keys.reduce((value, key) => memberOf(linker, value, key), linker.evaluate(node, { module, scope })),
    );
    return use(unionOf(span, values));
  } finally {
    for (const { one } of made) linker.active.delete(one);
  }
}

/** Words of which one stands in each file that makes something global. */
export const globalMakers: readonly string[] = [...globalObjects, "exposeInMainWorld"];

/** The names that a module makes global. */
export function madeGlobal(module: Module): readonly string[] {
  return [...globalsOf(module).keys()];
}

/** The global names under which an expression of a module is put, where it stands for one of these names. */
export function globalNamesFor(module: Module, names: ReadonlySet<string>): readonly string[] {
  return [...globalsOf(module)].flatMap(([name, values]) =>
    values.some(({ node }) => node.type === "Identifier" && names.has(node.name)) ? [name] : [],
  );
}

function globalsOf(module: Module): ReadonlyMap<string, readonly Placed<Expression>[]> {
  if (module.globals !== undefined) return module.globals;
  const made = new Map<string, Placed<Expression>[]>();
  const add = (name: string | undefined, node: Expression, scope: Scope): void => {
    if (name === undefined) return;
    const before = made.get(name);
    if (before === undefined) made.set(name, [{ node, scope }]);
    else before.push({ node, scope });
  };
  for (const { target, value } of module.scopes.memberWrites) {
    const { node, scope } = target;
    if (node.type !== "MemberExpression" || !isGlobalObject(node.object, scope)) continue;
    add(keyName(node.property, node.computed), value, scope);
  }
  for (const { node, scope } of module.scopes.calls) {
    if (node.type !== "CallExpression" || tailName(node.callee) !== "exposeInMainWorld") continue;
    const [name, value] = node.arguments;
    if (name?.type !== "Literal" || typeof name.value !== "string") continue;
    if (value !== undefined && value.type !== "SpreadElement") add(name.value, value, scope);
  }
  module.globals = made;
  return made;
}

function isGlobalObject(object: Node, scope: Scope): boolean {
  if (object.type === "Super") return false;
  // `(window as any).shop = ...`
  const node = bare(object as Expression);
  return node.type === "Identifier" && globalObjects.has(node.name) && lookUp(scope, node.name) === undefined;
}
