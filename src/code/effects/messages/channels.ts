// Messages by name inside a program: `bus.on("track", send)` and a method under `@OnEvent("track")` are called by
// `bus.emit("track", ...)`, and what a window of Electron sends is heard by its main process.
import type { CallExpression, NewExpression, Node } from "oxc-parser";
import { once } from "../../once.js";
import { lookUp } from "../../syntax/scopes.js";
import { bare, globalObjects, tailName } from "../../syntax/syntax.js";
import { argumentValues } from "../../values/call-values.js";
import { busOf } from "../../values/declared.js";
import type { Linker } from "../../values/linker.js";
import { memberOf } from "../../values/members.js";
import type { Module } from "../../values/module.js";
import { inOwnApplication } from "../../values/nearest.js";
import {
  type FunctionValue,
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
import { receiverName } from "../receivers.js";
import { handlerOf, makersFor } from "./actions.js";
import { heardByAll, hearsAll, tellersOf } from "./any-messages.js";
import { emitted, emittersOf, heardEvent } from "./component-events.js";
import { frontOf } from "./fronts.js";
import { jobFor, jobOf, jobsFor } from "./jobs.js";
import { listeningTo } from "./listening.js";
import { navigatedTo, navigationOf, navigatorsTo } from "./navigations.js";
import { postedBy, postedTo, postersOf } from "./posted.js";
import { middlewareAt, procedureWords, readBy } from "./procedure-meta.js";
import { answeredBy, answerOf, askersOf } from "./routes.js";

/** A function that is called for each message of a name. */
export type Listener = {
  /** Undefined for messages; what an action of a store is handled by is no bus. */
  readonly kind?:
    | "action"
    | "store"
    | "list"
    | "message"
    | "event"
    | "route"
    | "job"
    | "emit"
    | "meta"
    | "any"
    | "navigation"
    | undefined;
  /** The functions that make such actions, or the calls that call it, by their identities. */
  readonly makers?: readonly string[] | undefined;
  readonly channel: string;
  readonly listener: () => FunctionValue;
  /**
   * What it listens at: `bus` of `bus.on`; undefined where a decorator says it, which names no bus. Of a list in an
   * object, where that is made.
   */
  readonly at: string | undefined;
  /** Words by which who sends to it names the channel. */
  readonly words: readonly string[];
};

/** Who hears a message, and what it is told. */
export type Heard = {
  readonly channel: string;
  readonly listener: FunctionValue;
  readonly args: () => readonly Value[];
  /** The object that keeps the listener, where others of its class keep others. */
  readonly instance?: string | undefined;
  /** True where nothing but a name says that something is heard: then it is told with a name, or not at all. */
  readonly isHanded?: true;
  /** Why it may be no such message. */
  readonly doubt?: string;
  /** Who else is told. */
  readonly others?: readonly Heard[];
};

/** Methods that send a message: its name, then what it carries. */
const senders: ReadonlySet<string> = new Set([
  ...["emit", "send", "sendSync", "invoke", "publish", "trigger", "$emit", "$broadcast"],
]);
/** How a page sends an event of its own. */
const dispatching = "dispatchEvent";
/** Decorators of methods that listen. */
const listeningDecorator =
  /^(?:OnEvent|EventPattern|MessagePattern|SubscribeMessage|EventListener|OnMessage)$/;
/** What sends to those. */
const anyBus = /emitter|event|bus|client|pubsub|dispatcher/i;
/** Electron's ends of a channel, whose listeners are told first of the message itself. */
const electron = /ipc|webContents/i;

/** What a function, by its identity and its effects, listens to; undefined where it is handed to nothing of the kind. */
export function listenerOf(linker: Linker, id: string, effects: readonly Effect[]): Listener | undefined {
  const posted = postedTo(linker, id, effects) ?? navigatedTo(linker, id, effects);
  if (posted !== undefined) return posted;
  const { file, start } = placeOfId(id);
  const module = linker.module(file);
  const all = module === undefined ? undefined : hearsAll(module, start);
  if (all !== undefined) return all;
  const listening = module === undefined ? undefined : listeningTo(module, start);
  if (module !== undefined && listening !== undefined) {
    const { fn, own, call } = listening;
    const { node, scope } = call;
    const channel = textOf(linker, node.arguments[0], { module, scope });
    const bus =
      node.callee.type === "MemberExpression"
        ? busOf(linker, node.callee.object, { module, scope })
        : undefined;
    if (channel !== undefined)
      return {
        channel,
        listener: () => functionIn(module, fn, own),
        at: receiverName(node.callee),
        words: wordsOf(channel, node.arguments[0]),
        ...(bus !== undefined && { makers: [bus] }),
      };
  }
  return module === undefined
    ? undefined
    : (decorated(linker, module, start) ??
        handlerOf(linker, id, effects) ??
        answeredBy(linker, module, start) ??
        jobOf(linker, module, start) ??
        middlewareAt(module, start) ??
        heardEvent(linker, module, start));
}

/** A method of a class whose decorator says what it listens to. */
function decorated(linker: Linker, module: Module, start: number): Listener | undefined {
  for (const [fn, own] of module.scopes.scopeOf) {
    const scope = own.parent;
    if (fn.start !== start || own.fn !== fn || scope?.cls === undefined) continue;
    const method = scope.cls.body.body.find((one) => one.type === "MethodDefinition" && one.value === fn);
    if (method?.type !== "MethodDefinition") return undefined;
    for (const { expression } of method.decorators) {
      if (expression.type !== "CallExpression" || !listeningDecorator.test(tailName(expression.callee) ?? ""))
        continue;
      const [named] = expression.arguments;
      const channel = textOf(linker, named, { module, scope });
      if (channel === undefined) continue;
      return {
        channel,
        listener: () => functionIn(module, method.value, scope),
        at: undefined,
        words: wordsOf(channel, named),
      };
    }
    return undefined;
  }
  return undefined;
}

/** A channel's text, and the constant or the enum that holds it. */
function wordsOf(channel: string, node: Node | undefined): readonly string[] {
  if (node?.type === "Identifier") return [channel, node.name];
  const name = node?.type === "MemberExpression" ? tailName(node.object) : undefined;
  return name === undefined ? [channel] : [channel, name];
}

/** The names that lead to who sends to a listener. */
export function sendersTo(listener: Listener): readonly Word[] {
  if (listener.kind === "message" || listener.kind === "event") return postersOf();
  if (listener.kind === "route") return askersOf(listener);
  if (listener.kind === "job") return jobsFor(listener);
  if (listener.kind === "emit") return emittersOf(listener);
  if (listener.kind === "meta") return procedureWords();
  if (listener.kind === "navigation") return navigatorsTo(listener);
  if (listener.kind === "any") return tellersOf(listener);
  if (listener.kind !== undefined) return makersFor(listener);
  return [...senders, dispatching].map((word) => ({ word, beside: listener.words }));
}

/** A message that a call sends: who hears it, and with which arguments. */
export function messageOf(
  linker: Linker,
  listeners: readonly Listener[],
  node: CallExpression,
  site: Site,
): Heard | undefined {
  const method = tailName(node.callee) ?? "";
  if (listeners.length === 0) return undefined;
  if (method === dispatching) return domEvent(linker, listeners, node, site);
  const posted =
    postedBy(linker, listeners, node, site) ??
    emitted(linker, listeners, node, site) ??
    answerOf(linker, listeners, node, site) ??
    readBy(linker, listeners, node, site) ??
    navigationOf(linker, listeners, node, site) ??
    jobFor(linker, listeners, node, site);
  if (posted !== undefined) return posted;
  if (!senders.has(method)) return undefined;
  const channel = textOf(linker, node.arguments[0], site);
  if (channel === undefined) return heardByAll(linker, listeners, node, site);
  const from = receiverName(node.callee) ?? frontOf(linker, node, site);
  const isElectron = electron.test(from ?? "");
  const callee = bare(node.callee);
  const bus = once(() =>
    callee.type === "MemberExpression" ? busOf(linker, callee.object, site) : undefined,
  );
  const [heard] = nearest(
    listeners,
    site,
    (one) =>
      one.kind === undefined &&
      one.channel === channel &&
      (isElectron ||
        one.makers?.includes(bus() ?? "") === true ||
        (from !== undefined && (one.at === undefined ? anyBus.test(from) : sameBus(from, one.at)))),
  );
  if (heard === undefined) return heardByAll(linker, listeners, node, site);
  const span = spanOf(site.module, node);
  return {
    channel,
    listener: heard.listener(),
    args: () => {
      const given = argumentValues(linker, node.arguments.slice(1), site);
      // jQuery's listeners are given a list one by one.
      const [list] = page.test(from ?? "") ? given : [];
      const each = list?.kind === "array" ? list.items.map((item) => item()) : given;
      const isTold = [scopes, page, topics].some((one) => one.test(from ?? "")) || isElectron;
      return isTold ? [unknown(span, "the message itself"), ...each] : each;
    },
  };
}

/** Those that hear a message of a caller's own application, where one does. */
function nearest(
  listeners: readonly Listener[],
  { module }: Site,
  hears: (one: Listener) => boolean,
): readonly Listener[] {
  return inOwnApplication(
    listeners.filter(hears),
    module.path,
    ({ listener }) => listener().site.module.path,
  );
}

/** The scopes of AngularJS, which hear what each other say, and the page as jQuery has it. */
const scopes = /^\$?(?:root)?scope$/i;
const page = /^(?:\$|jQuery)$/;
/** Those whose listeners are told first what they listen to. */
const topics = /^PubSub$/i;

function sameBus(from: string, at: string): boolean {
  return from === at || (scopes.test(from) && scopes.test(at));
}

/** `window.dispatchEvent(new CustomEvent("track", { detail }))`. */
function domEvent(
  linker: Linker,
  listeners: readonly Listener[],
  node: CallExpression,
  site: Site,
): Heard | undefined {
  const made = madeEvent(node.arguments[0], site);
  if (made === undefined) return undefined;
  const { event, from } = made;
  const channel = textOf(linker, event.arguments[0], from);
  const target = globalTarget(receiverName(node.callee));
  const [heard] = nearest(
    listeners,
    site,
    (one) => one.kind === undefined && one.channel === channel && globalTarget(one.at) === target,
  );
  if (heard === undefined) return undefined;
  return {
    channel: heard.channel,
    listener: heard.listener(),
    args: () => {
      const given = argumentValues(linker, event.arguments.slice(1), from);
      const [param] = heard.listener().fn.params;
      const [options] = given;
      // Hooks of the team's hand on what the event carries.
      const isTaken = param?.type === "Identifier" && /^_?detail$/i.test(param.name);
      return isTaken && options !== undefined ? [memberOf(linker, options, "detail")] : given;
    },
  };
}

/** The event that is dispatched, which may stand under a name before it is. */
function madeEvent(
  given: Node | undefined,
  site: Site,
): { readonly event: NewExpression; readonly from: Site } | undefined {
  let node = given;
  let from = site;
  if (node?.type === "Identifier") {
    const binding = lookUp(site.scope, node.name);
    if (binding?.what.kind !== "variable" || binding.what.init === undefined) return undefined;
    node = bare(binding.what.init);
    from = { module: site.module, scope: binding.scope };
  }
  return node?.type === "NewExpression" && tailName(node.callee) === "CustomEvent"
    ? { event: node, from }
    : undefined;
}

/** What a page's events are sent to: `window` may be left out. */
function globalTarget(name: string | undefined): string {
  return name === undefined || globalObjects.has(name) ? "window" : name;
}

function textOf(linker: Linker, node: Node | undefined, site: Site): string | undefined {
  return node === undefined || node.type === "SpreadElement"
    ? undefined
    : plainText(linker.evaluate(node, site));
}
