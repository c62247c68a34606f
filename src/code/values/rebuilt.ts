// Objects that are put together of the keys of another one by functions: `reduce`, `Object.fromEntries`, `pickBy`.
import type { Argument, CallExpression, Expression, Node } from "oxc-parser";
import { type Binding, lookUp, type Placed, type Scope } from "../syntax/scopes.js";
import { bare, type FunctionNode, isFunction, tailName } from "../syntax/syntax.js";
import { stepInto } from "./bindings.js";
import { changesIn } from "./changes.js";
import {
  askedWithin,
  type EachPut,
  type Going,
  type Gone,
  going,
  goneThrough,
  madeAt,
  madeOfEach,
  parametersOf,
  resultIn,
  type Standing,
} from "./copies.js";
import { type Asked, inEach } from "./each.js";
import { lazily } from "./lazily.js";
import type { Linker } from "./linker.js";
import { type Member, type Site, spanOf, type Value } from "./values.js";

/** Something that is put in, and where it is written. */
type Written = EachPut & { readonly at: Node; readonly scope: Scope };

/** What `Object.keys(props).reduce((all, key) => …, {})` gives; undefined where more is done than that keys are put in. */
export function reducedOf(
  linker: Linker,
  node: CallExpression,
  site: Site,
  span: Value["span"],
): Value | undefined {
  const [fn, first] = node.arguments;
  const { callee } = node;
  if (fn === undefined || fn.type === "SpreadElement" || !isFunction(fn) || fn.body === null)
    return undefined;
  if (first === undefined || first.type === "SpreadElement") return undefined;
  if (callee.type !== "MemberExpression" || callee.object.type === "Super") return undefined;
  const gone = goneThrough(callee.object, site.scope);
  const [all, ...more] = parametersOf(site.module, fn, 0);
  if (gone === undefined || all === undefined || more.length > 0 || all.steps.length > 0) return undefined;
  const puts = putsInto(site, fn, all);
  if (puts === undefined) return undefined;
  const standing: Standing = { names: parametersOf(site.module, fn, 1), for: "element", skipped: 0 };
  const made = madeBy(linker, { node, fn, gone, standing: [standing], puts }, site);
  if (made === undefined) return undefined;
  const begun: Member = { kind: "spread", value: lazily(() => linker.evaluate(first, site)) };
  return { kind: "object", span, members: [begun, ...made] };
}

/** What a function puts into an object that it gives back; undefined where it does more with it. */
function putsInto({ module }: Site, fn: FunctionNode, all: Binding): readonly Written[] | undefined {
  const changes = changesIn(module).get(all);
  if (changes !== undefined) {
    const { puts, unclear, removed, pushed, handed } = changes;
    if (puts.size + unclear.size + removed.size + pushed.length + handed.length > 0) return undefined;
  }
  const found: Written[] = [];
  for (const { target, value } of module.scopes.memberWrites) {
    const { node, scope } = target;
    if (node.type !== "MemberExpression" || !node.computed || node.object.type === "Super") continue;
    const object = bare(node.object);
    if (object.type !== "Identifier" || lookUp(scope, object.name) !== all) continue;
    found.push({ key: node.property, value, at: value, scope });
  }
  const isAll = (node: Expression, scope: Scope): boolean =>
    node.type === "Identifier" && lookUp(scope, node.name) === all;
  const visit = (expression: Expression, scope: Scope): boolean => {
    const node = bare(expression);
    if (isAll(node, scope)) return true;
    switch (node.type) {
      case "ConditionalExpression":
        return visit(node.consequent, scope) && visit(node.alternate, scope);
      case "LogicalExpression":
        return node.operator === "&&" && visit(node.right, scope);
      case "CallExpression": {
        const [into, ...others] = node.arguments;
        if (tailName(node.callee) !== "assign" || into === undefined || into.type === "SpreadElement")
          return false;
        return visit(into, scope) && others.every((one) => one.type !== "SpreadElement" && visit(one, scope));
      }
      case "ObjectExpression":
        return node.properties.every((one) => {
          if (one.type === "SpreadElement") return visit(one.argument, scope);
          if (!one.computed || one.key.type === "PrivateIdentifier" || one.kind !== "init") return false;
          found.push({ key: one.key as Expression, value: one.value, at: one.value, scope });
          return true;
        });
      default:
        return false;
    }
  };
  const returns = module.scopes.returns.get(fn) ?? [];
  return returns.length > 0 && returns.every(({ node, scope }) => visit(node, scope)) ? found : undefined;
}

