// Functions that a team writes to make actions: `(event) => ({ type: TRACK, event })`.
import type { Node } from "oxc-parser";
import type { Scope } from "../../syntax/scopes.js";
import { bare, keyName } from "../../syntax/syntax.js";
import type { Linker } from "../../values/linker.js";
import type { Module } from "../../values/module.js";
import { idOf, plainText } from "../../values/values.js";

/** The functions of a file that give actions of a type. */
export function makersIn(
  linker: Linker,
  path: string,
  channel: string,
): readonly { readonly id: string; readonly names: readonly string[] }[] {
  const module = linker.module(path);
  return [...(module?.scopes.returns ?? [])].flatMap(([fn, returned]) => {
    if (module === undefined || !returned.some((one) => makes(linker, { module, ...one }, channel)))
      return [];
    const names = [
      ...(module.scopes.names.get(fn) ?? []),
      ...(fn.id === null || fn.id === undefined ? [] : [fn.id.name]),
    ];
    return names.length === 0 ? [] : [{ id: idOf(module, fn), names }];
  });
}

/** Whether an object that is written out is an action of a type. */
function makes(
  linker: Linker,
  { node, module, scope }: { readonly node: Node; readonly module: Module; readonly scope: Scope },
  channel: string,
): boolean {
  const object = "type" in node && node.type !== "SpreadElement" ? bareObject(node) : undefined;
  const type = object?.properties.find(
    (one) => one.type === "Property" && keyName(one.key, one.computed) === "type",
  );
  return type?.type === "Property" && plainText(linker.evaluate(type.value, { module, scope })) === channel;
}

function bareObject(node: Node): Extract<Node, { type: "ObjectExpression" }> | undefined {
  if (node.type === "ObjectExpression") return node;
  if (
    node.type !== "ParenthesizedExpression" &&
    node.type !== "TSAsExpression" &&
    node.type !== "TSSatisfiesExpression"
  )
    return undefined;
  const inner = bare(node);
  return inner.type === "ObjectExpression" ? inner : undefined;
}
