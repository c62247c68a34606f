// One of two values, by a test that is written in the code.
import type { CallExpression, Expression, Node } from "oxc-parser";
import { bare } from "../syntax/syntax.js";
import { memberTest, noneTest, ownTest, takenBy, typeTest } from "../syntax/type-tests.js";
import { asksOfGiven, isSetChanged, testOf } from "./answers.js";
import { choiceOf } from "./conditions.js";
import { isFixed } from "./fixed.js";
import { aside, deepestEvaluation, type Linker } from "./linker.js";
import { memberOf } from "./members.js";
import { substitute } from "./substitute.js";
import { idOf, plainText, type Site, unionOf, type Value } from "./values.js";

/** One of two values by a test that callers decide; undefined where it is none. */
export function decided(
  linker: Linker,
  span: Value["span"],
  test: Expression,
  site: Site,
  yes: Value,
  no: Value,
): Value | undefined {
  const node = bare(test);
  const asked = (one: Node): Value => aside(linker, span, () => linker.evaluate(one, site));
  if (node.type === "UnaryExpression" && node.operator === "!")
    return decided(linker, span, node.argument, site, no, yes);
  if (node.type === "LogicalExpression" && node.operator !== "??") {
    const inner = decided(linker, span, node.right, site, yes, no);
    if (inner === undefined) return undefined;
    return node.operator === "&&"
      ? decided(linker, span, node.left, site, inner, no)
      : decided(linker, span, node.left, site, yes, inner);
  }
  const ofType = typeTest(node);
  if (ofType !== undefined) {
    const { type, equal } = ofType;
    return choiceOf({ span, left: asked(ofType.of), right: undefined, type, equal, yes, no }, false);
  }
  const nothing = noneTest(node);
  if (nothing !== undefined && !nothing.mayBeEmpty) {
    const right: Value = { kind: "null", span };
    return choiceOf({ span, left: asked(nothing.of), right, equal: true, loose: true, yes, no }, false);
  }
  if (node.type === "BinaryExpression" && node.operator === "in")
    return ofKey(linker, span, { key: node.left as Expression, table: node.right }, site, yes, no);
  const owned = ownTest(node);
  if (owned !== undefined) return ofKey(linker, span, owned, site, yes, no);
  const held = memberTest(node);
  if (held !== undefined) {
    const list = asked(held.list);
    if (list.kind !== "array" || !list.complete || isSetChanged(site.module, held.list, site.scope))
      return undefined;
    return among(
      span,
      asked(held.of),
      list.items.map((one) => one()),
      yes,
      no,
    );
  }
  const isTaken = node.type === "CallExpression" && takenBy(node) !== undefined;
  if (node.type === "CallExpression" && !isTaken) return ofAnswer(linker, span, node, site, yes, no);
  if (isTaken || node.type === "Identifier" || node.type === "MemberExpression") {
    const left = asked(node);
    // Whatever else is in a file, what is written out as a flag that nothing changes decides.
    if (left.kind === "boolean" && left.value !== undefined && isFixed(linker, node, site))
      return left.value ? yes : no;
    return choiceOf({ span, left, right: undefined, equal: true, yes, no }, false);
  }
  if (node.type !== "BinaryExpression" || !/^[!=]==?$/.test(node.operator)) return undefined;
  const equal = node.operator.startsWith("=");
  const loose = node.operator.length === 2;
  const choice = { span, left: asked(node.left), right: asked(node.right), equal, yes, no };
  return choiceOf({ ...choice, ...(loose && { loose }) }, false);
}

