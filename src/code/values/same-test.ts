// A name that is one of two by a test, used where the same test is known: `const extra = gift ? { code } : undefined` in
// `if (gift) track("Gift Opened", { ...extra })`.
import type { Expression, Node } from "oxc-parser";
import { type Binding, lookUp, type Scope } from "../syntax/scopes.js";
import { bare } from "../syntax/syntax.js";
import { conditionsFor } from "./narrowing.js";
import type { Site } from "./values.js";

/** The one of both that a name stands for at a place; undefined where nothing there tells. */
export function knownBranch(binding: Binding, use: Node, site: Site): Expression | undefined {
  const { what, rewritten, steps, scope } = binding;
  if (what.kind !== "variable" || rewritten || steps.length > 0 || what.init === undefined) return undefined;
  const init = bare(what.init);
  if (init.type !== "ConditionalExpression") return undefined;
  const asked = flagOf(init.test, scope);
  if (asked === undefined) return undefined;
  for (const one of conditionsFor(use, site)) {
    const own = "test" in one ? flagOf(one.test, site.scope) : undefined;
    if (own === undefined || !("test" in one) || own.of !== asked.of) continue;
    return (own.isNegated === one.holds) === asked.isNegated ? init.consequent : init.alternate;
  }
  return undefined;
}

/** The name that a test asks whether it is there, where it is never another one. */
function flagOf(
  test: Expression,
  from: Scope,
): { readonly of: Binding; readonly isNegated: boolean } | undefined {
  const node = bare(test);
  if (node.type === "UnaryExpression" && node.operator === "!") {
    const inner = flagOf(node.argument, from);
    return inner === undefined ? undefined : { ...inner, isNegated: !inner.isNegated };
  }
  const of = node.type === "Identifier" ? lookUp(from, node.name) : undefined;
  return of === undefined || of.rewritten ? undefined : { of, isNegated: false };
}
