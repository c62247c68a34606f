// Components that react-redux connects: `connect(mapState, mapDispatch)(Panel)` gives `Panel` what it dispatches by.
import type { CallExpression, Node } from "oxc-parser";
import { bare, tailName } from "../../syntax/syntax.js";
import { resultOfCallback } from "../call-values.js";
import { evaluate } from "../evaluate.js";
import type { Linker } from "../linker.js";
import { type Site, unknown, type Value } from "../values.js";

/** The name by which who connects a component is found. */
export const connecting = "connect";

/** The component that a call connects, and what it is given; undefined where the call is none of the kind. */
export function connected(
  linker: Linker,
  node: CallExpression,
  site: Site,
): { readonly component: Value; readonly args: () => readonly Value[] } | undefined {
  const callee = bare(node.callee);
  const [component] = node.arguments;
  if (callee.type !== "CallExpression" || tailName(callee.callee) !== connecting) return undefined;
  const dispatched = callee.arguments[1];
  if (component === undefined || dispatched === undefined) return undefined;
  return {
    component: evaluate(linker, innermost(component), site),
    args: () => {
      const value = evaluate(linker, dispatched, site);
      const { span } = value;
      const others: Value = unknown(span, "what else a connected component is given");
      const given = value.kind === "function" ? resultOfCallback(linker, value, []) : value;
      return [
        {
          kind: "object",
          span,
          members: [others, given].map((one) => ({ kind: "spread", value: () => one })),
        },
      ];
    },
  };
}

/** The component that others are made of: `Panel` of `withTheme(Panel)`. */
function innermost(node: Node): Node {
  let at = node;
  while (at.type === "CallExpression") {
    const [first] = at.arguments;
    if (first?.type !== "Identifier" && first?.type !== "CallExpression") return at;
    at = first;
  }
  return at;
}
