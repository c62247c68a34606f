// Actions of stores: who handles one by its type or its name is called by each action that is made. Redux's sagas
// (`takeEvery(TRACK, send)`) and middleware (`if (action.type === TRACK) send(action)`), and the actions of Vuex.
import type { CallExpression } from "oxc-parser";
import type { Scope } from "../../syntax/scopes.js";
import { bare, type FunctionNode, tailName } from "../../syntax/syntax.js";
import { argumentValues } from "../../values/call-values.js";
import { busOf, declaredAs } from "../../values/declared.js";
import { takeIn } from "../../values/frameworks/taken.js";
import type { Linker } from "../../values/linker.js";
import { memberOf } from "../../values/members.js";
import type { Module } from "../../values/module.js";
import {
  type FunctionValue,
  functionIn,
  idOf,
  placeOfId,
  plainText,
  type Site,
  spanOf,
  unknown,
  type Value,
} from "../../values/values.js";
import type { Word } from "../../words/words.js";
import { fileName } from "../callee-names.js";
import type { Effect } from "../effects.js";
import { makersIn } from "./action-makers.js";
import type { Heard, Listener } from "./channels.js";
import { actionMade, type Handled, handledBy, listenedTo, pipedTo } from "./creators.js";
import { heardByName } from "./handed-makers.js";
import { streamPrefix, subscriberOf } from "./subscribers.js";
import { takingOf } from "./taken-actions.js";
import { isMapped, storeAction } from "./vuex.js";

/** What hands an action that is written there to a store. */
const dispatchers: ReadonlySet<string> = new Set(["dispatch", "put", "putResolve"]);
/** Names of functions that make actions, of which everybody has some: who means one of a file names the file. */
const telling = /track|log|event|analytics|telemetry|record|report|metric/i;

/** What a function handles, by its identity; undefined where it handles no action. */
export function handlerOf(linker: Linker, id: string, effects: readonly Effect[]): Listener | undefined {
  const { file, start } = placeOfId(id);
  const module = linker.module(file);
  if (module === undefined) return undefined;
  for (const [fn, scope] of module.scopes.scopeOf) {
    if (fn.start !== start || scope.fn === undefined || scope.fn !== fn || scope.parent === undefined)
      continue;
    const own = scope.fn;
    const place = { module, fn: own, scope: scope.parent };
    return (
      takenBy(linker, place) ??
      heardIn(linker, place) ??
      (isMiddle(scope) ? filtered(place, linker, id, effects) : inStore(place)) ??
      subscriberOf(linker, module, own, scope.parent)
    );
  }
  return undefined;
}

type Place = { readonly module: Module; readonly fn: FunctionNode; readonly scope: Scope };

/** `takeEvery(TRACK, send)`, and `const action = yield take(TRACK)`. */
function takenBy(linker: Linker, place: Place): Listener | undefined {
  const { module, fn } = place;
  const own = takeIn(module, fn);
  if (own !== undefined)
    return handles(
      linker,
      place,
      handledBy(linker, own.node.arguments.slice(0, 1), { module, scope: own.scope }),
    );
  const taking = takingOf(linker, module, fn);
  return taking === undefined
    ? undefined
    : handles(linker, place, handledBy(linker, [taking.pattern], taking.site));
}

/** `startListening({ actionCreator, effect })`, and `actions.pipe(ofType(TRACK), tap(send))`. */
function heardIn(linker: Linker, place: Place): Listener | undefined {
  const listened = listenedTo(linker, place.module, place.scope);
  if (listened !== undefined) return handles(linker, place, listened);
  const piped = pipedTo(linker, place.module, place.fn);
  return piped === undefined ? undefined : handles(linker, place, piped, piped.isPaired ? "list" : undefined);
}

/** Whether a function is the innermost of a middleware: `(store) => (next) => (action) => {}`. */
function isMiddle(scope: Scope): boolean {
  let around = 0;
  for (let at = scope.parent; at !== undefined; at = at.parent) if (at.fn !== undefined) around++;
  return around >= 2 && scope.fn?.params.length === 1;
}