/** A function that is called for each of what is gone through, and what it puts in. */
type Making = {
  readonly node: Node;
  readonly fn: FunctionNode | undefined;
  readonly gone: Gone;
  readonly standing: readonly Standing[];
  readonly puts: readonly Written[];
  /** What is asked of the entries that are made. */
  readonly after?: readonly Placed<Argument>[];
  /** What is asked of each by the function that leaves some out. */
  readonly asked?: readonly Asked[];
};

function madeBy(
  linker: Linker,
  { node, fn, gone, standing, puts, after = [], asked = [] }: Making,
  { module }: Site,
): readonly Member[] | undefined {
  const start = going(linker, module, node, gone, standing);
  const members: Member[] = [];
  for (const put of puts) {
    const { scope } = put;
    const inner = fn === undefined ? undefined : askedWithin(module, fn, put.at, scope);
    const own: Going = {
      each: start.each,
      asked: [...start.asked, ...(inner?.asked ?? []), ...asked],
      isOpen: start.isOpen || inner?.isOpen === true,
    };
    const site = { module, scope };
    const made = madeOfEach(
      linker,
      after.length > 0 ? askedAfter(linker, own, put, after, site) : own,
      put,
      site,
    );
    if (made === undefined) return undefined;
    members.push({ kind: "spread", value: () => made });
  }
  return members;
}

/** The same with what is asked of entries once they are made. */
function askedAfter(
  linker: Linker,
  { each, asked, isOpen }: Going,
  { key, value }: EachPut,
  after: readonly Placed<Argument>[],
  site: Site,
): Going {
  const of = (node: Expression | undefined, or: Value): Value =>
    node === undefined ? or : inEach(linker, each, () => linker.evaluate(node, site));
  const items = [of(key, each.key), of(value, each.value)].map((one) => () => one);
  const pair: Value = { kind: "array", span: each.key.span, items, complete: true };
  const names = new Map(each.names);
  const all = [...asked];
  for (const { node, scope } of after) {
    const test = node.type !== "SpreadElement" && isFunction(node) ? resultIn(node) : undefined;
    if (test === undefined || node.type === "SpreadElement" || !isFunction(node)) all.push({ is: "some" });
    else {
      for (const one of parametersOf(site.module, node, 0))
        names.set(one, stepInto(linker, pair, one.steps, site));
      all.push({ test, scope: site.module.scopes.scopeOf.get(node) ?? scope, holds: true });
    }
  }
  return { each: { ...each, names }, asked: all, isOpen };
}

/** What `Object.fromEntries` gives of a list of entries that are made of those of an object; undefined for any other. */
export function entriesMade(
  linker: Linker,
  list: Expression,
  site: Site,
  span: Value["span"],
  after: readonly Placed<Argument>[] = [],
): Value | undefined {
  const node = bare(list);
  const { module, scope } = site;
  if (node.type === "Identifier") {
    const made = madeAt(node.name, scope);
    const isCall = made !== undefined && bare(made.node).type === "CallExpression";
    return isCall ? entriesMade(linker, made.node, { module, scope: made.scope }, span, after) : undefined;
  }
  if (node.type !== "CallExpression") return undefined;
  const whole = goneThrough(node, scope);
  if (whole?.what === "entry") {
    const put = { at: node, scope };
    const members = madeBy(
      linker,
      { node, fn: undefined, gone: whole, standing: [], puts: [put], after },
      site,
    );
    return wholeOf(span, members);
  }
  const { callee } = node;
  if (callee.type !== "MemberExpression" || callee.object.type === "Super") return undefined;
  const method = tailName(callee);
  const [fn] = node.arguments;
  if (fn === undefined) return undefined;
  if (method === "filter")
    return entriesMade(linker, callee.object, site, span, [{ node: fn, scope }, ...after]);
  if ((method !== "map" && method !== "flatMap") || fn.type === "SpreadElement" || !isFunction(fn))
    return undefined;
  const gone = goneThrough(callee.object, scope);
  const puts = gone === undefined ? undefined : entriesIn(site, fn, method === "flatMap");
  if (gone === undefined || puts === undefined) return undefined;
  const standing: Standing = { names: parametersOf(module, fn, 0), for: "element", skipped: 0 };
  const members = madeBy(linker, { node, fn, gone, standing: [standing], puts, after }, site);
  return wholeOf(span, members);
}

