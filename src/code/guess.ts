// Calls whose callee is not known to the end: what names and types around them say, and how sure that is.
import type { Expression, Node } from "oxc-parser";
import type { Effect } from "./effects.js";
import {
  analyticsPath,
  analyticsWord,
  clientHook,
  clientName,
  emitterName,
  guessedMethods,
  libraryNames,
  nameKeys,
  plainTrack,
  saysTracking,
  trackingPath,
} from "./emitter-names.js";
import type { Linker } from "./linker.js";
import { memberOf } from "./members.js";
import { presetById } from "./presets/index.js";
import type { CallShape, Preset } from "./presets/preset.js";
import { lookUp, type Scope } from "./scopes.js";
import { bare, keyName, tailName } from "./syntax.js";
import { settle } from "./types.js";
import type { FunctionValue, Site, Value } from "./values.js";

const byName: readonly CallShape[] = [0, 1].flatMap((at): readonly CallShape[] => [
  ...nameKeys.flatMap((key): readonly CallShape[] => [
    {
      method: "track",
      ...(at === 0 && { first: "object" as const }),
      needs: [at, key],
      also: [at, "properties"],
      name: [at, key],
      properties: [at, "properties"],
    },
    { method: "track", ...(at === 0 && { first: "object" as const }), needs: [at, key], name: [at, key] },
  ]),
  ...(at === 0
    ? [{ method: "track", first: "object", needs: [0, "0"], name: [0, "0"], properties: [0, "1"] } as const]
    : []),
  { method: "track", ...(at === 0 && { first: "text" as const }), name: [at], properties: [at + 1] },
]);

/**
 * What a call probably does, where its callee is not known, or not known to do anything: the latter with `emitsInside`
 * alone.
 */
export function guessedEffect(
  linker: Linker,
  callee: Expression,
  value: Value,
  args: () => readonly Value[],
  site: Site,
  origin: string,
  emitsInside: ((fn: FunctionValue) => boolean) | undefined,
): Effect | undefined {
  const node = bare(callee);
  const method = node.type === "MemberExpression" ? keyName(node.property, node.computed) : tailName(node);
  if (method === undefined) return undefined;
  const effect = (preset: string, shapes: readonly CallShape[], doubt: string): Effect => ({
    preset,
    shapes,
    args: args(),
    typed: false,
    doubt,
    via: undefined,
    origin,
    requires: [],
  });
  const receiver =
    node.type === "MemberExpression" && node.object.type !== "Super"
      ? receiverOf(node.object, site.scope)
      : node.type === "Identifier"
        ? takenFrom(node.name, site.scope)
        : undefined;
  const isOfClient = receiver !== undefined && guessedMethods.has(method) && isClientName(receiver);
  if (emitsInside !== undefined) {
    const own = ownEmitter(value, method, isOfClient, emitsInside);
    if (own !== undefined) {
      const at = own.at.find((index) => saysName(linker, args()[index], 0));
      return at === undefined ? undefined : effect("own", shapesAt(at), own.doubt);
    }
  }
  if (!isOpen(value)) return undefined;
  if (receiver !== undefined && isOfClient) {
    const preset = presetFor(receiver, method);
    const shapes = preset?.methods.get(method) ?? byName;
    if (method !== "identify" && !saysName(linker, args()[0], 0)) return undefined;
    // Other things track and are trackers: only a name that is written out tells.
    if (/^[_$]*track(?:er|ing)$/i.test(receiver) && !isWritten(args()[0])) return undefined;
    return effect(
      preset?.id ?? "own",
      method === "identify" ? shapes : [...shapes, ...byName],
      `what "${receiver}" is can't be seen here`,
    );
  }
  const source = sourceOf(value);
  // A package of the team's, or of others, that is about nothing else.
  if (source !== undefined && emitterName.test(method) && aboutTracking(source)) {
    const at = nameAt(linker, args(), saysName);
    return at === undefined
      ? undefined
      : effect("own", shapesAt(at), `what "${source}" does is not known here`);
  }
  if (!isHandedIn(node) || (source !== undefined && method === "track")) return undefined;
  if (!plainTrack.test(method) && !(emitterName.test(method) && saysTracking.test(method))) return undefined;
  const at = nameAt(linker, args(), (_linker, one) => isSpelled(linker, one));
  return at === undefined ? undefined : effect("own", shapesAt(at), `what "${method}" is can't be seen here`);
}

/** Which of the first two arguments is, or holds, the name. */
function nameAt(
  linker: Linker,
  args: readonly Value[],
  says: (linker: Linker, value: Value | undefined, depth: number) => boolean,
): number | undefined {
  if (says(linker, args[0], 0)) return 0;
  // The name may come after what the event is about, or is sent by: `send(session, "Order Completed", {})`.
  return args[0] !== undefined && args[1]?.kind === "string" && isSpelled(linker, args[1]) ? 1 : undefined;
}

function shapesAt(at: number): readonly CallShape[] {
  return byName.filter(({ name }) => name?.[0] === at);
}