/** A middleware handles the action whose type stands in the condition around the call. */
function filtered(
  place: Place,
  linker: Linker,
  id: string,
  effects: readonly Effect[],
): Listener | undefined {
  for (const { guards } of effects)
    for (const { value, test, holds } of guards ?? [])
      if (
        holds &&
        typeof test === "object" &&
        "among" in test &&
        test.among.length === 1 &&
        value.kind === "parameter" &&
        value.owner === id &&
        value.path.join(".") === "type"
      )
        return handles(linker, place, {
          types: test.among.map((one) => ({
            ...{ kind: "string", span: value.span, value: one },
            ...{ how: "literal", replaceable: false },
          })),
          creators: [],
        });
  return undefined;
}

function handles(
  linker: Linker,
  place: Place,
  { types, creators }: Handled,
  at?: "list",
): Listener | undefined {
  const makers: { readonly id: string; readonly names: readonly string[] }[] = [];
  const channels: string[] = [];
  for (const type of types) {
    const channel = plainText(type);
    if (channel === undefined) continue;
    channels.push(channel);
    for (const path of new Set([type.span.file, place.module.path]))
      makers.push(...makersIn(linker, path, channel));
  }
  for (const { id, name } of creators) makers.push({ id: `${declared}${id}`, names: [name] });
  const channel = channels[0] ?? creators[0]?.name;
  if (channel === undefined) return undefined;
  return {
    kind: "action",
    channel,
    listener: () => handler(place),
    at,
    words: makers.flatMap(({ names }) => names),
    makers: [...makers.map(({ id }) => id), ...channels.map((type) => `${typed}${type}`)],
  };
}

/** What begins the identity of a maker that is known by its declaration, and a type among the makers. */
const declared = "declared ";
const typed = "type ";

/** A function under `actions` of a store of Vuex: `{ namespaced: true, actions: { send(context, event) {} } }`. */
function inStore(place: Place): Listener | undefined {
  const action = storeAction(place.module, place.fn, place.scope);
  return action === undefined
    ? undefined
    : {
        kind: "store",
        channel: action.name,
        listener: () => handler(place),
        at: action.at,
        words: [action.name],
      };
}

function handler({ module, fn, scope }: Place): FunctionValue {
  return functionIn(module, fn, scope);
}

/** The names that lead to who makes actions for a handler. */
export function makersFor({ kind, channel, words, makers = [] }: Listener): readonly Word[] {
  if (kind === "store")
    return [
      { word: "dispatch", beside: [channel] },
      { word: channel, beside: ["mapActions"] },
    ];
  if (kind === "list") return words.map((word) => ({ word, beside: [channel] }));
  const own = makers.filter((id) => !id.startsWith(typed));
  const files = [...new Set(own.map((id) => fileName(placeOfId(id).file)))];
  // Those that a library writes are often given out by a file that gathers many.
  const isOpen = own.some((id) => id.startsWith(declared));
  return [
    ...words.map((word) => ({ word, beside: isOpen || telling.test(word) ? [] : files })),
    ...[...dispatchers].map((word) => ({ word, beside: [channel, ...words] })),
  ];
}

/** What listens to no actions. */
const elsewhere: ReadonlySet<string> = new Set(["route", "job", "emit"]);

