// Code that runs for each key of an object: what the names in it stand for there.
import { type Expression, type MemberExpression, type Node, visitorKeys } from "oxc-parser";
import { type Binding, lookUp, type Scope } from "../syntax/scopes.js";
import { bare } from "../syntax/syntax.js";
import { memberTest, noneTest, typeTest } from "../syntax/type-tests.js";
import { choiceOf, isNone, truth } from "./conditions.js";
import type { Linker } from "./linker.js";
import { parametersIn } from "./owners.js";
import { isPresent } from "./present.js";
import type { Kept } from "./remade.js";
import { substitute } from "./substitute.js";
import { type Arguments, plainText, type Site, type Value } from "./values.js";

/** What is gone through, and what stands for a key of it and for what is under that key: two parameters of a loop. */
export type Each = {
  readonly owner: string;
  readonly at: Value["span"];
  readonly source: { readonly node: Node; readonly scope: Scope };
  readonly key: Value;
  readonly value: Value;
  readonly names: ReadonlyMap<Binding, Value>;
};

/** Evaluates what stands in such code. */
export function inEach<T>(linker: Linker, each: Each, work: () => T): T {
  const { each: around, memo } = linker;
  linker.each = { ...each, names: new Map([...(around?.names ?? []), ...each.names]) };
  // What was worked out of names outside hangs on no key, and what is worked out in here does.
  linker.memo = { far: new Map(), near: new Map() };
  try {
    return work();
  } finally {
    linker.each = around;
    linker.memo = memo;
  }
}

/** `props[key]` where that runs for each key of `props`. */
export function memberOfEach(linker: Linker, node: MemberExpression, site: Site): Value | undefined {
  const { each } = linker;
  if (each === undefined || !node.computed || node.object.type === "Super") return undefined;
  if (!isSame({ node: node.object, scope: site.scope }, each.source, site)) return undefined;
  const key = linker.evaluate(node.property, site);
  return key.kind === "parameter" && key.owner === each.owner && key.index === 0 && key.path.length === 0
    ? each.value
    : undefined;
}

function isSame(one: Each["source"], other: Each["source"], { module }: Site): boolean {
  const [a, b] = [bare(one.node as Expression), bare(other.node as Expression)];
  if (a.type === "Identifier" && b.type === "Identifier")
    return a.name === b.name && lookUp(one.scope, a.name) === lookUp(other.scope, b.name);
  return module.text.slice(a.start, a.end) === module.text.slice(b.start, b.end);
}

/** What has to be so for a key to be taken: a test that is written out, or what a function of a library asks of a value. */
export type Asked =
  | { readonly test: Node; readonly scope: Scope; readonly holds: boolean }
  | { readonly is: "present" | "truthy" | "some" }
  | { readonly among: { readonly node: Node; readonly scope: Scope } };

/** Whether a key is taken, by all that is asked; what is known of the key and of what it holds is given. */
export function keptBy(
  linker: Linker,
  each: Each,
  asked: readonly Asked[],
  module: Site["module"],
  given: Arguments,
): Kept {
  let result: Kept = "always";
  for (const one of asked) {
    if ("is" in one) {
      const own = given.get(each.owner)?.[1];
      const answer = own === undefined || one.is === "some" ? undefined : isHeld(own, one.is);
      if (answer === false) return "never";
      if (answer === undefined && result === "always") result = "maybe";
      continue;
    }
    if ("among" in one) {
      const list = linker.evaluate(one.among.node, { module, scope: one.among.scope });
      const answer = isAmong(given.get(each.owner)?.[0], list);
      if (answer === false) return "never";
      if (answer === undefined) result = "unknown";
      continue;
    }
    const { test, scope, holds } = one;
    const of = (node: Node): Value =>
      substitute(
        linker,
        inEach(linker, each, () => linker.evaluate(node, { module, scope })),
        given,
      );
    // Whatever is gone through is in there.
    const isGone = (node: Node): boolean => isSame({ node, scope }, each.source, { module, scope });
    const answer = answerTo(linker, test, of, isGone);
    if (answer === holds) continue;
    if (answer !== undefined) return "never";
    if (asksForKey(linker, each, test, { module, scope })) result = "unknown";
    else if (result === "always") result = "maybe";
  }
  return result;
}

/** Whether a list holds a text. */
function isAmong(value: Value | undefined, list: Value): boolean | undefined {
  const text = value === undefined ? undefined : plainText(value);
  if (text === undefined || list.kind !== "array" || !list.complete) return undefined;
  const texts = list.items.map((item) => plainText(item()));
  return texts.includes(text) ? true : texts.includes(undefined) ? undefined : false;
}

function isHeld(value: Value, is: "present" | "truthy"): boolean | undefined {
  if (is === "truthy") return truth(value);
  return isNone(value) ? false : isPresent(value) ? true : undefined;
}

