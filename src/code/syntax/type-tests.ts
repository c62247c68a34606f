// Tests of what kind a value is, as people write them: `typeof x === "string"`, `isString(x)`, `isNil(x)`; and what is
// taken out of a value by a text.
import type { CallExpression, Expression, Node } from "oxc-parser";
import { bare, keyName, tailName } from "./syntax.js";

/** A test of an expression: whether `typeof` gives a text of it, or does not; for a list, "array". */
export type TypeTest = { readonly of: Expression; readonly type: string; readonly equal: boolean };

/** Functions of lodash and its like, and of everybody's own, by what they ask. */
const asking: ReadonlyMap<string, string> = new Map([
  ["isFunction", "function"],
  ["isString", "string"],
  ["isNumber", "number"],
  ["isBoolean", "boolean"],
  ["isUndefined", "undefined"],
  ["isArray", "array"],
]);

/** What a test asks; undefined where it is none of a kind. */
export function typeTest(test: Expression): TypeTest | undefined {
  const node = bare(test);
  if (node.type === "CallExpression") {
    const [first, ...more] = node.arguments;
    const type = asking.get(tailName(node.callee) ?? "");
    if (type === undefined || first === undefined || more.length > 0) return undefined;
    return first.type === "SpreadElement" ? undefined : { of: first, type, equal: true };
  }
  if (node.type !== "BinaryExpression" || !/^[!=]==?$/.test(node.operator)) return undefined;
  if (node.left.type === "PrivateIdentifier") return undefined;
  const sides = [bare(node.left), bare(node.right)];
  for (const [index, side] of sides.entries()) {
    const other = sides[1 - index];
    if (side.type !== "UnaryExpression" || side.operator !== "typeof") continue;
    if (other?.type === "Literal" && typeof other.value === "string")
      return { of: side.argument, type: other.value, equal: node.operator.startsWith("=") };
  }
  return undefined;
}

/** What is asked to be nothing, by `isNil(x)`, or to be nothing or empty, by `isEmpty(x)`; undefined where nothing is. */
export function noneTest(
  test: Expression,
): { readonly of: Expression; readonly mayBeEmpty: boolean } | undefined {
  const node = bare(test);
  if (node.type !== "CallExpression") return undefined;
  const name = tailName(node.callee);
  const [first, ...more] = node.arguments;
  if ((name !== "isNil" && name !== "isEmpty") || first === undefined || more.length > 0) return undefined;
  return first.type === "SpreadElement" ? undefined : { of: first, mayBeEmpty: name === "isEmpty" };
}

/** What `get(user, "address.city")` takes out of what: its keys, and what it gives instead, if anything. */
export function takenBy(node: CallExpression):
  | {
      readonly of: Expression;
      readonly keys: readonly string[];
      readonly instead: Expression | undefined;
    }
  | undefined {
  if (tailName(node.callee) !== "get") return undefined;
  const [of, path, instead, ...more] = node.arguments;
  if (of === undefined || of.type === "SpreadElement" || path === undefined || more.length > 0)
    return undefined;
  if (instead?.type === "SpreadElement") return undefined;
  const keys = keysOf(path);
  return keys === undefined ? undefined : { of, keys, instead };
}

/** The keys of a path as lodash has it: `"items[0].id"`, `["address", "city"]`. */
function keysOf(path: Node): readonly string[] | undefined {
  const literal = (node: Node | null): readonly string[] =>
    node?.type === "Literal" && (typeof node.value === "string" || typeof node.value === "number")
      ? [String(node.value)]
      : [];
  if (path.type === "ArrayExpression") {
    const keys = path.elements.flatMap(literal);
    return keys.length === path.elements.length ? keys : undefined;
  }
  const [text] = literal(path);
  return text === undefined || !/^[\w$]+(?:\.[\w$]+|\[\d+\])*$/.test(text)
    ? undefined
    : text.split(/[.[\]]+/).filter((key) => key !== "");
}

/** What asks whether a list or a set holds a value: `allowed.includes(name)`, `allowed.has(name)`. */
export function memberTest(
  node: Expression,
): { readonly of: Expression; readonly list: Expression } | undefined {
  if (node.type !== "CallExpression" || node.callee.type !== "MemberExpression") return undefined;
  const { object, property, computed } = node.callee;
  const name = keyName(property, computed);
  const [of, ...others] = node.arguments;
  if ((name !== "includes" && name !== "has") || object.type === "Super") return undefined;
  return of === undefined || of.type === "SpreadElement" || others.length > 0
    ? undefined
    : { of, list: object };
}

/** What asks whether an object has a key of its own: `Object.hasOwn(screens, name)`, `screens.hasOwnProperty(name)`. */
export function ownTest(
  node: Expression,
): { readonly key: Expression; readonly table: Expression } | undefined {
  if (node.type !== "CallExpression" || node.callee.type !== "MemberExpression") return undefined;
  const { object, property, computed } = node.callee;
  const name = keyName(property, computed);
  const [first, second] = node.arguments;
  if (first === undefined || first.type === "SpreadElement" || second?.type === "SpreadElement")
    return undefined;
  if (name === "hasOwn" && second !== undefined) return { key: second, table: first };
  if (name !== "hasOwnProperty" || second !== undefined || object.type === "Super") return undefined;
  return { key: first, table: object };
}