/** An action that a call makes or dispatches: who handles it, and with which arguments. */
export function actionOf(
  linker: Linker,
  listeners: readonly Listener[],
  node: CallExpression,
  callee: Value,
  site: Site,
): Heard | undefined {
  const heardBy = ({ channel, listener }: Listener, args: Heard["args"]): Heard => ({
    channel,
    listener: listener(),
    args,
  });
  const handlers = listeners.filter(({ kind }) => kind !== undefined && !elsewhere.has(kind));
  if (handlers.length === 0) return undefined;
  const own = idOf(site.module, node);
  const written = bare(node.callee);
  const stream =
    written.type === "MemberExpression" &&
    tailName(written) === "next" &&
    handlers.some(({ kind }) => kind === "list")
      ? `${streamPrefix}${busOf(linker, written.object, site)}`
      : own;
  const [kept, ...others] = handlers
    .filter(
      ({ kind, makers }) =>
        kind === "list" && (makers?.includes(own) === true || makers?.includes(stream) === true),
    )
    .map((one) => ({
      ...heardBy(one, () => argumentValues(linker, node.arguments, site)),
      instance: one.at,
    }));
  if (kept !== undefined) return { ...kept, others };
  if (callee.kind === "function") {
    const id = idOf(callee.site.module, callee.fn);
    const heard = handlers.find(({ makers }) => makers?.includes(id) === true);
    if (heard !== undefined) return heardBy(heard, () => [linker.evaluate(node, site)]);
  }
  const name = tailName(node.callee) ?? "";
  const made = handlers.find(({ words, makers = [] }) => words.includes(name) && makers.some(isDeclared));
  if (made !== undefined) {
    const id = declaredAs(linker, node.callee, site);
    const heard = handlers.find(({ makers }) => makers?.includes(`${declared}${id}`) === true);
    if (heard !== undefined)
      return heardBy(heard, () => {
        const action = actionMade(linker, node, site);
        return [heard.at === "list" ? listOf(action) : action];
      });
  }
  const handed = heardByName(linker, handlers, node, callee, site);
  if (handed !== undefined) return handed;
  const mapped = isMapped(site.module, node);
  if (mapped !== undefined) {
    const heard = handlers.find(({ kind, channel }) => kind === "store" && channel === mapped);
    if (heard !== undefined) return heardBy(heard, () => withContext(linker, node.arguments, site));
  }
  if (!dispatchers.has(name)) return undefined;
  const [first] = node.arguments;
  if (first === undefined || first.type === "SpreadElement") return undefined;
  if (first.type === "ObjectExpression") {
    const action = linker.evaluate(first, site);
    const type = plainText(memberOf(linker, action, "type"));
    const heard = handlers.find(
      ({ kind, channel, makers }) =>
        kind === "action" && (channel === type || makers?.includes(`${typed}${type}`) === true),
    );
    if (heard !== undefined) return heardBy(heard, () => [heard.at === "list" ? listOf(action) : action]);
    // Vuex takes its name out of an object, too.
    const inStores = type === undefined ? undefined : storeOf(handlers, type);
    const span = spanOf(site.module, node);
    return inStores === undefined
      ? undefined
      : heardBy(inStores, () => [unknown(span, "the context of a store"), action]);
  }
  const named = plainText(linker.evaluate(first, site));
  const heard = named === undefined ? undefined : storeOf(handlers, named);
  return heard === undefined
    ? undefined
    : heardBy(heard, () => withContext(linker, node.arguments.slice(1), site));
}

function isDeclared(id: string): boolean {
  return id.startsWith(declared);
}

/** The action of a store that is called by a name: `cart/track`. */
function storeOf(handlers: readonly Listener[], path: string): Listener | undefined {
  const [name = "", ...spaces] = path.split("/").reverse();
  return handlers.find(
    ({ kind, channel, at }) =>
      kind === "store" &&
      channel === name &&
      (spaces.length === 0 || at === "*" || spaces[0] === at || at === "index"),
  );
}

function withContext(linker: Linker, args: CallExpression["arguments"], site: Site): readonly Value[] {
  const [first] = args;
  const span =
    first === undefined ? { file: site.module.path, start: 0, end: 0 } : spanOf(site.module, first);
  return [unknown(span, "the context of a store"), ...argumentValues(linker, args, site)];
}

function listOf(value: Value): Value {
  return { kind: "array", span: value.span, items: [() => value], complete: false };
}
