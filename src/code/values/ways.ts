// Where an expression such as `a.b.c` leads into: the name or the `this` that it begins with, and the keys behind it.
import type { Node } from "oxc-parser";
import { type Binding, lookUp, type Scope } from "../syntax/scopes.js";
import { bare, keyName } from "../syntax/syntax.js";

export type Way = {
  /** Undefined for `this`. */
  readonly binding: Binding | undefined;
  /** Keys; undefined where one is worked out at run time. */
  readonly path: readonly (string | undefined)[];
};

/** What an expression such as `a.b.c` leads into, through names that stand for it; undefined for anything else. */
export function wayTo(expression: Node, from: Scope): Way | undefined {
  const path: (string | undefined)[] = [];
  let at: Node = expression;
  let scope = from;
  for (let depth = 0; depth < 30; depth++) {
    if (at.type === "TSNonNullExpression" || at.type === "TSAsExpression" || at.type === "ChainExpression") {
      at = at.expression;
    } else if (at.type === "MemberExpression") {
      path.unshift(keyName(at.property, at.computed));
      at = at.object;
    } else if (at.type === "ThisExpression") return { binding: undefined, path };
    else if (at.type === "Identifier") {
      const binding = lookUp(scope, at.name);
      if (binding === undefined) return undefined;
      const { what, steps } = binding;
      const init = what.kind === "variable" && what.constant && steps.length === 0 ? what.init : undefined;
      const inner = init === undefined ? undefined : bare(init);
      if (inner?.type !== "Identifier") return { binding, path };
      at = inner;
      scope = binding.scope;
    } else return undefined;
  }
  return undefined;
}
