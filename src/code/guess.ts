// Calls whose callee is not known to the end: what names and types around them say, and how sure that is.
import type { Expression, Node } from "oxc-parser";
import type { Effect } from "./effects.js";
import type { Linker } from "./linker.js";
import { memberOf } from "./members.js";
import { presetById } from "./presets/index.js";
import type { CallShape, Preset } from "./presets/preset.js";
import { lookUp, type Scope } from "./scopes.js";
import { bare, keyName, tailName } from "./syntax.js";
import { settle } from "./types.js";
import type { FunctionValue, Site, Value } from "./values.js";

/** What clients of analytics are called, in any casing: `this._analyticsService`, `mixpanelClient`. */
const clientName =
  /^[_$]*(?:\w*(?:analytics|telemetry|segment|mixpanel|posthog|amplitude|rudder(?:stack)?|customer_?io|tracking|tracker))(?:js|node|browser|sdk)?(?:service|client|api|provider|instance|manager|helper|context|store|ref|lib|hook|adapter|gateway|module|plugin|util|utils)?$/i;
const libraryNames: readonly (readonly [pattern: RegExp, preset: string])[] = [
  [/posthog/i, "posthog"],
  [/mixpanel/i, "mixpanel"],
  [/amplitude/i, "amplitude"],
  [/rudder/i, "rudderstack"],
  [/customer_?io|^_?cio/i, "customerio-browser"],
  [/segment|analytics/i, "segment"],
];
const guessedMethods = new Set([
  "track",
  "trackEvent",
  "logEvent",
  "capture",
  "captureEvent",
  "recordEvent",
  "sendEvent",
  "identify",
]);
const clientHook =
  /^use\w*(?:analytics|telemetry|segment|mixpanel|posthog|amplitude|rudder|tracking|tracker|track)\w*$/i;

/** Names of functions that emit: `trackEvent`, `sendTelemetryEvent`, `logAmplitudeEvent`. */
export const emitterName =
  /^_?(?:track|log|send|record|capture|report)(?:[A-Z_]\w*?)?(?:Events?|Analytics|Telemetry|Tracking|Amplitude|Mixpanel|Posthog|Segment|Metric)$|^_?track(?:[A-Z]\w*)?$/;
/** The same in the bytes of a file. */
export const emitterPattern =
  /\b_?(?:track|log|send|record|capture|report)(?:[A-Z_]\w*?)?(?:Events?|Analytics|Telemetry|Tracking|Amplitude|Mixpanel|Posthog|Segment|Metric)\s*[(=:<]/;
/** Calls of what is handed in: `trackFn(name)`. */
export const handedPattern =
  /\b_?(?:track(?:Fn|Func|Function|Callback|Cb|Handler)|onTrack(?:Event)?)\s*(?:\?\.\s*)?\(/;
const analyticsWord =
  /analytics|telemetry|amplitude|mixpanel|segment|posthog|plausible|rudder|customer\.?io|tracking/i;

const nameKeys = ["event", "eventName", "event_name", "action", "actionType", "action_type", "name", "type"];

const analyticsPath =
  /analytics|telemetry|amplitude|mixpanel|segment|posthog|plausible|rudder|customer\.?io/i;
/** A file or a folder that is about tracking, for functions of which the name says that they track events. */
const trackingPath = /(?:^|\/)(?:use-?)?(?:event-?)?track(?:ing|ers?|-?events?)?(?:\.[\w.]+)?(?:\/|$)/i;
const plainTrack = /^_?track(?:Events?|Actions?)?$/;

const byName: readonly CallShape[] = [
  ...nameKeys.flatMap((key): readonly CallShape[] => [
    {
      method: "track",
      first: "object",
      needs: [0, key],
      also: [0, "properties"],
      name: [0, key],
      properties: [0, "properties"],
    },
    { method: "track", first: "object", needs: [0, key], name: [0, key] },
  ]),
  { method: "track", first: "object", needs: [0, "0"], name: [0, "0"], properties: [0, "1"] },
  { method: "track", first: "text", name: [0], properties: [1] },
];

/** Whether something may be guessed of a call at all, whatever is found of others. */
export function mayGuess(callee: Expression, value: Value, { scope }: Site): boolean {
  const node = bare(callee);
  const method = methodOf(node);
  if (method === undefined) return false;
  if (emitterName.test(method)) return true;
  const receiver = isOpen(value) && guessedMethods.has(method) ? calledOn(node, scope) : undefined;
  return receiver !== undefined && isClientName(receiver);
}

function methodOf(node: Expression): string | undefined {
  return node.type === "MemberExpression" ? keyName(node.property, node.computed) : tailName(node);
}

function calledOn(node: Expression, scope: Scope): string | undefined {
  if (node.type === "MemberExpression")
    return node.object.type === "Super" ? undefined : receiverOf(node.object, scope);
  return node.type === "Identifier" ? takenFrom(node.name, scope) : undefined;
}

/** What a call probably does, where its callee is not known or not known to do anything. */
export function guessedEffect(
  linker: Linker,
  callee: Expression,
  value: Value,
  args: () => readonly Value[],
  site: Site,
  origin: string,
  emitsInside: (fn: FunctionValue) => boolean,
): Effect | undefined {
  const node = bare(callee);
  const method = methodOf(node);
  if (method === undefined) return undefined;
  const own = ownEmitter(value, method, emitsInside);
  if (own !== undefined)
    return saysName(linker, args()[0], 0)
      ? {
          preset: "own",
          shapes: byName,
          args: args(),
          typed: false,
          doubt: own,
          via: undefined,
          origin,
          requires: [],
        }
      : undefined;
  if (!isOpen(value)) return undefined;
  const receiver = calledOn(node, site.scope);
  if (receiver === undefined || !guessedMethods.has(method) || !isClientName(receiver)) return undefined;
  const preset = presetFor(receiver, method);
  const shapes = preset?.methods.get(method) ?? byName;
  if (method !== "identify" && !saysName(linker, args()[0], 0)) return undefined;
  // Other things track and are trackers: only a name that is written out tells.
  if (/^[_$]*track(?:er|ing)$/i.test(receiver) && !isWritten(args()[0])) return undefined;
  return {
    preset: preset?.id ?? "own",
    shapes: method === "identify" ? shapes : [...shapes, ...byName],
    args: args(),
    typed: false,
    doubt: `what "${receiver}" is can't be seen here`,
    via: undefined,
    origin,
    requires: [],
  };
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

/** Why a function of the project is taken for one that emits although it comes to no library. */
function ownEmitter(
  value: Value,
  method: string,
  emitsInside: (fn: FunctionValue) => boolean,
): string | undefined {
  const values = value.kind === "union" ? value.members : [value];
  for (const one of values) {
    if (one.kind === "typed") {
      const { type, site } = one;
      if (
        type.type !== "TSMethodSignature" &&
        type.type !== "TSFunctionType" &&
        type.type !== "TSEmptyBodyFunctionExpression"
      )
        continue;
      if (!emitterName.test(method) || !analyticsWord.test(site.module.text)) continue;
      return `"${method}" is known by its type alone`;
    }
    if (one.kind !== "function" || !emitterName.test(method)) continue;
    const { module } = one.site;
    const [first] = one.fn.params;
    if (first === undefined || !takesName(first) || emitsInside(one)) continue;
    const text = module.text.slice(one.fn.start, one.fn.end);
    const isTracking = plainTrack.test(method) && trackingPath.test(module.path);
    if (!analyticsWord.test(text) && !analyticsPath.test(module.path) && !isTracking) continue;
    return `"${method}" sends to nothing that is known`;
  }
  return undefined;
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
