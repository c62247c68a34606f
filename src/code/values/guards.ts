// The conditions around a call in a function: who leaves out what they ask for does not come to the call.
import type { CallExpression, Expression, Node } from "oxc-parser";
import { type Condition, conditionsAround } from "../syntax/conditions-around.js";
import { lookUp, type Placed, type Scope } from "../syntax/scopes.js";
import { bare, keyName, noneIn, tailName } from "../syntax/syntax.js";
import { memberTest, noneTest, takenBy, typeTest } from "../syntax/type-tests.js";
import type { Guard } from "./conditions.js";
import { evaluate } from "./evaluate.js";
import { deepestEvaluation, type Linker } from "./linker.js";
import { memberOf } from "./members.js";
import type { Module } from "./module.js";
import { ownersOf, parametersIn } from "./owners.js";
import { substitute } from "./substitute.js";
import { idOf, plainText } from "./values.js";

/** The conditions on parameters that a call in a function stands under; `owner` is the function's identity. */
export function guardsOf(linker: Linker, module: Module, owner: string, placed: Placed): readonly Guard[] {
  const fn = functionOf(placed.scope, owner, module);
  return fn === undefined ? [] : guardsIn(linker, module, fn, placed);
}

/** The conditions on parameters that a place stands under, of whatever functions around it. */
export function guardsAround(linker: Linker, module: Module, placed: Placed): readonly Guard[] {
  let outermost: Node | undefined;
  for (let at: Scope | undefined = placed.scope; at !== undefined; at = at.parent)
    outermost = at.fn ?? outermost;
  return outermost === undefined ? [] : guardsIn(linker, module, outermost, placed);
}

function guardsIn(linker: Linker, module: Module, around: Node, placed: Placed): readonly Guard[] {
  const guards = conditionsAround(around, placed.node).flatMap((one) =>
    "test" in one
      ? asked(linker, module, placed, one.test, one.holds, one.inside)
      : askedByCases(linker, module, placed, one),
  );
  return guards.map((guard) => ({ ...guard, owners: ownersOf(guard.value) }));
}

function functionOf(scope: Scope, owner: string, { path }: Module): Node | undefined {
  for (let at: Scope | undefined = scope; at !== undefined; at = at.parent) {
    const node = at.fn ?? at.cls;
    if (node !== undefined && `${path}:${node.start}` === owner) return node;
  }
  return undefined;
}

/** What a test asks of parameters; nothing of what else it asks. */
function asked(
  linker: Linker,
  module: Module,
  placed: Placed,
  test: Expression,
  holds: boolean,
  inside: Node,
): readonly Guard[] {
  const node = bare(test);
  const of = (one: Expression, as: boolean): readonly Guard[] =>
    asked(linker, module, placed, one, as, inside);
  if (node.type === "UnaryExpression" && node.operator === "!") return of(node.argument, !holds);
  if (node.type === "LogicalExpression")
    return node.operator === (holds ? "&&" : "||") ? [...of(node.left, holds), ...of(node.right, holds)] : [];
  const askedOf = (one: Expression): Guard["value"] | undefined =>
    askedValue(linker, module, placed, one, inside);
  const nothing = noneTest(node);
  // What is empty may be there.
  if (nothing?.mayBeEmpty === true) {
    const value = holds ? undefined : askedOf(nothing.of);
    return value === undefined ? [] : [{ value, test: "truthy", holds: true }];
  }
  if (nothing !== undefined) {
    const value = askedOf(nothing.of);
    return value === undefined ? [] : [{ value, test: "present", holds: !holds }];
  }
  const ofType = typeTest(node);
  if (ofType !== undefined) {
    const { of: one, type, equal } = ofType;
    const value = askedOf(one);
    return value === undefined ? [] : [{ value, test: { type }, holds: equal === holds }];
  }
  if (node.type === "BinaryExpression" && node.operator === "in") {
    // `"size" in payload`
    const { left, right } = node;
    if (left.type !== "Literal" || typeof left.value !== "string") return [];
    const value = askedValue(linker, module, placed, right, inside, left.value);
    return value === undefined ? [] : [{ value, test: "defined", holds }];
  }
  if (node.type === "BinaryExpression" && /^[!=]==?$/.test(node.operator)) {
    const none = noneIn(node.right);
    if (none === undefined) {
      const is = plainText(evaluate(linker, node.right, { module, scope: placed.scope }));
      const compared = is === undefined ? undefined : askedOf(node.left);
      return is === undefined || compared === undefined
        ? []
        : [{ value: compared, test: { among: [is] }, holds: node.operator.startsWith("=") === holds }];
    }
    const strict = node.operator.length === 3;
    // What is compared with null strictly may still be undefined.
    if (strict && none === "null") return [];
    const value = askedOf(node.left);
    const isThere = node.operator.startsWith("!") === holds;
    return value === undefined ? [] : [{ value, test: strict ? "defined" : "present", holds: isThere }];
  }
  const held = memberTest(node);
  if (held !== undefined) {
    const list = evaluate(linker, held.list, { module, scope: placed.scope });
    if (list.kind !== "array" || !list.complete || isSetChanged(module, held.list, placed.scope)) return [];
    const value = askedOf(held.of);
    if (value === undefined) return [];
    return amongTexts(
      value,
      list.items.map((one) => plainText(one())),
      holds,
    );
  }
  const said = node.type === "CallExpression" ? saidBy(linker, module, placed, node, holds) : undefined;
  if (said !== undefined) return said;
  const value = askedOf(node);
  return value === undefined ? [] : [{ value, test: "truthy", holds }];
}