/** The entries that a function gives, one or a list of them; undefined where it gives anything else. */
function entriesIn({ module }: Site, fn: FunctionNode, isList: boolean): readonly Written[] | undefined {
  const found: Written[] = [];
  const visit = (expression: Expression, scope: Scope, isInList: boolean): boolean => {
    const node = bare(expression);
    if (node.type === "ConditionalExpression")
      return visit(node.consequent, scope, isInList) && visit(node.alternate, scope, isInList);
    if (node.type !== "ArrayExpression") return false;
    if (isInList)
      return node.elements.every(
        (one) => one !== null && one.type !== "SpreadElement" && visit(one, scope, false),
      );
    const [key, value, ...more] = node.elements;
    if (!key || !value || key.type === "SpreadElement" || value.type === "SpreadElement") return false;
    found.push({ key, value, at: node, scope });
    return more.length === 0;
  };
  const returns = module.scopes.returns.get(fn) ?? [];
  return returns.length > 0 && returns.every(({ node, scope }) => visit(node, scope, isList))
    ? found
    : undefined;
}

/** Functions of libraries that make an object of another one's keys. */
const remaking: ReadonlySet<string> = new Set(["pickBy", "omitBy", "mapKeys", "mapValues"]);

/** What a library makes of an object by a function that it asks for each key; undefined where nobody follows that. */
export function remadeBy(linker: Linker, name: string, node: CallExpression, site: Site): Value | undefined {
  const [first, fn, ...more] = node.arguments;
  if (!remaking.has(name) || first === undefined || first.type === "SpreadElement" || more.length > 0)
    return undefined;
  const { module, scope } = site;
  const gone: Gone = { what: "value", source: { node: bare(first), scope }, filters: [] };
  if (fn === undefined || fn.type === "SpreadElement" || !isFunction(fn)) {
    const is = name === "pickBy" ? "truthy" : "present";
    const isTold =
      name.endsWith("By") && (fn === undefined || asksOnly[name]?.has(tailName(fn as Expression) ?? ""));
    if (!isTold) return undefined;
    const making = {
      node,
      fn: undefined,
      gone,
      standing: [],
      puts: [{ at: node, scope }],
      asked: [{ is }],
    } as const;
    return wholeOf(spanOf(module, node), madeBy(linker, making, site));
  }
  const standing: readonly Standing[] = [
    { names: parametersOf(module, fn, 0), for: "value", skipped: 0 },
    { names: parametersOf(module, fn, 1), for: "key", skipped: 0 },
  ];
  const results = module.scopes.returns.get(fn) ?? [];
  if (name.endsWith("By")) {
    const [only, ...others] = results;
    if (only === undefined || others.length > 0) return undefined;
    const asked = [{ test: only.node, scope: only.scope, holds: name === "pickBy" }];
    const making = { node, fn: undefined, gone, standing, puts: [{ at: node, scope }], asked };
    return wholeOf(spanOf(module, node), madeBy(linker, making, site));
  }
  const puts = results.map(
    ({ node: made, scope: at }): Written => ({
      ...(name === "mapKeys" ? { key: made } : { value: made }),
      at: made,
      scope: at,
    }),
  );
  return wholeOf(spanOf(module, node), madeBy(linker, { node, fn, gone, standing, puts }, site));
}

/** Functions that ask nothing but whether a value is there, by what is done with what they say. */
const asksOnly: Readonly<Record<string, ReadonlySet<string>>> = {
  pickBy: new Set(["identity", "Boolean"]),
  omitBy: new Set(["isNil"]),
};

/** An object with such members; of a single one it is that. */
function wholeOf(span: Value["span"], members: readonly Member[] | undefined): Value | undefined {
  const [only, ...more] = members ?? [];
  if (only?.kind === "spread" && more.length === 0) return only.value();
  return members && { kind: "object", span, members };
}
