// Fields that a class takes over from an object which it is given: `Object.assign(this, given)`.
import { callsWithin, type Scope } from "../syntax/scopes.js";
import { type ClassNode, tailName } from "../syntax/syntax.js";
import { isNone } from "./conditions.js";
import type { Linker } from "./linker.js";
import { memberOf } from "./members.js";
import type { ClassValue, Value } from "./values.js";

/** What a field may hold by that; nothing where the class takes nothing over, or no such key is known. */
export function assignedTo(
  linker: Linker,
  { cls, site: { module } }: ClassValue,
  key: string,
): readonly Value[] {
  if (!/\bObject\s*\.\s*assign\s*\(\s*this\b/.test(module.text)) return [];
  return callsWithin(module.scopes, cls).flatMap(({ node, scope }) => {
    if (node.type !== "CallExpression" || tailName(node.callee) !== "assign") return [];
    const [target, ...given] = node.arguments;
    if (target?.type !== "ThisExpression" || classAround(scope) !== cls) return [];
    return given.flatMap((one) => {
      if (one.type === "SpreadElement" || linker.active.has(one)) return [];
      linker.active.add(one);
      try {
        const found = memberOf(linker, linker.evaluate(one, { module, scope }), key);
        return isNone(found) || found.kind === "unknown" ? [] : [found];
      } finally {
        linker.active.delete(one);
      }
    });
  });
}

/** The class whose `this` a place sees. */
export function classAround(scope: Scope): ClassNode | undefined {
  for (let at: Scope | undefined = scope; at !== undefined; at = at.parent) {
    if (at.cls !== undefined) return at.cls;
    if (at.fn !== undefined && at.fn.type !== "ArrowFunctionExpression") return at.parent?.cls;
  }
  return undefined;
}
