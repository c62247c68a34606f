// Messages by name inside a program: `bus.on("track", send)` is called by `bus.emit("track", ...)`, and what a window of
// Electron sends is heard by its main process.
import type { CallExpression, Node } from "oxc-parser";
import { argumentValues } from "./call-values.js";
import type { Linker } from "./linker.js";
import { receiverName } from "./receivers.js";
import { tailName } from "./syntax.js";
import { type FunctionValue, plainText, type Site, spanOf, unknown, type Value } from "./values.js";

/** A function that is called for each message of a name. */
export type Listener = {
  readonly channel: string;
  readonly listener: FunctionValue;
  /** What it listens at: `bus` of `bus.on`. */
  readonly at: string | undefined;
};

/** Methods that send a message: its name, then what it carries. */
const senders: ReadonlySet<string> = new Set(["emit", "send", "sendSync", "invoke", "publish"]);
const listening =
  /^(?:on|once|handle|handleOnce|addListener|prependListener|subscribe|listen)$|(?:On|Once|Handle|Subscribe|Listen)$/;
/** Electron's ends of a channel, whose listeners are told first of the message itself. */
const electron = /ipc|webContents/i;

/** What a function, by its identity, listens to; undefined where it is handed to nothing of the kind. */
export function listenerOf(linker: Linker, id: string): Listener | undefined {
  const cut = id.lastIndexOf(":");
  const module = linker.module(id.slice(0, cut));
  const start = Number(id.slice(cut + 1));
  for (const [fn, { call, index }] of module?.scopes.handed ?? []) {
    if (module === undefined || fn.start !== start || index !== 1) continue;
    const { node, scope } = call;
    if (node.type !== "CallExpression" || !listening.test(tailName(node.callee) ?? "")) return undefined;
    const channel = textOf(linker, node.arguments[0], { module, scope });
    if (channel === undefined) return undefined;
    const listener: FunctionValue = {
      kind: "function",
      span: spanOf(module, fn),
      fn,
      site: { module, scope },
      given: new Map(),
    };
    return { channel, listener, at: receiverName(node.callee) };
  }
  return undefined;
}

/** The names that lead to who sends to a listener. */
export function sendersTo({ channel }: Listener): readonly { word: string; beside: readonly string[] }[] {
  return [...senders].map((word) => ({ word, beside: [channel] }));
}

/** A message that a call sends: who hears it, and with which arguments. */
export function messageOf(
  linker: Linker,
  listeners: readonly Listener[],
  node: CallExpression,
  site: Site,
):
  | { readonly channel: string; readonly listener: FunctionValue; readonly args: () => readonly Value[] }
  | undefined {
  if (listeners.length === 0 || !senders.has(tailName(node.callee) ?? "")) return undefined;
  const channel = textOf(linker, node.arguments[0], site);
  if (channel === undefined) return undefined;
  const from = receiverName(node.callee);
  const isElectron = electron.test(from ?? "");
  const heard = listeners.find(
    (one) => one.channel === channel && (isElectron || (from !== undefined && from === one.at)),
  );
  if (heard === undefined) return undefined;
  const span = spanOf(site.module, node);
  return {
    channel,
    listener: heard.listener,
    args: () => [
      ...(isElectron ? [unknown(span, "the message itself")] : []),
      ...argumentValues(linker, node.arguments.slice(1), site),
    ],
  };
}

function textOf(linker: Linker, node: Node | undefined, site: Site): string | undefined {
  return node === undefined || node.type === "SpreadElement"
    ? undefined
    : plainText(linker.evaluate(node, site));
}
