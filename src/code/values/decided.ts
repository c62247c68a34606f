// One of two values, by a test that is written in the code.
import type { Expression, Node } from "oxc-parser";
import { bare } from "../syntax/syntax.js";
import { noneTest, takenBy, typeTest } from "../syntax/type-tests.js";
import { choiceOf } from "./conditions.js";
import { isFixed } from "./fixed.js";
import { aside, type Linker } from "./linker.js";
import type { Site, Value } from "./values.js";

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
  const isTaken = node.type === "CallExpression" && takenBy(node) !== undefined;
  if (isTaken || node.type === "Identifier" || node.type === "MemberExpression") {
    const left = asked(node);
    // Whatever else is in a file, what is written out as a flag that nothing changes decides.
    if (left.kind === "boolean" && left.value !== undefined && isFixed(linker, node, site))
      return left.value ? yes : no;
    return choiceOf({ span, left, right: undefined, equal: true, yes, no }, false);
  }
  if (node.type !== "BinaryExpression" || !/^[!=]==?$/.test(node.operator)) return undefined;
  if (node.left.type === "PrivateIdentifier") return undefined;
  const equal = node.operator.startsWith("=");
  const loose = node.operator.length === 2;
  const choice = { span, left: asked(node.left), right: asked(node.right), equal, yes, no };
  return choiceOf({ ...choice, ...(loose && { loose }) }, false);
}
