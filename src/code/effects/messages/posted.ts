// Messages that are objects: `chrome.runtime.sendMessage({ type: "track", event })` and `postMessage`, heard by functions
// that look at one of their keys.
import type { CallExpression } from "oxc-parser";
import { namesFunction } from "../../syntax/scopes.js";
import { bare, type FunctionNode, keyName, tailName } from "../../syntax/syntax.js";
import { argumentValues } from "../../values/call-values.js";
import type { Linker } from "../../values/linker.js";
import { memberOf } from "../../values/members.js";
import type { Module } from "../../values/module.js";
import {
  functionIn,
  placeOfId,
  plainText,
  type Site,
  spanOf,
  unknown,
  type Value,
} from "../../values/values.js";
import type { Word } from "../../words/words.js";
import type { Effect } from "../effects.js";
import type { Heard, Listener } from "./channels.js";

/** Where a message lies in what its hearer is given: it is that itself, or the `data` of an event. */
type Hearing = "message" | "event";

const posters: ReadonlySet<string> = new Set(["sendMessage", "postMessage", "sendNativeMessage"]);

/** What a function hears of such messages: which values of which key it sends something for. */
export function postedTo(linker: Linker, id: string, effects: readonly Effect[]): Listener | undefined {
  const { file, start } = placeOfId(id);
  const module = linker.module(file);
  if (module === undefined || !/\bonMessage|\bonmessage\b|["'`]message["'`]/.test(module.text))
    return undefined;
  for (const [node, scope] of module.scopes.scopeOf) {
    const { fn, parent } = scope;
    if (node.start !== start || fn === undefined || fn !== node || parent === undefined) continue;
    const hearing = hearingOf(module, fn);
    if (hearing === undefined) return undefined;
    const keys = new Map<string, Set<string>>();
    for (const { guards = [] } of effects)
      for (const { value, test, holds } of guards) {
        if (!holds || typeof test !== "object" || !("among" in test)) continue;
        if (value.kind !== "parameter" || value.owner !== id) continue;
        const [first, ...rest] = value.path;
        const way = hearing === "event" && first === "data" ? rest : value.path;
        const [key] = way;
        if (way.length !== 1 || typeof key !== "string") continue;
        keys.set(key, new Set([...(keys.get(key) ?? []), ...test.among]));
      }
    const [one] = keys;
    if (one === undefined) return undefined;
    const [key, values] = one;
    return {
      kind: hearing,
      channel: key,
      listener: () => functionIn(module, fn, parent),
      at: undefined,
      words: [],
      makers: [...values],
    };
  }
  return undefined;
}

/** How a function comes to hear messages; undefined where it does not. */
function hearingOf(module: Module, fn: FunctionNode): Hearing | undefined {
  for (const { node, scope } of module.scopes.calls) {
    if (node.type !== "CallExpression") continue;
    const at = node.arguments.findIndex(
      (one) => one === fn || (one.type === "Identifier" && namesFunction(scope, one.name, fn)),
    );
    if (at < 0) continue;
    const callee = bare(node.callee);
    if (callee.type !== "MemberExpression" || callee.object.type === "Super") {
      if (tailName(callee) !== "addEventListener") continue;
    } else if (at === 0 && /^onMessage/.test(tailName(callee.object) ?? "")) return "message";
    const [named] = node.arguments;
    if (at !== 1 || named?.type !== "Literal" || named.value !== "message") continue;
    return tailName(callee) === "addEventListener" ? "event" : "message";
  }
  return module.scopes.memberWrites.some(
    ({ target: { node }, value }) =>
      bare(value) === fn &&
      node.type === "MemberExpression" &&
      keyName(node.property, node.computed) === "onmessage",
  )
    ? "event"
    : undefined;
}

/** The words that lead to who sends such a message. */
export function postersOf(): readonly Word[] {
  return [...posters].map((word) => ({ word, beside: [] }));
}

/** A message that a call posts: who hears it, and with what. */
export function postedBy(
  linker: Linker,
  listeners: readonly Listener[],
  node: CallExpression,
  site: Site,
): Heard | undefined {
  if (!posters.has(tailName(node.callee) ?? "")) return undefined;
  const hearers = listeners.filter(({ kind }) => kind === "message" || kind === "event");
  if (hearers.length === 0) return undefined;
  const span = spanOf(site.module, node);
  // A tab is named before what is sent to it.
  for (const message of argumentValues(linker, node.arguments.slice(0, 2), site)) {
    if (message.kind !== "object") continue;
    for (const { kind, channel, makers, listener } of hearers) {
      const text = plainText(memberOf(linker, message, channel));
      if (text === undefined || makers?.includes(text) !== true) continue;
      const heard: Value =
        kind === "message"
          ? message
          : {
              kind: "object",
              span,
              members: [{ kind: "property", name: "data", span, value: () => message, optional: false }],
            };
      return {
        channel: text,
        listener: listener(),
        args: () => [heard, unknown(span, "who sent a message")],
      };
    }
  }
  return undefined;
}
