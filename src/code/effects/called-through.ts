// Functions that are handed by their names to what calls them with something known: `["Saved", "Sent"].forEach(track)`,
// `load().then(send)`, `setTimeout(track, 100, "Saved")`.
import type { CallExpression, Expression } from "oxc-parser";
import { bare, tailName } from "../syntax/syntax.js";
import { argumentValues } from "../values/call-values.js";
import { evaluate } from "../values/evaluate.js";
import type { Linker } from "../values/linker.js";
import { elementOf } from "../values/members.js";
import type { Site, Value } from "../values/values.js";

/** Methods of lists that call a function with each element. */
const each: ReadonlySet<string> = new Set(["forEach", "map", "flatMap"]);

/** Functions that call another one later, and where what they give it begins among what they are given. */
const later: ReadonlyMap<string, number> = new Map([
  ["setTimeout", 2],
  ["setInterval", 2],
  ["setImmediate", 1],
  ["nextTick", 1],
]);

/** The function that such a call is handed, as it is written; undefined where a call is none. */
export function handedFunction(node: CallExpression): Expression | undefined {
  const [first] = node.arguments;
  if (first?.type !== "Identifier" && first?.type !== "MemberExpression") return undefined;
  const name = tailName(node.callee);
  if (name === undefined) return undefined;
  const isMethod = bare(node.callee).type === "MemberExpression";
  return later.has(name) || (isMethod && (name === "then" || each.has(name))) ? first : undefined;
}

/** What such a call calls, and with what. */
export function calledThrough(
  linker: Linker,
  node: CallExpression,
  site: Site,
): { readonly callee: Value; readonly args: () => readonly Value[] } | undefined {
  const written = handedFunction(node);
  if (written === undefined) return undefined;
  const callee = evaluate(linker, written, site);
  if (callee.kind !== "function") return undefined;
  const name = tailName(node.callee) ?? "";
  const skipped = later.get(name);
  if (skipped !== undefined)
    return { callee, args: () => argumentValues(linker, node.arguments.slice(skipped), site) };
  const on = bare(node.callee);
  if (on.type !== "MemberExpression" || on.object.type === "Super") return undefined;
  const { object } = on;
  return {
    callee,
    args: () => {
      const held = evaluate(linker, object, site);
      return [name === "then" ? held : elementOf(linker, held)];
    },
  };
}
