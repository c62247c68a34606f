// Calls whose callee is not known to the end: what names and types around them say, and how sure that is.
import type { Expression } from "oxc-parser";
import { once } from "../../once.js";
import { presetById } from "../../presets/index.js";
import type { CallShape, Preset } from "../../presets/preset.js";
import { lookUp, type Scope } from "../../syntax/scopes.js";
import { bare, type calledBy, keyName, tailName } from "../../syntax/syntax.js";
import { resultOfCallback } from "../../values/call-values.js";
import { byType } from "../../values/language/types.js";
import { isTypedClient } from "../../values/libraries.js";
import type { Linker } from "../../values/linker.js";
import type { FunctionValue, Site, TypedValue, Value } from "../../values/values.js";
import { fileName } from "../callee-names.js";
import type { Effect } from "../effects.js";
import {
  analyticsPath,
  clientHook,
  clientName,
  givenByHook,
  guessedMethods,
  isEmitterName,
  libraryNames,
  plainTrack,
  saysTracking,
  trackingPath,
} from "../emitter-names.js";
import { isDelivery } from "../typed-clients.js";
import { isEventName, nameAt } from "./name-places.js";
import { byName, isText, shapesAt } from "./name-shapes.js";
import { doesNothing, isHandedIn, isOpen } from "./open-callees.js";
import { namesEvent, ownEmitter } from "./own-emitter.js";
import { isSpelled, saysCategory, saysName, takesCategory } from "./says-name.js";
import { isEventWhole, isHandedWhole, wholeShapes } from "./suspicious.js";

/** What is told as a whole, of which the name is made elsewhere. */
const madeOf: readonly CallShape[] = [{ method: "track", name: [0], properties: [0] }];

/** Whether something may be guessed of a call at all, whatever is found of others. */
export function mayGuess(callee: Expression, { module, scope }: Site): boolean {
  const node = bare(callee);
  const method = methodOf(node, scope);
  if (method === undefined) return false;
  return (
    isEmitterName(method) ||
    plainTrack.test(method) ||
    clientOf(node, method, scope) !== undefined ||
    isOfOwnFile(node, method, { module, scope }) ||
    (method === "logEvent" && isTypedClient(module))
  );
}

/** The name of what is called: of what a hook gave out, the hook's where it says more, as in `useReportEvent`. */
function methodOf(node: Expression, scope: Scope): string | undefined {
  if (node.type === "MemberExpression") return keyName(node.property, node.computed);
  const name = tailName(node);
  if (node.type !== "Identifier" || name === undefined || isEmitterName(name)) return name;
  // What is taken out of what a hook gave has a name of its own.
  const { what, steps = [] } = lookUp(scope, name) ?? {};
  const init = what?.kind === "variable" && steps.length === 0 ? what.init : undefined;
  return (init && givenByHook(tailName(init) ?? "")) ?? name;
}

/** The client of analytics that a method is called on, as its name says. */
function clientOf(node: Expression, method: string, scope: Scope): string | undefined {
  if (!guessedMethods.has(method)) return undefined;
  const receiver =
    node.type === "MemberExpression"
      ? node.object.type === "Super"
        ? undefined
        : receiverOf(node.object, scope)
      : node.type === "Identifier"
        ? takenFrom(node.name, scope)
        : undefined;
  return receiver !== undefined && isClientName(receiver) ? receiver : undefined;
}

/** Whether a function is called in the file that makes it, which is a client of analytics by its name. */
function isOfOwnFile(node: Expression, method: string, { module, scope }: Site): boolean {
  if (node.type !== "Identifier" || !guessedMethods.has(method)) return false;
  const kind = lookUp(scope, node.name)?.what.kind;
  return (
    (kind === "variable" || kind === "function") && isClientName(fileName(module.path).replace(/[-.]/g, ""))
  );
}

/**
 * What a call probably does, where its callee is not known, or not known to do anything: the latter with `emitsInside`
 * alone.
 */