/** Whether a name, or an object that holds one, is written out. */
function isSpelled(linker: Linker, value: Value | undefined): boolean {
  switch (value?.kind) {
    case "string":
      return /\p{L}/u.test(value.value);
    case "template":
      return value.parts.some((part) => typeof part === "string" && /\p{L}/u.test(part));
    case "object":
      return nameKeys.some((key) => isSpelled(linker, memberOf(linker, value, key)));
    case "union":
      return value.members.every((one) => isSpelled(linker, one));
    case "choice":
      return isSpelled(linker, value.yes) && isSpelled(linker, value.no);
    default:
      return false;
  }
}

/** Whether a callee is something that was handed in: a name of its own, or what an object or its props hold. */
function isHandedIn(node: Expression): boolean {
  if (node.type === "Identifier") return true;
  if (node.type !== "MemberExpression" || node.object.type === "Super") return false;
  const object = bare(node.object);
  return object.type === "ThisExpression" || tailName(object) === "props";
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

/** Whether a callee may be anything: nobody says what it is. */
function isOpen(value: Value): boolean {
  switch (value.kind) {
    case "unknown":
    case "parameter":
    case "typed":
    case "external":
    case "lookup":
      return true;
    case "union":
      return value.members.some(isOpen);
    case "fallback":
      return isOpen(value.left) || isOpen(value.right);
    default:
      return false;
  }
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
  const binding = lookUp(scope, name);
  if (binding === undefined) return undefined;
  const { what } = binding;
  if (what.kind === "import") return what.source.split("/").at(-1);
  if (what.kind === "variable" && what.init !== undefined) return tailName(what.init);
  return undefined;
}

/** Why a function of the project is taken for one that emits although it comes to no library, and where its name may be. */
function ownEmitter(
  value: Value,
  method: string,
  isOfClient: boolean,
  emitsInside: (fn: FunctionValue) => boolean,
): { readonly doubt: string; readonly at: readonly number[] } | undefined {
  const isEmitter = emitterName.test(method) || (isOfClient && method !== "identify");
  if (!isEmitter) return undefined;
  for (const one of value.kind === "union" ? value.members : [value]) {
    if (one.kind === "typed") {
      const { type, site } = one;
      if (
        type.type !== "TSMethodSignature" &&
        type.type !== "TSFunctionType" &&
        type.type !== "TSEmptyBodyFunctionExpression"
      )
        continue;
      if (!analyticsWord.test(site.module.text)) continue;
      return { doubt: `"${method}" is known by its type alone`, at: namedAt(type.params, [0]) };
    }
    if (one.kind !== "function") continue;
    const { module } = one.site;
    const at = namedAt(one.fn.params, []);
    if (at.length === 0 || emitsInside(one)) continue;
    const text = module.text.slice(one.fn.start, one.fn.end);
    const isTracking = plainTrack.test(method) && trackingPath.test(module.path);
    if (!analyticsWord.test(text) && !analyticsPath.test(module.path) && !isTracking) continue;
    return { doubt: `"${method}" sends to nothing that is known`, at };
  }
  return undefined;
}

/** Which of the first parameters take a name, as people name them: it may come after what the event is about. */
function namedAt(params: readonly Node[], otherwise: readonly number[]): readonly number[] {
  const first = params.slice(0, 2).findIndex(takesName);
  return first < 0 ? otherwise : [first];
}

/** Whether a parameter is one that takes a name, or what holds one, as people name them. */
function takesName(param: Node): boolean {
  switch (param.type) {
    case "Identifier":
      return /^_?(?:e|ev|evt|name|action|type|key|label|payload|data|opts|options|args|params|props|input|message|msg|body)$|event|name$|action$|type$/i.test(
        param.name,
      );
    case "AssignmentPattern":
      return takesName(param.left);
    case "ObjectPattern":
      return param.properties.some(
        (one) =>
          one.type === "Property" &&
          /^(?:event|eventName|event_name|name|action|type)$/.test(keyName(one.key, one.computed) ?? ""),
      );
    case "ArrayPattern":
      return true;
    default:
      return false;
  }
}

/** Whether a first argument can hold a name: text, or an object or a tuple with one. */
function saysName(linker: Linker, value: Value | undefined, depth: number): boolean {
  if (value === undefined || depth > 4) return false;
  switch (value.kind) {
    case "string":
    case "template":
    case "parameter":
    case "text":
    case "lookup":
      return true;
    case "object":
      return nameKeys.some((key) => {
        const member = memberOf(linker, value, key);
        return member.kind !== "undefined" && saysName(linker, member, depth + 1);
      });
    case "array":
      return saysName(linker, value.items[0]?.(), depth + 1);
    case "union":
      return value.members.some((member) => saysName(linker, member, depth + 1));
    case "choice":
      return saysName(linker, value.yes, depth + 1);
    case "fallback":
      return saysName(linker, value.left, depth + 1);
    case "typed": {
      const settled = settle(linker, value);
      return settled.kind !== "typed" && saysName(linker, settled, depth + 1);
    }
    default:
      return false;
  }
}
