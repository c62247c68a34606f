// Whether a function is given to somebody who may call it: a handler of an element, a callback of a call.
import type { Node } from "oxc-parser";
import { tailName } from "../syntax/syntax.js";
import type { Linker } from "../values/linker.js";
import { placeOfId } from "../values/values.js";

/** True for a function that stands where it is used, or whose name does in its own module; `id` is its identity. */
export function isHandedOut(linker: Linker, id: string): boolean {
  const { file, start } = placeOfId(id);
  const module = linker.module(file);
  // Markup may name any.
  if (module === undefined || /\.(?:vue|svelte)$/.test(module.path)) return true;
  const node = [...module.scopes.scopeOf].find(([one, { fn }]) => one.start === start && fn === one)?.[0];
  if (node === undefined) return true;
  const names = new Set(module.scopes.names.get(node));
  if (node.type === "FunctionDeclaration" && node.id !== null) names.add(node.id.name);
  // What has no name is used where it stands, and components are used by frameworks.
  if (names.size === 0 || [...names].some((name) => /^\p{Lu}/u.test(name))) return true;
  const isNamed = (one: Node): boolean => {
    if (one.type === "Identifier") return names.has(one.name);
    return one.type === "MemberExpression" && names.has(tailName(one) ?? "");
  };
  return module.scopes.calls.some(({ node: call }) => {
    if (call.type === "JSXOpeningElement")
      return call.attributes.some(
        (one) =>
          one.type === "JSXAttribute" &&
          one.value?.type === "JSXExpressionContainer" &&
          isNamed(one.value.expression),
      );
    return call.type === "CallExpression" && call.arguments.some(isNamed);
  });
}