/** What a function asks that does nothing else: `isTracked(message)` with `(one) => one.type === "track"`. */
function saidBy(
  linker: Linker,
  module: Module,
  { scope }: Placed,
  node: CallExpression,
  holds: boolean,
): readonly Guard[] | undefined {
  const [given, ...others] = node.arguments;
  if (given === undefined || given.type === "SpreadElement" || others.length > 0) return undefined;
  if (!/^_?(?:is|has|can|should)(?=[A-Z_])/.test(tailName(node.callee) ?? "")) return undefined;
  if (linker.depth >= deepestEvaluation || linker.fuel <= 0) return undefined;
  const callee = evaluate(linker, node.callee, { module, scope });
  if (callee.kind !== "function" || callee.fn.params.length !== 1) return undefined;
  const { fn, site } = callee;
  const [answer, ...more] = site.module.scopes.returns.get(fn) ?? [];
  const isPlain = fn.body !== null && (fn.body.type !== "BlockStatement" || fn.body.body.length === 1);
  if (answer === undefined || more.length > 0 || !isPlain) return undefined;
  const value = evaluate(linker, given, { module, scope });
  if (parametersIn(value).length === 0) return undefined;
  linker.depth++;
  linker.fuel--;
  try {
    const all = new Map([...callee.given, [idOf(site.module, fn), [value]] as const]);
    const inside = asked(linker, site.module, answer, answer.node, holds, answer.node);
    return inside.map((guard) => ({ ...guard, value: substitute(linker, guard.value, all) }));
  } finally {
    linker.depth--;
  }
}

/** Whether something may come to a set, or leave it, after it is made, as far as its module tells; a list says so itself. */
function isSetChanged({ scopes }: Module, list: Expression, from: Scope): boolean {
  const name = bare(list);
  const binding = name.type === "Identifier" ? lookUp(from, name.name) : undefined;
  return (
    binding !== undefined &&
    scopes.calls.some(({ node, scope }) => {
      if (node.type !== "CallExpression" || node.callee.type !== "MemberExpression") return false;
      const { object, property, computed } = node.callee;
      return (
        changing.has(keyName(property, computed) ?? "") &&
        object.type === "Identifier" &&
        lookUp(scope, object.name) === binding
      );
    })
  );
}

const changing: ReadonlySet<string> = new Set(["add", "delete", "clear"]);

/** What a `switch` asks of a parameter. */
function askedByCases(
  linker: Linker,
  module: Module,
  placed: Placed,
  { of, cases, holds, inside }: Extract<Condition, { readonly cases: unknown }>,
): readonly Guard[] {
  const among = cases.map((one) => plainText(evaluate(linker, one, { module, scope: placed.scope })));
  const value = askedValue(linker, module, placed, of, inside);
  return value === undefined ? [] : amongTexts(value, among, holds);
}

/** Of what is none of several, each that is known counts; of what is one of them, all have to be. */
function amongTexts(
  value: Guard["value"],
  among: readonly (string | undefined)[],
  holds: boolean,
): readonly Guard[] {
  const texts = among.filter((one) => one !== undefined);
  if (texts.length === 0 || (holds && texts.length < among.length)) return [];
  return [{ value, test: { among: texts }, holds }];
}

/** What a condition asks about, or what that has under a key, where a caller decides what it is. */
function askedValue(
  linker: Linker,
  module: Module,
  placed: Placed,
  expression: Expression,
  inside: Node,
  key?: string,
): Guard["value"] | undefined {
  const name = nameIn(expression);
  const binding = name === undefined ? undefined : lookUp(placed.scope, name);
  // What is assigned again need not be what was given, and a name that is declared in between is another one.
  if (binding === undefined || binding.rewritten) return undefined;
  if (inside.start <= binding.start && binding.end <= inside.end) return undefined;
  const whole = evaluate(linker, expression, { module, scope: placed.scope });
  const value = key === undefined ? whole : memberOf(linker, whole, key);
  return parametersIn(value).length > 0 ? value : undefined;
}

/** The name that a plain way to a value begins with: `props` of `props.onClose`. */
function nameIn(expression: Expression): string | undefined {
  let at = bare(expression);
  const taken = at.type === "CallExpression" ? takenBy(at) : undefined;
  if (taken !== undefined && taken.instead === undefined) at = bare(taken.of);
  while (
    at.type === "MemberExpression" &&
    at.object.type !== "Super" &&
    keyName(at.property, at.computed) !== undefined
  )
    at = bare(at.object);
  return at.type === "Identifier" ? at.name : undefined;
}
