// Actions of stores: who handles one by its type or its name is called by each action that is made. Redux's sagas
// (`takeEvery(TRACK, send)`) and middleware (`if (action.type === TRACK) send(action)`), and the actions of Vuex.
import type { CallExpression, Node } from "oxc-parser";
import { argumentValues } from "./call-values.js";
import { fileName } from "./callee-names.js";
import type { Heard, Listener } from "./channels.js";
import type { Effect } from "./effects.js";
import type { Linker } from "./linker.js";
import { memberOf } from "./members.js";
import type { Module } from "./module.js";
import { lookUp, type Scope } from "./scopes.js";
import { subscriberOf } from "./subscribers.js";
import { bare, type FunctionNode, keyName, tailName } from "./syntax.js";
import { type FunctionValue, idOf, plainText, type Site, spanOf, unknown, type Value } from "./values.js";
import type { Word } from "./words.js";

const takers: ReadonlySet<string> = new Set(["takeEvery", "takeLatest", "takeLeading"]);
/** What hands an action that is written there to a store. */
const dispatchers: ReadonlySet<string> = new Set(["dispatch", "put", "putResolve"]);
/** Names of functions that make actions, of which everybody has some: who means one of a file names the file. */
const telling = /track|log|event|analytics|telemetry|record|report|metric/i;

/** What a function handles, by its identity; undefined where it handles no action. */
export function handlerOf(linker: Linker, id: string, effects: readonly Effect[]): Listener | undefined {
  const cut = id.lastIndexOf(":");
  const module = linker.module(id.slice(0, cut));
  const start = Number(id.slice(cut + 1));
  if (module === undefined) return undefined;
  for (const [fn, scope] of module.scopes.scopeOf) {
    if (fn.start !== start || scope.fn === undefined || scope.fn !== fn || scope.parent === undefined)
      continue;
    const own = scope.fn;
    const place = { module, fn: own, scope: scope.parent };
    return (
      takenBy(linker, place) ??
      (isMiddle(scope) ? filtered(place, linker, id, effects) : inStore(place)) ??
      subscriberOf(linker, module, own, scope.parent)
    );
  }
  return undefined;
}

type Place = { readonly module: Module; readonly fn: FunctionNode; readonly scope: Scope };

/** `takeEvery(TRACK, send)`. */
function takenBy(linker: Linker, place: Place): Listener | undefined {
  const { module, fn } = place;
  if (!/\btake[EL]/.test(module.text)) return undefined;
  for (const { node, scope } of module.scopes.calls) {
    if (node.type !== "CallExpression" || !takers.has(tailName(node.callee) ?? "")) continue;
    const [pattern, taker] = node.arguments;
    if (pattern === undefined || taker === undefined || pattern.type === "SpreadElement") continue;
    if (taker !== fn && (taker.type !== "Identifier" || !isNamed(scope, taker.name, fn))) continue;
    return actionListener(linker, place, linker.evaluate(pattern, { module, scope }));
  }
  return undefined;
}

function isNamed(scope: Scope, name: string, fn: FunctionNode): boolean {
  const what = lookUp(scope, name)?.what;
  return (what?.kind === "function" && what.fn === fn) || (what?.kind === "variable" && what.init === fn);
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
        test.among.length === 1 &&
        value.kind === "parameter" &&
        value.owner === id &&
        value.path.join(".") === "type"
      )
        return actionListener(linker, place, {
          kind: "string",
          span: value.span,
          value: test.among[0] ?? "",
          how: "literal",
          replaceable: false,
        });
  return undefined;
}

function actionListener(linker: Linker, place: Place, type: Value): Listener | undefined {
  const channel = plainText(type);
  if (channel === undefined) return undefined;
  const files = [...new Set([type.span.file, place.module.path])];
  const makers = files.flatMap((path) => makersIn(linker, path, channel));
  return {
    kind: "action",
    channel,
    listener: () => handler(place),
    at: undefined,
    words: makers.flatMap(({ names }) => names),
    makers: makers.map(({ id }) => id),
  };
}

/** The functions of a file that give actions of a type. */
function makersIn(
  linker: Linker,
  path: string,
  channel: string,
): readonly { readonly id: string; readonly names: readonly string[] }[] {
  const module = linker.module(path);
  return [...(module?.scopes.returns ?? [])].flatMap(([fn, returned]) => {
    if (module === undefined || !returned.some((one) => makes(linker, { module, ...one }, channel)))
      return [];
    const names = [
      ...(module.scopes.names.get(fn) ?? []),
      ...(fn.id === null || fn.id === undefined ? [] : [fn.id.name]),
    ];
    return names.length === 0 ? [] : [{ id: idOf(module, fn), names }];
  });
}