export function guessedEffect(
  linker: Linker,
  { callee, arguments: written }: ReturnType<typeof calledBy>,
  value: Value,
  given: () => readonly Value[],
  site: Site,
  origin: string,
  emitsInside: ((fn: FunctionValue) => boolean) | undefined,
): Effect | undefined {
  const node = bare(callee);
  const method = methodOf(node, site.scope);
  if (method === undefined) return undefined;
  // The event may be made of what the emitter alone knows: `trackWith((country) => ({ eventName: "saved", country }))`.
  const args = once(() =>
    given().map((one) => {
      const made = one.kind === "function" ? resultOfCallback(linker, one, []) : one;
      return namesEvent(made) ? made : one;
    }),
  );
  const effect = (preset: string, shapes: readonly CallShape[], doubt: string): Effect => ({
    preset,
    shapes,
    // A payload may be a function that gives it, when it is asked for.
    args: args().map((arg) => (arg.kind === "function" ? resultOfCallback(linker, arg, []) : arg)),
    typed: false,
    doubt,
    via: undefined,
    origin,
    requires: [],
  });
  const receiver =
    clientOf(node, method, site.scope) ?? (isDelivery(node, args(), site) ? "destination" : undefined);
  const source = sourceOf(value);
  const byItsType = value.kind === "parameter" ? (byType(linker, value) ?? value) : value;
  const isSecond =
    takesCategory(byItsType, args()) ||
    (isUntyped(byItsType) && saysCategory(linker, method, written, args())) ||
    (source !== undefined && categoryFirst.test(source) && /event/i.test(method) && mayBeText(args()[1]));
  // A package about tracking may make the name of what it is told.
  const isPackages = source !== undefined && !source.startsWith(".") && aboutTracking(source);
  const nameless =
    isPackages && plainTrack.test(method) && args()[0]?.kind === "object"
      ? effect("own", madeOf, `what "${source}" does is not known here`)
      : undefined;
  const isOfClient = receiver !== undefined;
  if (emitsInside !== undefined) {
    const says = {
      isOfClient: isOfClient || isOfOwnFile(node, method, site),
      isNamed: namesEvent(args()[0]),
      isSaidWhole:
        !isBus.test(method) && (isEventWhole(linker, args()[0]) || isHandedWhole(linker, args()[0])),
    };
    const typed = value.kind === "parameter" ? byType(linker, value) : undefined;
    const own = ownEmitter(
      typed?.kind === "function" || (typed?.kind === "typed" && isAboutEvents(typed, method)) ? typed : value,
      method,
      says,
      emitsInside,
    );
    if (own !== undefined) {
      const isUnseen = (index: number): boolean => unseen.has(args()[index]?.kind ?? "");
      // A text that is written first is the name, or its first part, whatever the parameter is called.
      const isFirst =
        own.at[0] !== 2 && isSpelled(linker, args()[0]) && (isText(args()[0]) || own.at.length === 0);
      // Of two texts the first says where, unless it is seen that it is the name.
      const isApart = own.isOpen === true && isText(args()[0]) && isText(args()[1]);
      const places = isSecond || isApart ? [1] : isFirst || says.isNamed ? [0] : own.at;
      const isName = (index: number): boolean => saysName(linker, args()[index], 0);
      // Where a function that tracks is given what nobody sees, that may be made of the name.
      const at = places.find(isName) ?? (plainTrack.test(method) ? places.find(isUnseen) : undefined);
      if (at === undefined) return undefined;
      return effect("own", own.isWhole === true ? wholeShapes : shapesAt(at, args()), own.doubt);
    }
  }
  const standsIn = doesNothing(value) && isOnClient(node, method, site.scope);
  if (!isOpen(value) && !(doesNothing(value) && (isOfClient || standsIn))) return undefined;
  if (receiver !== undefined) {
    const preset = presetFor(receiver, method);
    const shapes = preset?.methods.get(method) ?? byName;
    const at = method === "identify" ? 0 : nameAt(linker, args(), saysName);
    if (at === undefined) return nameless;
    // Other things track and are trackers: only a name that is written out tells.
    if (/^[_$]*track(?:er|ing)$/i.test(receiver) && !isWritten(args()[0])) return undefined;
    // Whose "analytics" is, nothing says: its calls look like Segment's, and are the team's own until it is known.
    return effect(
      preset === undefined || !saysLibrary(receiver) ? "own" : preset.id,
      method === "identify" ? shapes : isSecond || at === 1 ? shapesAt(1, args()) : [...shapes, ...byName],
      `what "${receiver}" is can't be seen here`,
    );
  }
  // What does nothing stands for what somebody provides: `createContext({ analytics: { onAnalyticsEvent() {} } })`.
  const own = standsIn ? nameAt(linker, args(), saysName) : undefined;
  if (own !== undefined)
    return effect("own", shapesAt(own, args()), `"${method}" is empty here, and stands for another`);
  // A package of the team's, or of others, that is about nothing else.
  if (source !== undefined && isEmitterName(method) && aboutTracking(source)) {
    const at = isSecond ? 1 : (nameAt(linker, args(), saysName) ?? unseenAt(isPackages, method, args()));
    return at === undefined
      ? nameless
      : effect("own", shapesAt(at, args()), `what "${source}" does is not known here`);
  }
  if (isEmitterName(method) && namesEvent(args()[0]))
    return effect("own", shapesAt(0, args()), `what "${method}" is can't be seen here`);
  if (!isHandedIn(node) || (source !== undefined && method === "track")) return undefined;
  if (!plainTrack.test(method) && !(isEmitterName(method) && saysTracking.test(method))) return undefined;
  // What a package takes may be handed on from a function around: `send(userId, eventName, about)`.
  const says = (_linker: Linker, one: Value | undefined): boolean =>
    isSpelled(linker, one) || (source !== undefined && isEventName(one));
  const at = isSecond ? 1 : nameAt(linker, args(), says);
  return at === undefined
    ? undefined
    : effect("own", shapesAt(at, args()), `what "${method}" is can't be seen here`);
}

