// Actions that a saga takes by itself: `const action = yield take(TRACK)` in a generator that somebody runs.
import type { CallExpression, Node } from "oxc-parser";
import { functionAround, type Placed } from "../../syntax/scopes.js";
import { type FunctionNode, tailName } from "../../syntax/syntax.js";
import type { Module } from "../module.js";
import { idOf, type Site, type Value } from "../values.js";

const taking: ReadonlySet<string> = new Set(["take", "takeMaybe"]);

/** The call by which a generator takes its actions; undefined where it takes none, or several kinds. */
export function takeIn({ scopes }: Module, fn: FunctionNode): Placed<CallExpression> | undefined {
  if (!fn.generator || fn.params.length > 0) return undefined;
  let found: Placed<CallExpression> | undefined;
  for (const { node, scope } of scopes.calls) {
    if (node.start < fn.start) continue;
    if (node.start >= fn.end) break;
    if (node.type !== "CallExpression" || !taking.has(tailName(node.callee) ?? "")) continue;
    if (found !== undefined) return undefined;
    found = { node, scope };
  }
  return found;
}

/**
 * What whoever runs a generator gives back for a call that it yields: sagas get what is no instruction as it is, and what
 * a promise holds; undefined where it may be an instruction, or where nobody sees what it is.
 */
function givenBackTo(argument: Node | null, of: (node: Node) => Value): Value | undefined {
  if (argument?.type !== "CallExpression") return undefined;
  const value = of(argument);
  return value.kind === "object" || value.kind === "string" || value.kind === "template" ? value : undefined;
}

/** What a generator takes, as if it were called with it; undefined where it takes no action. */
function takenAction(argument: Node | null, { module, scope }: Site, span: Value["span"]): Value | undefined {
  const fn = argument?.type === "CallExpression" ? functionAround(scope) : undefined;
  if (fn === undefined || takeIn(module, fn)?.node !== argument) return undefined;
  return {
    kind: "parameter",
    span,
    owner: idOf(module, fn),
    ownerName: fn.id?.name ?? "",
    name: "action",
    index: 0,
    path: [],
    type: undefined,
  };
}

/** What a generator is given for what it yields; undefined where that is not known. */
export function yielded(
  argument: Node | null,
  site: Site,
  span: Value["span"],
  of: (node: Node) => Value,
): Value | undefined {
  return takenAction(argument, site, span) ?? givenBackTo(argument, of);
}