/** Whether an object that is written out is an action of a type. */
function makes(
  linker: Linker,
  { node, module, scope }: { readonly node: Node; readonly module: Module; readonly scope: Scope },
  channel: string,
): boolean {
  const object = "type" in node && node.type !== "SpreadElement" ? bareObject(node) : undefined;
  const type = object?.properties.find(
    (one) => one.type === "Property" && keyName(one.key, one.computed) === "type",
  );
  return type?.type === "Property" && plainText(linker.evaluate(type.value, { module, scope })) === channel;
}

function bareObject(node: Node): Extract<Node, { type: "ObjectExpression" }> | undefined {
  if (node.type === "ObjectExpression") return node;
  if (
    node.type !== "ParenthesizedExpression" &&
    node.type !== "TSAsExpression" &&
    node.type !== "TSSatisfiesExpression"
  )
    return undefined;
  const inner = bare(node);
  return inner.type === "ObjectExpression" ? inner : undefined;
}

/** A function under `actions` of a store of Vuex: `{ namespaced: true, actions: { send(context, event) {} } }`. */
function inStore(place: Place): Listener | undefined {
  const { module, fn, scope } = place;
  const { object } = scope;
  const [name] = module.scopes.names.get(fn) ?? [];
  if (object === undefined || name === undefined || fn.params.length < 2) return undefined;
  if (!/\bactions\s*[:=]\s*$/.test(module.text.slice(Math.max(0, object.start - 30), object.start)))
    return undefined;
  return {
    kind: "store",
    channel: name,
    listener: () => handler(place),
    at: module.text.includes("namespaced") ? fileName(module.path) : undefined,
    words: [name],
  };
}

function handler({ module, fn, scope }: Place): FunctionValue {
  return { kind: "function", span: spanOf(module, fn), fn, site: { module, scope }, given: new Map() };
}

/** The names that lead to who makes actions for a handler. */
export function makersFor({ kind, channel, words, makers = [] }: Listener): readonly Word[] {
  if (kind === "store") return [{ word: "dispatch", beside: [channel] }];
  if (kind === "list") return words.map((word) => ({ word, beside: [channel] }));
  const files = [...new Set(makers.map((id) => fileName(id.slice(0, id.lastIndexOf(":")))))];
  return [
    ...words.map((word) => ({ word, beside: telling.test(word) ? [] : files })),
    ...[...dispatchers].map((word) => ({ word, beside: [channel, ...words] })),
  ];
}

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
  const handlers = listeners.filter(({ kind }) => kind !== undefined);
  if (handlers.length === 0) return undefined;
  const own = idOf(site.module, node);
  const kept = handlers.find(({ kind, makers }) => kind === "list" && makers?.includes(own) === true);
  if (kept !== undefined) return heardBy(kept, () => argumentValues(linker, node.arguments, site));
  if (callee.kind === "function") {
    const id = idOf(callee.site.module, callee.fn);
    const heard = handlers.find(({ makers }) => makers?.includes(id) === true);
    if (heard !== undefined) return heardBy(heard, () => [linker.evaluate(node, site)]);
  }
  if (!dispatchers.has(tailName(node.callee) ?? "")) return undefined;
  const [first] = node.arguments;
  if (first === undefined || first.type === "SpreadElement") return undefined;
  if (first.type === "ObjectExpression") {
    const action = linker.evaluate(first, site);
    const type = plainText(memberOf(linker, action, "type"));
    const heard = handlers.find(({ kind, channel }) => kind === "action" && channel === type);
    return heard === undefined ? undefined : heardBy(heard, () => [action]);
  }
  const [name = "", ...spaces] = (plainText(linker.evaluate(first, site)) ?? "").split("/").reverse();
  const heard = handlers.find(
    ({ kind, channel, at }) =>
      kind === "store" && channel === name && (spaces.length === 0 || spaces[0] === at),
  );
  const span = spanOf(site.module, node);
  return heard === undefined
    ? undefined
    : heardBy(heard, () => [
        unknown(span, "the context of a store"),
        ...argumentValues(linker, node.arguments.slice(1), site),
      ]);
}
