// What procedures of tRPC say of themselves, and middleware reads: `.meta({ track: "Cart Opened" })` and `opts.meta.track`.
import type { CallExpression } from "oxc-parser";
import { tailName } from "../../syntax/syntax.js";
import type { Linker } from "../../values/linker.js";
import type { Module } from "../../values/module.js";
import { inOwnApplication } from "../../values/nearest.js";
import { functionIn, type Member, type Site, spanOf } from "../../values/values.js";
import type { Word } from "../../words/words.js";
import type { Heard, Listener } from "./channels.js";

const saying = "meta";

/** The middleware that a function is; undefined where it is none that may read what procedures say of themselves. */
export function middlewareAt(module: Module, start: number): Listener | undefined {
  for (const [fn, { call, index }] of module.scopes.handed) {
    if (fn.start !== start) continue;
    const isIt = index === 0 && call.node.type === "CallExpression";
    if (!isIt || tailName(call.node.callee) !== "middleware") return undefined;
    if (!module.text.slice(fn.start, fn.end).includes(saying)) return undefined;
    return {
      ...{ kind: "meta", channel: saying, at: undefined, words: [] },
      listener: () => functionIn(module, fn, call.scope),
    };
  }
  return undefined;
}

/** The words that lead to procedures that say something of themselves. */
export function procedureWords(): readonly Word[] {
  return [{ word: saying, beside: ["mutation", "query", "subscription"] }];
}

/** The middleware that reads what a procedure says of itself. */
export function readBy(
  linker: Linker,
  listeners: readonly Listener[],
  node: CallExpression,
  site: Site,
): Heard | undefined {
  if (tailName(node.callee) !== saying || node.callee.type !== "MemberExpression") return undefined;
  const all = listeners.filter(({ kind }) => kind === "meta");
  const [first] = node.arguments;
  if (all.length === 0 || first?.type !== "ObjectExpression") return undefined;
  const span = spanOf(site.module, node);
  const args: Heard["args"] = () => {
    const said = linker.evaluate(first, site);
    const member: Member = { kind: "property", name: saying, span, value: () => said, optional: false };
    return [{ kind: "object", span, members: [{ kind: "computed" }, member] }];
  };
  const own = inOwnApplication(all, site.module.path, ({ listener }) => listener().site.module.path);
  const [heard, ...others] = own.map(
    (one): Heard => ({ channel: saying, listener: one.listener(), args, isHanded: true }),
  );
  return heard === undefined ? undefined : { ...heard, others };
}
