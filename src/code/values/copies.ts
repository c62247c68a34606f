// Objects that are copied key by key: `for (const [key, value] of Object.entries(props)) if (value != null) copy[key] = value`.
import type { Argument, CallExpression, Expression, Node } from "oxc-parser";
import { conditionsAround, wayTo } from "../syntax/conditions-around.js";
import { type Binding, functionAround, lookUp, type Placed, type Scope } from "../syntax/scopes.js";
import { bare, type FunctionNode, isFunction, tailName } from "../syntax/syntax.js";
import { stepInto } from "./bindings.js";
import { type Asked, type Each, inEach, keptBy } from "./each.js";
import type { Linker } from "./linker.js";
import type { Module } from "./module.js";
import { parametersIn } from "./owners.js";
import { remadeOf } from "./remade.js";
import { type Site, spanOf, type Value } from "./values.js";

/** An object of which each key is gone through, or each entry, and what those have to be. */
export type Gone = {
  readonly what: "key" | "entry" | "value";
  readonly source: Placed<Expression>;
  readonly filters: readonly Placed<Argument>[];
  /** A list of the only keys that are gone through. */
  readonly among?: Placed<Expression>;
};

/** The object whose keys or entries an expression gives: `Object.entries(props).filter(isSet)`. */
export function goneThrough(expression: Expression, scope: Scope, depth = 0): Gone | undefined {
  const node = bare(expression);
  if (node.type === "Identifier") {
    const made = madeAt(node.name, scope);
    return made === undefined || depth > 4 ? undefined : goneThrough(made.node, made.scope, depth + 1);
  }
  if (node.type !== "CallExpression" || node.callee.type !== "MemberExpression") return undefined;
  const { object } = node.callee;
  if (object.type === "Super") return undefined;
  const method = tailName(node.callee);
  const [first] = node.arguments;
  if (object.type === "Identifier" && object.name === "Object" && lookUp(scope, "Object") === undefined) {
    if ((method !== "keys" && method !== "entries") || first === undefined || first.type === "SpreadElement")
      return undefined;
    const what = method === "keys" ? "key" : "entry";
    return { what, source: { node: bare(first), scope }, filters: [] };
  }
  if (method !== "filter" && method !== "sort" && method !== "toSorted") return undefined;
  const inner = goneThrough(object, scope, depth + 1);
  if (inner === undefined || method !== "filter" || first === undefined) return inner;
  return { ...inner, filters: [...inner.filters, { node: first, scope }] };
}

/** What a name is made as that is assigned once and never taken apart. */
export function madeAt(name: string, scope: Scope): Placed<Expression> | undefined {
  const binding = lookUp(scope, name);
  if (binding?.what.kind !== "variable" || binding.rewritten || binding.steps.length > 0) return undefined;
  const { init } = binding.what;
  return init === undefined ? undefined : { node: init, scope: binding.scope };
}

/** Names that stand for what is gone through, less so many of their steps. */
export type Standing = {
  readonly names: readonly Binding[];
  readonly for: "element" | "key" | "value";
  readonly skipped: number;
};

/** What stands for each of what is gone through, and what each has to be; open where that is not followed. */
export type Going = { readonly each: Each; readonly asked: readonly Asked[]; readonly isOpen: boolean };

/** Goes through something; `at` tells one such place from all others. */
export function going(
  linker: Linker,
  module: Module,
  at: Node,
  { what, source, filters, among }: Gone,
  standing: readonly Standing[],
): Going {
  const span = spanOf(module, source.node);
  const owner = `${module.path}:${at.start}`;
  const standsFor = (name: string, index: number): Value => ({
    ...{ kind: "parameter", span, owner, ownerName: "", name, index, path: [], type: undefined },
  });
  const key = standsFor("key", 0);
  const value = standsFor("value", 1);
  const pair: Value = { kind: "array", span, items: [() => key, () => value], complete: true };
  const by = { key, value, element: { key, value, entry: pair }[what] };
  const names = new Map<Binding, Value>();
  const asked: Asked[] = among === undefined ? [] : [{ among }];
  let isOpen = false;
  const tests: Standing[] = [];
  for (const { node, scope } of filters) {
    const test = node.type !== "SpreadElement" && isFunction(node) ? resultIn(node) : undefined;
    if (test !== undefined && isFunction(node)) {
      tests.push({ names: parametersOf(module, node, 0), for: "element", skipped: 0 });
      asked.push({ test, scope: module.scopes.scopeOf.get(node) ?? scope, holds: true });
    } // A function that stands elsewhere asks of an entry whether it holds something.
    else if (what === "entry") asked.push({ is: "some" });
    else isOpen = true;
  }
  for (const one of [...standing, ...tests])
    for (const name of one.names)
      names.set(
        name,
        stepInto(linker, by[one.for], name.steps.slice(one.skipped), { module, scope: name.scope }),
      );
  return { each: { owner, at: spanOf(module, at), source, key, value, names }, asked, isOpen };
}

