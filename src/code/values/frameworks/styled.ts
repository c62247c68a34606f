// Components that are given styles: styled-components, Emotion.
import type { Node } from "oxc-parser";
import { bare } from "../../syntax/syntax.js";
import { unknown, type Value } from "../values.js";

/**
 * A component with styles is the component: `styled(Button)`...``, also with `.attrs({ ... })` between. Of other tags
 * nobody knows what they make.
 */
export function taggedOf(span: Value["span"], tag: Node, of: (node: Node) => Value): Value {
  const call = tag.type === "CallExpression" ? tag : undefined;
  const callee = call === undefined ? undefined : bare(call.callee);
  // `styled(Button).attrs(...)`.
  if (callee?.type === "MemberExpression" && callee.object.type !== "Super")
    return taggedOf(span, bare(callee.object), of);
  const [component] = call?.arguments ?? [];
  if (callee?.type !== "Identifier" || !/^styled/.test(callee.name) || component === undefined)
    return unknown(span, "a tagged template");
  return component.type === "SpreadElement" ? unknown(span, "a tagged template") : of(component);
}
