// Lists of React Native's that call a function for each element: `<FlatList data={rows} renderItem={({ item }) => …} />`.
import type { JSXOpeningElement } from "oxc-parser";
import { attributeName, bare, type FunctionNode } from "../../syntax/syntax.js";
import type { Linker } from "../linker.js";
import { elementOf, memberOf } from "../members.js";
import type { Module } from "../module.js";
import { type Site, spanOf, type Value } from "../values.js";

/** What a function is given that a list renders its elements by; undefined for any other. */
export function rendered(linker: Linker, module: Module, fn: FunctionNode): Value | undefined {
  if (linker.near || !/\brenderItem\b/.test(module.text)) return undefined;
  for (const { node, scope } of module.scopes.calls) {
    if (node.start > fn.start) break;
    if (node.type !== "JSXOpeningElement" || node.end < fn.end) continue;
    if (expressionOf(node, "renderItem") !== fn) continue;
    const site: Site = { module, scope };
    const data = expressionOf(node, "data");
    const sections = expressionOf(node, "sections");
    const list =
      data !== undefined
        ? linker.evaluate(data, site)
        : sections === undefined
          ? undefined
          : memberOf(linker, elementOf(linker, linker.evaluate(sections, site)), "data");
    if (list === undefined || list.kind === "unknown" || list.kind === "typed") return undefined;
    const span = spanOf(module, node);
    // One of several sections has one of several lists.
    const lists = list.kind === "union" ? list.members : [list];
    const items = lists.every(({ kind }) => kind === "array" || kind === "parameter");
    if (!items) return undefined;
    const item = (): Value => elementOf(linker, list);
    return {
      kind: "object",
      span,
      members: [{ kind: "property", name: "item", span, value: item, optional: false }, { kind: "computed" }],
    };
  }
  return undefined;
}

function expressionOf({ attributes }: JSXOpeningElement, name: string) {
  for (const one of attributes) {
    if (one.type !== "JSXAttribute" || attributeName(one) !== name) continue;
    const { value } = one;
    return value?.type === "JSXExpressionContainer" && value.expression.type !== "JSXEmptyExpression"
      ? bare(value.expression)
      : undefined;
  }
  return undefined;
}
