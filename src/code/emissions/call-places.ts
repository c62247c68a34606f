// Where in a call a value is given: a value knows where it was made, which may be a constant far away.
import type { CallExpression, Expression, JSXOpeningElement, Node } from "oxc-parser";
import type { Span } from "../../diagnostics/diagnostic.js";
import type { ArgumentPath } from "../presets/preset.js";
import { bare, keyName, tailName } from "../syntax/syntax.js";
import { evaluate } from "../values/evaluate.js";
import type { Linker } from "../values/linker.js";
import { type Site, spanOf, type Value } from "../values/values.js";

/** The expression of a call that gives a value: an argument, or a value in an object among them. */
export function placeInCall(linker: Linker, node: Node, site: Site, value: Value): Span | undefined {
  if (node.type !== "CallExpression" && node.type !== "JSXOpeningElement") return undefined;
  const { module } = site;
  const { file, start, end } = value.span;
  const isHere = file === module.path && node.start <= start && end <= node.end;
  // What is made right here lies in the smallest expression around it, with what is done to it.
  const around = (one: Expression): boolean => one.start <= start && end <= one.end;
  const given = (one: Expression): boolean => {
    const { span } = evaluate(linker, one, site);
    return span.file === file && span.start === start && span.end === end;
  };
  const bySize = givenIn(node).toSorted((a, b) => sizeOf(a) - sizeOf(b));
  // Constants alone are followed: what a function of another file gives is made at no place of its own.
  const found = isHere ? bySize.find(around) : nearby(linker, () => bySize.find(given));
  return found === undefined ? undefined : spanOf(module, found);
}

/** Does work that follows the constants of other files alone. */
function nearby<T>(linker: Linker, work: () => T): T {
  const { near } = linker;
  linker.near = true;
  try {
    return work();
  } finally {
    linker.near = near;
  }
}

/** The expression at a path of a call: an argument, or a value in an object that is written out in it. */
export function placeAtPath(node: Node, path: ArgumentPath, { module }: Site): Span | undefined {
  if (node.type !== "CallExpression") return undefined;
  const [index, ...keys] = path;
  const before = node.arguments.slice(0, index + 1);
  const last = before[index];
  if (last === undefined || before.some(({ type }) => type === "SpreadElement")) return undefined;
  let at: Expression | undefined = last.type === "SpreadElement" ? undefined : last;
  for (const key of keys) {
    if (at === undefined) return undefined;
    const inner = bare(at);
    if (inner.type !== "ObjectExpression") return undefined;
    at = undefined;
    // The last one counts, and what is spread behind it may stand over it.
    for (const property of inner.properties) {
      if (property.type === "SpreadElement") at = undefined;
      else if (keyName(property.key, property.computed) === key) at = property.value;
    }
  }
  return at === undefined ? undefined : spanOf(module, at);
}

/** The expression that gives a value that was made at a place, where no other one in the call can be it. */
export function onlyPlaceInCall(linker: Linker, node: Node, site: Site, made: Span): Span | undefined {
  if (node.type !== "CallExpression") return undefined;
  const { file, start, end } = made;
  const given = givenIn(node).filter((one) => {
    const { span } = evaluate(linker, one, site);
    return span.file === file && span.start === start && span.end === end;
  });
  const [first] = given;
  return first === undefined || given.length > 1 ? undefined : spanOf(site.module, first);
}

/** The call that a call is an argument of. */
export function callAround({ module }: Site, node: Node): CallExpression | undefined {
  // A generated file may have tens of thousands of calls.
  if (module.callsAround !== undefined) return module.callsAround.get(node);
  const calls = new Map<Node, CallExpression>();
  for (const { node: outer } of module.scopes.calls)
    if (outer.type === "CallExpression") for (const one of outer.arguments) calls.set(one, outer);
  module.callsAround = calls;
  return calls.get(node);
}

function sizeOf({ start, end }: Expression): number {
  return end - start;
}

/**
 * Every expression that stands for itself in a call: its arguments, and the values of objects among them; in an
 * element, the values of its attributes.
 */
/** Functions that make text of what they are given. */
const encoding = new Set(["stringify", "encodeURIComponent"]);

function givenIn(node: CallExpression | JSXOpeningElement): readonly Expression[] {
  const found: Expression[] = [];
  const add = (expression: Expression, depth: number): void => {
    found.push(expression);
    const inner = bare(expression);
    if (inner.type === "ArrayExpression" && depth < 3) {
      for (const element of inner.elements)
        if (element !== null && element.type !== "SpreadElement") add(element, depth + 1);
    }
    if (depth > 3) return;
    // A request's body is made text, and its address holds the person.
    if (inner.type === "TemplateLiteral") for (const hole of inner.expressions) add(hole, depth + 1);
    if (inner.type === "CallExpression" && encoding.has(tailName(inner.callee) ?? "")) {
      const [first] = inner.arguments;
      if (first !== undefined && first.type !== "SpreadElement") add(first, depth);
    }
    if (inner.type !== "ObjectExpression") return;
    for (const property of inner.properties)
      if (property.type === "Property" && property.kind === "init") add(property.value, depth + 1);
  };
  if (node.type === "JSXOpeningElement") {
    for (const attribute of node.attributes) {
      if (attribute.type === "JSXSpreadAttribute" || attribute.value === null) continue;
      const { value } = attribute;
      if (value.type === "Literal") add(value, 0);
      else if (value.type === "JSXExpressionContainer" && value.expression.type !== "JSXEmptyExpression")
        add(value.expression, 0);
    }
    return found;
  }
  for (const argument of node.arguments) if (argument.type !== "SpreadElement") add(argument, 0);
  return found;
}

/** What is sent as text, by itself: `user.id` of `String(user.id)`. */
export function asText(value: Value): Value {
  if (value.kind !== "template" || value.change !== undefined || value.parts.length > 1) return value;
  const [only] = value.parts;
  return only === undefined || typeof only === "string" ? value : only;
}
