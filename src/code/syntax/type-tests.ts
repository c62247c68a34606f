// Tests of what kind a value is, as people write them: `typeof x === "string"`, `isString(x)`.
import type { Expression } from "oxc-parser";
import { bare, tailName } from "./syntax.js";

/** A test of an expression: whether `typeof` gives a text of it, or does not. */
export type TypeTest = { readonly of: Expression; readonly type: string; readonly equal: boolean };

/** Functions of lodash and its like, and of everybody's own, by what they ask. */
const asking: ReadonlyMap<string, string> = new Map([
  ["isFunction", "function"],
  ["isString", "string"],
  ["isNumber", "number"],
  ["isBoolean", "boolean"],
  ["isUndefined", "undefined"],
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