/** Whether a test holds; undefined where nobody knows. */
function answerTo(
  linker: Linker,
  test: Node,
  of: (node: Node) => Value,
  isGone: (node: Node) => boolean,
): boolean | undefined {
  const node = bare(test as Expression);
  const { start, end } = node;
  if (node.type === "UnaryExpression" && node.operator === "!") {
    const inner = answerTo(linker, node.argument, of, isGone);
    return inner === undefined ? undefined : !inner;
  }
  if (node.type === "LogicalExpression" && node.operator !== "??") {
    const isAnd = node.operator === "&&";
    const sides = [node.left, node.right].map((side) => answerTo(linker, side, of, isGone));
    if (sides.includes(!isAnd)) return !isAnd;
    return sides.includes(undefined) ? undefined : isAnd;
  }
  const span = { file: "", start, end };
  const chosen = (choice: Omit<Parameters<typeof choiceOf>[0], "span" | "yes" | "no">): boolean | undefined =>
    truth(
      choiceOf(
        {
          ...choice,
          span,
          yes: { kind: "boolean", span, value: true },
          no: { kind: "boolean", span, value: false },
        },
        true,
      ),
    );
  const ofType = typeTest(node);
  if (ofType !== undefined)
    return chosen({ left: of(ofType.of), right: undefined, type: ofType.type, equal: ofType.equal });
  const nothing = noneTest(node);
  if (nothing !== undefined)
    return nothing.mayBeEmpty
      ? undefined
      : chosen({ left: of(nothing.of), right: { kind: "null", span }, equal: true, loose: true });
  const among = memberTest(node);
  if (among !== undefined) {
    return isAmong(of(among.of), of(among.list));
  }
  if (node.type === "CallExpression" && node.callee.type === "MemberExpression") {
    const { object, property } = node.callee;
    const [first, ...more] = node.arguments;
    const method = property.type === "Identifier" && !node.callee.computed ? property.name : "";
    if ((method === "startsWith" || method === "endsWith") && object.type !== "Super") {
      const text = plainText(of(object));
      const part = first === undefined || first.type === "SpreadElement" ? undefined : plainText(of(first));
      if (text === undefined || part === undefined || more.length > 0) return undefined;
      return method === "startsWith" ? text.startsWith(part) : text.endsWith(part);
    }
  }
  if (node.type === "BinaryExpression") {
    if (node.left.type === "PrivateIdentifier") return undefined;
    if (node.operator === "in") {
      if (isGone(node.right)) return true;
      const text = plainText(of(node.left));
      const table = of(node.right);
      if (text === undefined || table.kind !== "object") return undefined;
      if (table.members.some((one) => one.kind === "property" && one.name === text && !one.optional))
        return true;
      return table.members.every((one) => one.kind === "property" && one.name !== text) ? false : undefined;
    }
    if (!/^[!=]==?$/.test(node.operator)) return undefined;
    const equal = node.operator.startsWith("=");
    const loose = node.operator.length === 2;
    return chosen({ left: of(node.left), right: of(node.right), equal, ...(loose && { loose }) });
  }
  return truth(of(node));
}

/** Whether what a test asks hangs on the key, and not on what is under it alone. */
function asksForKey(linker: Linker, each: Each, test: Node, site: Site): boolean {
  const of = (node: Node): Value => inEach(linker, each, () => linker.evaluate(node, site));
  const visit = (node: Node, isCalled: boolean): boolean => {
    if (node.type === "MemberExpression" || node.type === "Identifier") {
      const name = node.type === "Identifier" ? lookUp(site.scope, node.name) : undefined;
      if (node.type === "Identifier" && (name === undefined || isCalled)) return false;
      const value = of(node);
      if (value.kind === "parameter" && value.owner === each.owner) return value.index === 0;
      const found = parametersIn(value).filter(({ owner }) => owner === each.owner);
      if (found.length > 0) return found.some(({ index }) => index === 0);
      // A name that is made in there of something that nobody knows.
      if (name !== undefined) return value.kind === "unknown" && isInside(each, name, site);
    }
    return (visitorKeys[node.type] ?? []).some((key) => {
      const child: unknown = Reflect.get(node, key);
      const isProperty = node.type === "MemberExpression" && key === "property" && !node.computed;
      if (isProperty) return false;
      const isCallee = node.type === "CallExpression" && key === "callee";
      return (Array.isArray(child) ? child : [child]).some(
        (one: unknown) => isNode(one) && visit(one, isCallee),
      );
    });
  };
  return visit(test, false);
}

function isInside(each: Each, { scope }: Binding, site: Site): boolean {
  const outer = new Set<Scope>();
  for (const binding of each.names.keys())
    for (let at: Scope | undefined = binding.scope.parent; at !== undefined; at = at.parent) outer.add(at);
  return !outer.has(scope) && scope !== site.module.scopes.top;
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value;
}
