// The conditions around a call in a function: who leaves out what they ask for does not come to the call.
import type { CallExpression, Expression, Node } from "oxc-parser";
import type { Condition } from "../syntax/conditions-around.js";
import { conditionsOfUse } from "../syntax/conditions-of-use.js";
import { lookUp, type Placed, type Scope } from "../syntax/scopes.js";
import { bare, noneIn } from "../syntax/syntax.js";
import { memberTest, noneTest, ownTest, typeTest } from "../syntax/type-tests.js";
import { callOf, isNothing, isSetChanged, namesIn, namesWithin, testOf } from "./answers.js";
import { type Guard, truth } from "./conditions.js";
import { decided, truths } from "./decided.js";
import { evaluate } from "./evaluate.js";
import { deepestEvaluation, type Linker } from "./linker.js";
import { memberOf } from "./members.js";
import type { Module } from "./module.js";
import { ownersOf, parametersIn } from "./owners.js";
import { substitute } from "./substitute.js";
import { idOf, plainText, spanOf } from "./values.js";

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
  const guards = conditionsOfUse(around, placed.node, module.text).flatMap((one) =>
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
  if (node.type === "LogicalExpression") {
    if (node.operator === (holds ? "&&" : "||")) return [...of(node.left, holds), ...of(node.right, holds)];
    const value = isOfGiven(node, placed.scope, inside) ? answerTo(linker, module, placed, node) : undefined;
    return value === undefined ? [] : [{ value, test: "truthy", holds }];
  }
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
    const { left, right } = node;
    if (left.type === "PrivateIdentifier") return [];
    if (left.type !== "Literal" || typeof left.value !== "string")
      return askedKey(linker, module, placed, { key: left, table: right }, holds, askedOf);
    // `"size" in payload`
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
  if (node.type === "ConditionalExpression") {
    // `isScreen(name) ? aboutOf(name) : null`
    const isElse = isNothing(node.alternate);
    if (!isElse && !isNothing(node.consequent)) return [];
    const other = isElse ? node.consequent : node.alternate;
    const isSure = holds || truth(evaluate(linker, other, { module, scope: placed.scope })) === true;
    return isSure ? of(node.test, isElse === holds) : [];
  }
  const owned = ownTest(node);
  if (owned !== undefined) return askedKey(linker, module, placed, owned, holds, askedOf);
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
  const called = callOf(node, placed.scope);
  if (called?.made !== undefined) return of(called.made, holds);
  const said = called?.call === undefined ? undefined : saidBy(linker, module, placed, called.call, holds);
  if (said !== undefined) return said;
  const value = askedOf(node);
  return value === undefined ? [] : [{ value, test: "truthy", holds }];
}

/** Whether a table has a key that callers give: `name in screens`. */
function askedKey(
  linker: Linker,
  module: Module,
  { scope }: Placed,
  { key, table }: { readonly key: Expression; readonly table: Expression },
  holds: boolean,
  askedOf: (one: Expression) => Guard["value"] | undefined,
): readonly Guard[] {
  const whole = evaluate(linker, table, { module, scope });
  const value = whole.kind === "object" ? askedOf(key) : undefined;
  if (whole.kind !== "object" || value === undefined) return [];
  const keys = whole.members.map((member) => (member.kind === "property" ? member.name : undefined));
  return amongTexts(value, keys, holds);
}

/**
 * What a function asks that does nothing else, as in `isTracked(message)` with `(one) => one.type === "track"`, or that
 * gives nothing back where a test holds: `if (!entry) return undefined;`.
 */
function saidBy(
  linker: Linker,
  module: Module,
  { scope }: Placed,
  node: CallExpression,
  holds: boolean,
): readonly Guard[] | undefined {
  if (linker.depth >= deepestEvaluation || linker.fuel <= 0) return undefined;
  const given = node.arguments.flatMap((one) => (one.type === "SpreadElement" ? [] : [one]));
  if (given.length === 0 || given.length > 2 || given.length < node.arguments.length) return undefined;
  const callee = evaluate(linker, node.callee, { module, scope });
  if (callee.kind !== "function" || callee.fn.params.length < given.length || callee.fn.body === null)
    return undefined;
  const { fn, site } = callee;
  const test = testOf(fn, callee.fn.body, site.module);
  if (test === undefined) return undefined;
  const values = given.map((one) => evaluate(linker, one, { module, scope }));
  if (values.every((value) => parametersIn(value).length === 0)) return undefined;
  linker.depth++;
  linker.fuel--;
  try {
    const all = new Map([...callee.given, [idOf(site.module, fn), values] as const]);
    const guards = asked(linker, site.module, test.placed, test.of, test.holds === holds, test.inside);
    return guards.map((guard) => ({ ...guard, value: substitute(linker, guard.value, all) }));
  } finally {
    linker.depth--;
  }
}

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
  const names = namesIn(expression);
  if (names?.every((name) => isGiven(name, placed.scope, inside)) !== true) return undefined;
  const whole = evaluate(linker, expression, { module, scope: placed.scope });
  const value = key === undefined ? whole : memberOf(linker, whole, key);
  return parametersIn(value).length > 0 ? value : undefined;
}

/** What is assigned again need not be what was given, and a name that is declared in between is another one. */
function isGiven(name: string, scope: Scope, inside: Node): boolean {
  const binding = lookUp(scope, name);
  if (binding === undefined || binding.rewritten) return false;
  return binding.start < inside.start || inside.end < binding.end;
}

/** Whether all names in a test are what they were when it was asked. */
function isOfGiven(test: Expression, scope: Scope, inside: Node): boolean {
  return namesWithin(test).every((name) => lookUp(scope, name) === undefined || isGiven(name, scope, inside));
}

/** Whether a test holds, where it hangs on what callers give: what it comes to by each of its parts. */
function answerTo(
  linker: Linker,
  module: Module,
  { scope }: Placed,
  test: Expression,
): Guard["value"] | undefined {
  const span = spanOf(module, test);
  const value = decided(linker, span, test, { module, scope }, ...truths(span));
  return value?.kind === "choice" ? value : undefined;
}
