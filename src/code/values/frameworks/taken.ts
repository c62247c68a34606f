// Actions that a saga takes by itself: `const action = yield take(TRACK)` in a generator that somebody runs.
import type { CallExpression, Node } from "oxc-parser";
import { functionAround, type Placed } from "../../syntax/scopes.js";
import { type FunctionNode, tailName } from "../../syntax/syntax.js";
import { argumentValues, resultOf } from "../call-values.js";
import type { Linker } from "../linker.js";
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

/** What hands actions to a function that handles them: `takeEvery(TRACK, send)`. */
export const takers: ReadonlySet<string> = new Set(["takeEvery", "takeLatest", "takeLeading"]);

/** The names of the functions that a module has handle actions. */
export function takenIn({ scopes, text }: Module): readonly string[] {
  if (!/\btake[EL]/.test(text)) return [];
  return scopes.calls.flatMap(({ node }): readonly string[] => {
    if (node.type !== "CallExpression" || !takers.has(tailName(node.callee) ?? "")) return [];
    const [, taker] = node.arguments;
    const name = taker === undefined || taker.type === "SpreadElement" ? undefined : tailName(taker);
    return name === undefined ? [] : [name];
  });
}

/** What somebody who runs a generator gives it for what it yields; undefined where nobody can tell. */
export function yielded(
  linker: Linker,
  argument: Node | null,
  site: Site,
  span: Value["span"],
): Value | undefined {
  const action = takenAction(argument, site, span);
  if (action !== undefined || argument?.type !== "CallExpression") return action;
  // Sagas call what they are told to, and hand back what is no promise and no effect: `yield call(build, cart)`.
  const [callee, ...args] = argument.arguments;
  const isCall = argument.callee.type === "Identifier" && argument.callee.name === "call";
  if (!isCall) return ifMade(linker.evaluate(argument, site));
  if (callee === undefined || callee.type === "SpreadElement") return undefined;
  return ifMade(resultOf(linker, linker.evaluate(callee, site), argumentValues(linker, args, site), span));
}

/** A value that the project's own code made. */
function ifMade(value: Value): Value | undefined {
  if (value.kind === "union")
    return value.members.every((one) => ifMade(one) !== undefined) ? value : undefined;
  return made.has(value.kind) ? value : undefined;
}

const made: ReadonlySet<Value["kind"]> = new Set(["object", "array", "string", "template"]);

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
