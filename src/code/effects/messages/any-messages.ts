// Functions that hear whatever a bus is told, by its name: `emitter.onAny((name, value) => …)` and `bus.on("*", …)`.
import type { CallExpression } from "oxc-parser";
import { tailName } from "../../syntax/syntax.js";
import { argumentValues } from "../../values/call-values.js";
import type { Linker } from "../../values/linker.js";
import type { Module } from "../../values/module.js";
import { inOwnApplication } from "../../values/nearest.js";
import { functionIn, type Site } from "../../values/values.js";
import type { Word } from "../../words/words.js";
import { receiverName } from "../receivers.js";
import type { Heard, Listener } from "./channels.js";

/** What such a function is handed to, and at which place. */
const hearing: ReadonlyMap<string, number> = new Map([
  ["onAny", 0],
  ["prependAny", 0],
  ["on", 1],
]);

/** How the function that begins at a place hears all messages; undefined where it does not. */
export function hearsAll(module: Module, start: number): Listener | undefined {
  for (const [fn, { call, index }] of module.scopes.handed) {
    if (fn.start !== start) continue;
    const { node, scope } = call;
    if (node.type !== "CallExpression" || hearing.get(tailName(node.callee) ?? "") !== index)
      return undefined;
    const [channel] = node.arguments;
    if (index === 1 && (channel?.type !== "Literal" || channel.value !== "*")) return undefined;
    const at = receiverName(node.callee);
    if (at === undefined) return undefined;
    return { kind: "any", channel: at, listener: () => functionIn(module, fn, scope), at, words: [at] };
  }
  return undefined;
}

/** The names that lead to who tells such a bus something. */
export function tellersOf({ words }: Listener): readonly Word[] {
  return ["emit", "publish", "trigger"].map((word) => ({ word, beside: words }));
}

/** Who hears a message that may have any name. */
export function heardByAll(
  linker: Linker,
  listeners: readonly Listener[],
  node: CallExpression,
  site: Site,
): Heard | undefined {
  const all = listeners.filter(({ kind }) => kind === "any");
  if (all.length === 0 || !/^(?:emit|publish|trigger)$/.test(tailName(node.callee) ?? "")) return undefined;
  const from = receiverName(node.callee);
  const [one] = inOwnApplication(
    all.filter(({ at }) => at === from),
    site.module.path,
    ({ listener }) => listener().site.module.path,
  );
  if (one === undefined) return undefined;
  return {
    ...{ channel: one.channel, listener: one.listener() },
    args: () => argumentValues(linker, node.arguments, site),
  };
}