/** The names that a function takes out of what it is given at a place. */
export function parametersOf({ scopes }: Module, fn: FunctionNode, at: number): readonly Binding[] {
  const all = [...(scopes.scopeOf.get(fn)?.values.values() ?? [])];
  return all.filter(({ what }) => what.kind === "parameter" && what.index === at && !what.rest);
}

/** The one expression that a function gives back. */
export function resultIn({ body }: FunctionNode): Expression | undefined {
  if (body === null || body === undefined) return undefined;
  if (body.type !== "BlockStatement") return body;
  const [only, ...more] = body.body;
  if (more.length > 0 || only?.type !== "ReturnStatement") return undefined;
  return only.argument ?? undefined;
}

/** What is put in for a key, and under which; the same where nothing else is said. */
export type EachPut = { readonly key?: Expression | undefined; readonly value?: Expression | undefined };

/** What is made of an object each of whose keys is put into another one; undefined where that is made later. */
export function madeOfEach(
  linker: Linker,
  { each, asked, isOpen }: Going,
  put: EachPut,
  site: Site,
): Value | undefined {
  const { module } = site;
  const of = (node: Expression | undefined, or: Value): Value =>
    node === undefined ? or : inEach(linker, each, () => linker.evaluate(node, site));
  const value = of(put.value, each.value);
  const key = of(put.key, each.key);
  // What stands under a key may be the key of another table: `Object.entries(codes).map(([name, code]) => [code, name])`.
  const isByKey = parametersIn(key).some(({ owner }) => owner === each.owner);
  // What becomes a text as a whole is read again elsewhere.
  const isJson = value.kind === "text" && value.meaning === "json";
  if (!isByKey || isJson || !isPlain(value, 0)) return undefined;
  return remadeOf(linker, linker.evaluate(each.source.node, { module, scope: each.source.scope }), {
    owner: each.owner,
    at: each.at,
    key,
    value,
    kept: (given) => (isOpen ? "unknown" : keptBy(linker, each, asked, module, given)),
  });
}

const plain: ReadonlySet<Value["kind"]> = new Set([
  ...(["text", "template", "string", "number", "boolean", "null", "undefined", "other"] as const),
  ...(["parameter", "lookup", "unknown"] as const),
]);

/** Whether nothing of a value is worked out later, when nobody knows any more for which key. */
function isPlain(value: Value, depth: number): boolean {
  if (depth > 8) return false;
  const [...parts] =
    value.kind === "union"
      ? value.members
      : value.kind === "choice"
        ? [value.yes, value.no]
        : value.kind === "fallback"
          ? [value.left, value.right]
          : [];
  return parts.length > 0 ? parts.every((one) => isPlain(one, depth + 1)) : plain.has(value.kind);
}

/** Something that is put under a key that is worked out. */
export type KeyedPut = Placed<Expression> & { readonly key: Expression };

const loops: ReadonlySet<string> = new Set([
  ...["ForStatement", "ForInStatement", "ForOfStatement", "WhileStatement", "DoWhileStatement"],
]);

/**
 * What a loop puts into the object that a name stands for, where it copies another one; undefined where it does more. It
 * gives undefined where what is put in is made later.
 */
export function copiedBy(
  linker: Linker,
  module: Module,
  binding: Binding,
  put: KeyedPut,
): (() => Value | undefined) | undefined {
  const home = functionAround(binding.scope) ?? module.scopes.program;
  const way = wayTo(home, put.node) ?? [];
  const isAround = (one: Node): boolean => one.start <= binding.start && binding.end <= one.end;
  const [loop, ...more] = way
    .slice(1)
    .filter((one) => (loops.has(one.type) || isFunction(one)) && !isAround(one));
  if (loop === undefined || more.length > 0) return undefined;
  const begun = begunBy(module, loop, put);
  if (begun === undefined) return undefined;
  const { gone, at, body, standing } = begun;
  const inner = askedWithin(module, body, put.node, put.scope);
  // What is asked around the loop counts where the loop is passed by, and not where all of the function is left.
  const outer = conditionsAround(home, loop).flatMap((one): Asked[] =>
    "test" in one && way.some((around) => "test" in around && around.test === one.test)
      ? [{ test: one.test, scope: put.scope, holds: one.holds }]
      : [],
  );
  return () => {
    const start = going(linker, module, at, gone, standing);
    const asked = [...start.asked, ...outer, ...inner.asked];
    return madeOfEach(
      linker,
      { ...start, asked, isOpen: start.isOpen || inner.isOpen },
      { key: put.key, value: put.node },
      { module, scope: put.scope },
    );
  };
}