/** Where a package's function that is told events alone is given one of which nothing is known. */
function unseenAt(isPackages: boolean, method: string, [first]: readonly Value[]): number | undefined {
  return isPackages && /Events?$/.test(method) && first?.kind === "unknown" ? 0 : undefined;
}

/** Whether a function that emits by its name is called on a client by its. */
function isOnClient(node: Expression, method: string, scope: Scope): boolean {
  if (node.type !== "MemberExpression" || node.object.type === "Super" || !isEmitterName(method))
    return false;
  const receiver = receiverOf(node.object, scope);
  return receiver !== undefined && isClientName(receiver);
}

/** What buses do with events of their own. */
const isBus = /^_?(?:emit|dispatch|trigger|publish|notify|raise)/;

/** What nobody sees the inside of. */
const unseen: ReadonlySet<string> = new Set(["external", "unknown", "typed"]);

/** Packages around what takes a category first, whatever is sent. */
const categoryFirst = /matomo|piwik|(?:^|[/-])(?:google-analytics|ga)(?:[/-]|$)/i;

/** Whether a value may be a text, as far as is known. */
function mayBeText(value: Value | undefined): boolean {
  return value !== undefined && (isText(value) || /^(?:lookup|parameter|union|choice)$/.test(value.kind));
}

/** Whether nobody says what a callee is, nor what it takes. */
function isUntyped(value: Value): boolean {
  if (value.kind === "union") return value.members.every(isUntyped);
  return isOpen(value) && value.kind !== "typed" && value.kind !== "fallback";
}

/** Whether the type of what is handed in says that it takes events: other things track, too. */
function isAboutEvents({ type, site }: TypedValue, method: string): boolean {
  if (/event/i.test(method)) return true;
  const [first] = type.type === "TSFunctionType" || type.type === "TSMethodSignature" ? type.params : [];
  return first !== undefined && /event/i.test(site.module.text.slice(first.start, first.end));
}

/** The package that something comes from. */
function sourceOf(value: Value): string | undefined {
  return value.kind === "external" && value.source !== "" ? value.source : undefined;
}

function aboutTracking(source: string): boolean {
  return analyticsPath.test(source) || trackingPath.test(source);
}

function isWritten(value: Value | undefined): boolean {
  return value?.kind === "string" || value?.kind === "template" || value?.kind === "object";
}

function isClientName(name: string): boolean {
  return clientName.test(name) || clientHook.test(name);
}

function presetFor(receiver: string, method: string): Preset | undefined {
  const id = libraryNames.find(([pattern]) => pattern.test(receiver))?.[1];
  const preset = id === undefined ? undefined : presetById(id);
  return preset?.methods.has(method) === true ? preset : undefined;
}

function saysLibrary(receiver: string): boolean {
  return libraryNames.some(([pattern]) => pattern.test(receiver.replace(/analytics/gi, "")));
}

/** The name of what a method is called on; a hook's where it is the hook's result. */
function receiverOf(object: Expression, scope: Scope): string | undefined {
  const node = bare(object);
  if (node.type === "CallExpression") return tailName(node.callee);
  if (node.type === "Identifier") {
    if (clientName.test(node.name)) return node.name;
    return takenFrom(node.name, scope) ?? node.name;
  }
  return tailName(node);
}

/** What a name was taken from: `useAnalytics` of `const { track } = useAnalytics()`. */
function takenFrom(name: string, scope: Scope): string | undefined {
  const what = lookUp(scope, name)?.what;
  if (what?.kind === "import") return what.source.split("/").at(-1);
  return what?.kind === "variable" && what.init !== undefined ? tailName(what.init) : undefined;
}
