// The parts of oxc's syntax tree that the scanner names, and how to look through what means nothing at run time.
import type {
  Argument,
  ArrayExpressionElement,
  ArrowFunctionExpression,
  CallExpression,
  Class,
  Expression,
  JSXAttribute,
  JSXOpeningElement,
  MemberExpression,
  Node,
  Function as OxcFunction,
} from "oxc-parser";

export type FunctionNode = OxcFunction | ArrowFunctionExpression;
export type ClassNode = Class;

/** Names of the global object itself. */
export const globalObjects: ReadonlySet<string> = new Set(["window", "globalThis", "self", "global"]);

export function isFunction(node: Node): node is FunctionNode {
  return (
    node.type === "ArrowFunctionExpression" ||
    node.type === "FunctionExpression" ||
    node.type === "FunctionDeclaration"
  );
}

export function isClass(node: Node): node is ClassNode {
  return node.type === "ClassDeclaration" || node.type === "ClassExpression";
}

/** The expression inside parentheses, `as`, `satisfies`, `!`, type assertions, `await` and optional chains. */
export function bare(node: Expression): Expression {
  let inner = node;
  for (;;) {
    switch (inner.type) {
      case "ParenthesizedExpression":
      case "TSAsExpression":
      case "TSSatisfiesExpression":
      case "TSNonNullExpression":
      case "TSTypeAssertion":
      case "TSInstantiationExpression":
      case "ChainExpression":
        inner = inner.expression;
        break;
      case "AwaitExpression":
        inner = inner.argument;
        break;
      case "SequenceExpression": {
        const last = inner.expressions.at(-1);
        if (last === undefined) return inner;
        inner = last;
        break;
      }
      default:
        return inner;
    }
  }
}

/** The name of a member or key where it is written out: `a.b`, `a["b"]`, `{ b: 1 }`, `#b`. */
export function keyName(key: Node, computed: boolean): string | undefined {
  if (key.type === "PrivateIdentifier") return `#${key.name}`;
  if (key.type === "Identifier") return computed ? undefined : key.name;
  if (key.type === "Literal") {
    if (typeof key.value === "string") return key.value;
    if (typeof key.value === "number") return String(key.value);
  }
  if (key.type === "TemplateLiteral" && key.expressions.length === 0)
    return key.quasis[0]?.value.cooked ?? undefined;
  return undefined;
}

/** The last name of a callee: `b` of `a.b`, `useX` of `useX()`. */
export function tailName(expression: Expression): string | undefined {
  const node = bare(expression);
  if (node.type === "Identifier") return node.name;
  if (node.type === "MemberExpression") return keyName(node.property, node.computed);
  if (node.type === "CallExpression" || node.type === "NewExpression") return tailName(node.callee);
  return undefined;
}

/** The name of a JSX element, and whether it is one of the page's own (`div`). */
export function elementName(element: JSXOpeningElement): string | undefined {
  const { name } = element;
  if (name.type === "JSXIdentifier") return name.name;
  if (name.type === "JSXMemberExpression") return name.property.name;
  return undefined;
}

export function attributeName(attribute: JSXAttribute): string {
  return attribute.name.type === "JSXIdentifier"
    ? attribute.name.name
    : `${attribute.name.namespace.name}:${attribute.name.name.name}`;
}

/** Effects of redux-saga that call a function: `yield call(analytics.track, event)`. */
const sagaCalls: ReadonlySet<string> = new Set(["call", "fork", "spawn"]);

/**
 * `track.call(this, "Saved")`, `track.apply(this, ["Saved"])`, and `track.bind(null, "Saved")`, which is called later with
 * what stands there.
 */
function boundBy({
  callee,
  arguments: args,
}: CallExpression): Pick<CallExpression, "callee" | "arguments"> | undefined {
  if (callee.type !== "MemberExpression" || args.length < 2) return undefined;
  const inner = callee.object.type === "Super" ? undefined : bare(callee.object);
  if (inner?.type !== "Identifier" && inner?.type !== "MemberExpression") return undefined;
  switch (keyName(callee.property, callee.computed)) {
    case "call":
    case "bind":
      // Nothing is called on a text: this `call` is a method of its own, as `plugin.call("matomo", "track")`.
      if (args[0]?.type === "Literal" && typeof args[0].value === "string") return undefined;
      return { callee: inner, arguments: args.slice(1) };
    case "apply": {
      const [, list] = args;
      return list === undefined ? undefined : { callee: inner, arguments: givenIn(list) };
    }
    default:
      return undefined;
  }
}

/** `partial(track, "Saved")` and `Reflect.apply(track, undefined, ["Saved"])`, in the same way. */
function appliedBy({
  callee,
  arguments: [first, ...rest],
}: CallExpression): Pick<CallExpression, "callee" | "arguments"> | undefined {
  if (first?.type !== "Identifier" && first?.type !== "MemberExpression") return undefined;
  const name = tailName(callee);
  if (name === "partial") return rest.length === 0 ? undefined : { callee: first, arguments: rest };
  const [, list] = rest;
  const isApplied =
    name === "apply" &&
    callee.type === "MemberExpression" &&
    callee.object.type === "Identifier" &&
    callee.object.name === "Reflect";
  return isApplied && list !== undefined ? { callee: first, arguments: givenIn(list) } : undefined;
}

/** What a list gives to a function that is applied to it: its elements, or whatever is in it (`arguments`). */
function givenIn(list: Argument): Argument[] {
  if (list.type === "SpreadElement") return [list];
  if (list.type === "ArrayExpression" && !list.elements.includes(null))
    return list.elements.filter((one) => one !== null);
  return [{ type: "SpreadElement", argument: list, start: list.start, end: list.end }];
}

/** What a call calls, and with what: those of a saga's effect are its arguments. */
export function calledBy(node: CallExpression): Pick<CallExpression, "callee" | "arguments"> {
  const bound = appliedBy(node) ?? boundBy(node);
  if (bound !== undefined) return bound;
  if (node.callee.type !== "Identifier" || !sagaCalls.has(node.callee.name)) return node;
  const [first, ...args] = node.arguments;
  // `call([analytics, analytics.track], event)`, `call([analytics, "track"], event)`
  const [object, pair] = first?.type === "ArrayExpression" ? first.elements : [];
  const callee = pair === null || pair === undefined ? first : (memberNamed(object, pair) ?? pair);
  return callee?.type === "MemberExpression" || callee?.type === "Identifier"
    ? { callee, arguments: args }
    : node;
}

/** The member of an object whose name is a text that is written out. */
function memberNamed(
  object: ArrayExpressionElement | undefined,
  name: ArrayExpressionElement,
): MemberExpression | undefined {
  if (name?.type !== "Literal" || typeof name.value !== "string") return undefined;
  if (object?.type === undefined || object.type === "SpreadElement") return undefined;
  const { start, end } = name;
  return {
    type: "MemberExpression",
    object,
    property: { type: "Identifier", name: name.value, start, end },
    optional: false,
    computed: false,
    start: object.start,
    end: object.end,
  };
}

/** Whether an expression is written as `null` or `undefined`, and which. */
export function noneIn(expression: Expression): "null" | "undefined" | undefined {
  const node = bare(expression);
  if (node.type === "Identifier" && node.name === "undefined") return "undefined";
  return node.type === "Literal" && node.value === null && !("regex" in node) ? "null" : undefined;
}