/** By whether a table has a key: `"size" in payload`, `name in screens`. */
function ofKey(
  linker: Linker,
  span: Value["span"],
  { key, table }: { readonly key: Expression; readonly table: Expression },
  site: Site,
  yes: Value,
  no: Value,
): Value | undefined {
  const whole = aside(linker, span, () => linker.evaluate(table, site));
  const named = aside(linker, span, () => linker.evaluate(key, site));
  const name = plainText(named);
  if (name !== undefined && whole.kind === "parameter") {
    const left = memberOf(linker, whole, name);
    const right: Value = { kind: "undefined", span };
    return choiceOf({ span, left, right, equal: false, yes, no }, false);
  }
  if (whole.kind !== "object") return undefined;
  const keys = whole.members.flatMap((member): readonly Value[] =>
    member.kind === "property"
      ? [{ kind: "string", span, value: member.name, how: "literal", replaceable: false }]
      : [],
  );
  return keys.length < whole.members.length ? undefined : among(span, named, keys, yes, no);
}

/** So many values are compared one by one. */
const mostCompared = 40;

/** By whether a value is one of some texts. */
function among(
  span: Value["span"],
  left: Value,
  all: readonly Value[],
  yes: Value,
  no: Value,
): Value | undefined {
  if (all.length > mostCompared || !all.every((one) => plainText(one) !== undefined)) return undefined;
  return all.reduce(
    (other, right) => choiceOf({ span, left, right, equal: true, yes, no: other }, false),
    no,
  );
}

/** By what a function answers that does nothing else, or gives nothing back where a test holds. */
function ofAnswer(
  linker: Linker,
  span: Value["span"],
  node: CallExpression,
  site: Site,
  yes: Value,
  no: Value,
): Value | undefined {
  const given = node.arguments.flatMap((one) => (one.type === "SpreadElement" ? [] : [one]));
  if (given.length === 0 || given.length > 2 || given.length < node.arguments.length) return undefined;
  // Choices of choices grow with each step.
  if (!isPlain(yes) || !isPlain(no)) return undefined;
  // What callers have no say in is whatever it is when it is asked.
  if (!given.some((one) => asksOfGiven(one, site.scope))) return undefined;
  if (linker.depth >= deepestEvaluation || linker.fuel <= 0) return undefined;
  const callee = aside(linker, span, () => linker.evaluate(node.callee, site));
  if (callee.kind !== "function" || callee.fn.body === null || callee.fn.params.length < given.length)
    return undefined;
  const { fn } = callee;
  const { module } = callee.site;
  const test = testOf(fn, callee.fn.body, module);
  if (test === undefined || linker.active.has(fn)) return undefined;
  const args = given.map((one) => aside(linker, span, () => linker.evaluate(one, site)));
  // What is made of what callers give is asked about in too many steps.
  if (!args.some(({ kind }) => kind === "parameter")) return undefined;
  linker.depth++;
  linker.fuel--;
  linker.active.add(fn);
  try {
    const answer = decided(linker, span, test.of, { module, scope: test.placed.scope }, ...truths(span));
    if (answer === undefined) return undefined;
    const given = substitute(linker, answer, new Map([...callee.given, [idOf(module, fn), args]]));
    // What is chosen hangs on nothing that the function is given, and may be large.
    return test.holds ? withLeaves(given, yes, no) : withLeaves(given, no, yes);
  } finally {
    linker.depth--;
    linker.active.delete(fn);
  }
}

/** True and false, as values. */
export function truths(span: Value["span"]): [yes: Value, no: Value] {
  return [
    { kind: "boolean", span, value: true },
    { kind: "boolean", span, value: false },
  ];
}

/** A choice of true and false as one of two other values. */
function withLeaves(value: Value, yes: Value, no: Value): Value {
  if (value.kind === "choice")
    return { ...value, yes: withLeaves(value.yes, yes, no), no: withLeaves(value.no, yes, no) };
  if (value.kind === "boolean" && value.value !== undefined) return value.value ? yes : no;
  return unionOf(value.span, [yes, no]);
}

function isPlain({ kind }: Value): boolean {
  return kind === "object" || kind === "parameter" || kind === "undefined" || kind === "null" || isText(kind);
}

function isText(kind: Value["kind"]): boolean {
  return kind === "string" || kind === "template" || kind === "boolean" || kind === "number";
}
