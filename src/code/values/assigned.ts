// What a name that is assigned more than once stands for at a place: what was put into it last on every way there, and
// whatever may have come in since.
import type { AssignmentExpression, Node } from "oxc-parser";
import { conditionsAround, isLeft, wayTo } from "../syntax/conditions-around.js";
import { type Binding, functionAround, type Write } from "../syntax/scopes.js";
import { isFunction } from "../syntax/syntax.js";
import { stepInto } from "./bindings.js";
import { choiceOf, isNone, orElse } from "./conditions.js";
import { decided } from "./decided.js";
import { aside, type Linker, mayKeep, memoOf } from "./linker.js";
import type { Module } from "./module.js";
import { fallbackOf } from "./present.js";
import { type Site, spanOf, unionOf, unknown, type Value } from "./values.js";

/** More assignments of one name are not told from each other, nor more that may have been made on the way or not. */
const mostWrites = 24;
const mostSince = 4;

/** An assignment, and the nodes around what it assigns. */
export type Passed = Write & { readonly way: readonly Node[] };

/** The assignments of a name in their order, and the innermost function in which all of them are made. */
export type Assigned = {
  readonly home: Node;
  /** Undefined where some are made in functions within. */
  readonly writes: readonly Passed[] | undefined;
};

/**
 * The value of a name at a place, `first` being what it begins with. Undefined where the order of its assignments is not
 * that of the text: in loops, and where other functions assign it.
 */
export function assignedAt(
  linker: Linker,
  binding: Binding,
  module: Module,
  use: Node,
  first: () => Value,
): Value | undefined {
  const found = writesBefore(binding, module, use);
  if (found === undefined) return undefined;
  const { writes, way } = found;
  const last = writes.findLastIndex((write) => isPassed(write, way));
  const base = writes[last];
  const since = writes.slice(last + 1);
  if (since.length > mostSince) return undefined;
  let value = base === undefined ? first() : writtenValue(linker, binding, module, base);
  // A name that begins empty is filled in before it is used.
  let isBlank = base === undefined && since.length > 0 && isEmpty(value);
  for (const write of since) {
    const given = writtenValue(linker, binding, module, write);
    value = isBlank ? given : mayBe(linker, binding, module, write, way, given, value);
    isBlank = false;
  }
  return value;
}

function isEmpty(value: Value): boolean {
  return isNone(value) || (value.kind === "string" && value.value === "");
}

/** The assignments that may be made before a place, in their order, and the nodes around the place. */
function writesBefore(
  binding: Binding,
  module: Module,
  use: Node,
): { readonly writes: readonly Passed[]; readonly way: readonly Node[] } | undefined {
  if (binding.unclear || binding.writes.length === 0 || binding.writes.length > mostWrites) return undefined;
  const { home, writes } = assignedIn(module, binding);
  if (writes === undefined) return undefined;
  const whole = wayTo(home, use);
  if (whole === undefined) return undefined;
  // A function inside runs later, when all is assigned that is assigned before it.
  const inner = whole.findIndex((node, index) => index > 0 && isFunction(node));
  const way = inner < 0 ? whole : whole.slice(0, inner);
  const place = whole[inner] ?? use;
  const before: Passed[] = [];
  for (const write of writes) {
    const { value, way: own } = write;
    if (value.end <= place.start) {
      if (!isElsewhere(own, whole, place)) before.push(write);
    }
    // What is assigned after it is seen by what runs later, and by the next turn of a loop.
    else if (inner >= 0 || own.some((node, index) => node === way[index] && loops.has(node.type)))
      return undefined;
  }
  return { writes: before, way };
}

/** The assignments of a name, worked out once: it may be used thousands of times. */
function assignedIn({ scopes, assigned }: Module, binding: Binding): Assigned {
  const known = assigned.get(binding);
  if (known !== undefined) return known;
  const { what, scope, writes } = binding;
  const outermost: Node = what.kind === "parameter" ? what.fn : (functionAround(scope) ?? scopes.program);
  const ways = writes.map(({ value }) => wayTo(outermost, value) ?? []);
  const [first = []] = ways;
  const home =
    first.findLast((node) => isFunction(node) && ways.every((way) => way.includes(node))) ?? outermost;
  const passed = writes.flatMap((write): readonly Passed[] => {
    const way = wayTo(home, write.value);
    const isWithin = way?.some((node, index) => index > 0 && isFunction(node));
    return way === undefined || isWithin === true ? [] : [{ ...write, way }];
  });
  const found: Assigned = {
    home,
    writes: passed.length < writes.length ? undefined : passed.sort((a, b) => a.value.start - b.value.start),
  };
  assigned.set(binding, found);
  return found;
}

