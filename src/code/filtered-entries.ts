// An object that is taken apart and put together again with fewer keys: `Object.fromEntries(Object.entries(x).filter(isSet))`.
import type { Node } from "oxc-parser";
import { evaluate } from "./evaluate.js";
import type { Linker } from "./linker.js";
import { optionalMembers } from "./react.js";
import { bare, tailName } from "./syntax.js";
import { type Site, spanOf, type Value } from "./values.js";

/** What `Object.fromEntries` gives of a list of entries; undefined where more is done to it than leaving some out. */
export function fromEntries(linker: Linker, list: Node | undefined, site: Site): Value | undefined {
  if (list === undefined || list.type !== "CallExpression" || list.callee.type !== "MemberExpression")
    return undefined;
  const { object } = list.callee;
  if (object.type === "Super") return undefined;
  const method = tailName(list.callee);
  if (method === "filter") return fromEntries(linker, bare(object), site);
  const [whole] = list.arguments;
  if (method !== "entries" || object.type !== "Identifier" || object.name !== "Object") return undefined;
  if (whole === undefined || whole.type === "SpreadElement") return undefined;
  return optionalMembers(evaluate(linker, whole, site), spanOf(site.module, list));
}