/** What is asked within a function or a loop before a place in it; open where some of that is not followed. */
export function askedWithin(
  module: Module,
  body: Node,
  place: Node,
  scope: Scope,
): { readonly asked: readonly Asked[]; readonly isOpen: boolean } {
  const conditions = conditionsAround(body, place);
  const asked = conditions.flatMap((one): Asked[] =>
    "test" in one ? [{ test: one.test, scope, holds: one.holds }] : [],
  );
  const before = module.text.slice(body.start, place.start);
  const left = before.match(/\b(?:continue|break|return)\b/g)?.length ?? 0;
  const ownReturn = /\breturn\b[^;{}]*$/.test(before) ? 1 : 0;
  return { asked, isOpen: asked.length < conditions.length || left - ownReturn > asked.length };
}

type Begun = {
  readonly gone: Gone;
  readonly at: Node;
  readonly body: Node;
  readonly standing: readonly Standing[];
};

/** What a loop goes through, or the call that a function is handed to. */
function begunBy(module: Module, loop: Node, put: KeyedPut): Begun | undefined {
  const { scope } = put;
  if (loop.type === "ForOfStatement" || loop.type === "ForInStatement") {
    const { left, right, body } = loop;
    const gone: Gone | undefined =
      loop.type === "ForInStatement"
        ? { what: "key", source: { node: bare(right), scope }, filters: [] }
        : (goneThrough(right, scope) ?? goneAmong(right, put));
    if (gone === undefined || left.type !== "VariableDeclaration") return undefined;
    const names: Binding[] = [];
    for (let at: Scope | undefined = scope; at !== undefined; at = at.parent)
      for (const one of at.values.values())
        if (left.start <= one.start && one.end <= left.end) names.push(one);
    return { gone, at: loop, body, standing: [{ names, for: "element", skipped: 1 }] };
  }
  if (!isFunction(loop) || loop.body === null) return undefined;
  const handed = module.scopes.handed.get(loop);
  const call = handed?.call.node;
  if (handed === undefined || call?.type !== "CallExpression") return undefined;
  const gone = goneBy(call, handed.call.scope, handed.index, put);
  if (gone === undefined) return undefined;
  const isOfObject = gone.what === "value";
  return {
    gone,
    at: call,
    body: loop,
    standing: [
      { names: parametersOf(module, loop, 0), for: "element", skipped: 0 },
      ...(isOfObject ? ([{ names: parametersOf(module, loop, 1), for: "key", skipped: 0 }] as const) : []),
    ],
  };
}

const overAll: ReadonlySet<string> = new Set(["forEach", "map", "each", "forOwn", "forIn"]);

/** What a call goes through with the function that it is given: `Object.keys(x).forEach`, `_.forOwn(x, (value, key) => …)`. */
function goneBy(call: CallExpression, scope: Scope, index: number, put: KeyedPut): Gone | undefined {
  const name = tailName(call.callee) ?? "";
  if (!overAll.has(name)) return undefined;
  const { callee } = call;
  if (index === 0)
    return callee.type === "MemberExpression" && callee.object.type !== "Super"
      ? (goneThrough(callee.object, scope) ?? goneAmong(callee.object, put))
      : undefined;
  const [first] = call.arguments;
  if (index !== 1 || first === undefined || first.type === "SpreadElement" || name === "map")
    return undefined;
  return goneThrough(first, scope) ?? { what: "value", source: { node: bare(first), scope }, filters: [] };
}

/** What is gone through by a list of its keys: `for (const key of allowed) if (key in props) copy[key] = props[key]`. */
function goneAmong(list: Expression, { node, key, scope }: KeyedPut): Gone | undefined {
  const value = bare(node);
  if (value.type !== "MemberExpression" || !value.computed || value.object.type === "Super") return undefined;
  const [asked, put] = [bare(value.property), bare(key)];
  if (asked.type !== "Identifier" || put.type !== "Identifier" || asked.name !== put.name) return undefined;
  if (lengthOf(list, scope) > mostKeys) return undefined;
  return {
    what: "key",
    source: { node: bare(value.object), scope },
    filters: [],
    among: { node: list, scope },
  };
}

/** By a list of more keys, each of what is then put in is asked about all of them, again and again. */
const mostKeys = 32;

/** How many elements are written in a list, also as a constant of the file. */
function lengthOf(list: Expression, scope: Scope): number {
  const node = bare(list);
  const what = node.type === "Identifier" ? lookUp(scope, node.name)?.what : undefined;
  const written = what?.kind === "variable" && what.init !== undefined ? bare(what.init) : node;
  return written.type === "ArrayExpression" ? written.elements.length : 0;
}