const loops: ReadonlySet<string> = new Set([
  "ForStatement",
  "ForInStatement",
  "ForOfStatement",
  "WhileStatement",
  "DoWhileStatement",
]);

const lists: ReadonlySet<string> = new Set(["BlockStatement", "Program", "SwitchCase"]);

/** Whether nobody comes from an assignment to a place: they are in two branches, or in two cases of a `switch`. */
function isElsewhere(own: readonly Node[], way: readonly Node[], place: Node): boolean {
  const at = own.findLastIndex((node, index) => node === way[index]);
  const [shared, mine, others] = [own[at], own[at + 1], way[at + 1] ?? place];
  if (shared?.type === "IfStatement") return mine !== shared.test && others !== shared.test;
  return (
    shared?.type === "SwitchStatement" &&
    mine?.type === "SwitchCase" &&
    mine !== others &&
    isLeft(mine.consequent)
  );
}

/** Whether every way to a place leads through an assignment: it is a statement of a block around the place. */
function isPassed({ way: own }: Passed, way: readonly Node[]): boolean {
  const [list, statement] = own.slice(-3);
  return (
    list !== undefined &&
    lists.has(list.type) &&
    statement?.type === "ExpressionStatement" &&
    way[own.length - 3] === list
  );
}

function writtenValue(linker: Linker, binding: Binding, module: Module, write: Passed): Value {
  const { value: node, scope, steps, fills } = write;
  const site = { module, scope };
  const known = memoOf(linker).get(node);
  if (known !== undefined) return stepInto(linker, known, steps, site);
  if (linker.active.has(node)) return unknown(spanOf(module, node), `"${binding.name}" is defined by itself`);
  linker.active.add(node);
  try {
    const of = (): Value => linker.evaluate(node, site);
    // What only stands in for something may lead through half of a project.
    const value =
      fills === undefined ? of() : filledBy(linker, fills, aside(linker, spanOf(module, node), of), site);
    if (mayKeep(linker, value)) memoOf(linker).set(node, value);
    return stepInto(linker, value, steps, site);
  } finally {
    linker.active.delete(node);
  }
}

/** What a name stands for behind `name ??= value`: what it was, or the value where that is nothing. */
function filledBy(linker: Linker, { left, operator }: AssignmentExpression, own: Value, site: Site): Value {
  const before = linker.evaluate(left, site);
  const { span } = own;
  return operator === "||=" ? orElse(span, before, own) : fallbackOf(span, before, own);
}

function siteIn({ scope }: Binding, module: Module, way: readonly Node[]) {
  const scopes = way.map((node) => module.scopes.scopeOf.get(node));
  return { module, scope: scopes.findLast((one) => one !== undefined) ?? scope };
}

/** What a name stands for after an assignment that is not made on every way: which it is, a caller may decide. */
function mayBe(
  linker: Linker,
  binding: Binding,
  module: Module,
  { value: node, way: own }: Passed,
  way: readonly Node[],
  given: Value,
  before: Value,
): Value {
  const span = spanOf(module, node);
  const shared = own.findLast((one, index) => one === way[index]);
  const conditions = shared === undefined ? [] : conditionsAround(shared, node);
  if (conditions.length === 0) return unionOf(span, [before, given]);
  const siteOf = (test: Node): Site => siteIn(binding, module, wayTo(own[0] ?? test, test) ?? []);
  const of = (test: Node): Value => linker.evaluate(test, siteOf(test));
  return conditions.reduceRight((value, condition) => {
    const [yes, no] = condition.holds ? [value, before] : [before, value];
    if (!("test" in condition)) {
      const left = aside(linker, span, () => of(condition.of));
      return condition.cases.reduceRight(
        (other: Value, one) => choiceOf({ span, left, right: of(one), equal: true, yes, no: other }, false),
        no,
      );
    }
    return (
      decided(linker, span, condition.test, siteOf(condition.test), yes, no) ?? unionOf(span, [before, value])
    );
  }, given);
}
