// The last that is guessed: calls of what nobody of the project makes and no library is known by, which say by their own
// words that they send an event. `stats.trackEvent("Cart Opened")` does; `audio.track("Intro")` and `log("Saved.")` don't.
import type { Expression } from "oxc-parser";
import { bare, type calledBy, tailName } from "../../syntax/syntax.js";
import { byType } from "../../values/language/types.js";
import type { Linker } from "../../values/linker.js";
import { memberOf } from "../../values/members.js";
import type { Site, Value } from "../../values/values.js";
import type { Effect } from "../effects.js";
import {
  analyticsPath,
  guessedMethods,
  isEmitterName,
  nameKeys,
  saysTracking,
  spokenMethods,
  trackingPath,
} from "../emitter-names.js";
import { shapesAt } from "./name-shapes.js";
import { saysCategory } from "./says-name.js";
import { hookOf, isAboutAnalytics, isSpoken, isSpokenImport, queuing, receiverOf } from "./spoken-names.js";

/** Whether a call may be one by what it is called. */
export function maySpeak(callee: Expression, { module, scope }: Site): boolean {
  const node = bare(callee);
  const method = tailName(node);
  if (method === undefined) return false;
  if (node.type === "MemberExpression")
    return (
      method === "track" ||
      looseMethods.has(method) ||
      namesTracking(method) ||
      isSpoken(node, scope) ||
      (spokenMethods.has(method) && isAboutAnalytics(module))
    );
  return (
    node.type === "Identifier" &&
    (hookOf(node.name, scope) !== undefined ||
      guessedMethods.has(method) ||
      isEmitterName(method) ||
      isSpokenImport(node.name, scope))
  );
}

/** What such a call sends; undefined where its words don't say so. */
export function spokenEffect(
  linker: Linker,
  { callee, arguments: written }: ReturnType<typeof calledBy>,
  value: Value,
  args: () => readonly Value[],
  site: Site,
  origin: string,
): Effect | undefined {
  const { scope } = site;
  if (!isNobodys(linker, value)) return undefined;
  const node = bare(callee);
  const method = tailName(node);
  if (method === undefined || isMeasured(linker, method, args()[1])) return undefined;
  const effect = (at: number, what: string): Effect => ({
    preset: "own",
    shapes: shapesAt(at, args()),
    args: args(),
    typed: false,
    doubt: `what "${what}" is can't be seen here`,
    via: undefined,
    origin,
    requires: [],
  });
  if (node.type === "Identifier" && isSpokenImport(node.name, scope)) {
    const place = spokenAt(args());
    return place === undefined ? undefined : effect(place, method);
  }
  const isOfMember = node.type === "MemberExpression";
  const isOfPackage = isPackages(value) && isAboutPeople(value.source);
  // What others do, too, is done by what a package about analytics gave out, or by what is called so.
  const isSaid = isOfMember && (isSpoken(node, scope) || (isOfPackage && spokenMethods.has(method)));
  const isCategory = saysCategory(linker, method, written, args()) && readsLikeName(args()[1]);
  const at =
    (isCategory ? 1 : undefined) ??
    eventAt(linker, args(), isOfMember && (namesTracking(method) || isOfPackage)) ??
    // A function around it is given the name: `function tell(eventName) { telemetry.send(eventName); }`.
    ((isSaid || (isOfMember && namesTracking(method))) &&
    isHandedName(args()[0]) &&
    (!queuing.has(method) || isPackages(value))
      ? 0
      : undefined);
  if (at === undefined) return undefined;
  const name = args()[at];
  if (node.type === "MemberExpression") {
    if (node.object.type === "Super") return undefined;
    const receiver = receiverOf(node.object);
    if (namesTracking(method)) return effect(at, receiver ?? method);
    // A list of the project's own is no queue of a library's.
    if (queuing.has(method) && linker.evaluate(node.object, site).kind === "array") return undefined;
    if (isSaid && (spokenMethods.has(method) || queuing.has(method)))
      return at === 0 || isCategory ? effect(at, receiver ?? method) : undefined;
    const isLoose = looseMethods.has(method) && isPackages(value);
    const isAbout = measuring.test(receiver ?? "") && name?.kind === "string" && manyWords.test(name.value);
    return (isLoose || method === "track") && (isEvent(linker, name, args()[at + 1]) || (isAbout && !isLoose))
      ? effect(at, receiver ?? method)
      : undefined;
  }
  if (node.type !== "Identifier") return undefined;
  const hook = hookOf(node.name, scope);
  if (hook !== undefined) return effect(at, hook);
  if (value.kind !== "external" || value.source === "") return undefined;
  const { source } = value;
  const isAbout = analyticsPath.test(source) || trackingPath.test(source);
  return isAbout || (method === "track" && isEvent(linker, name, args()[at + 1]))
    ? effect(at, method)
    : undefined;
}

/** Names of methods that no other thing has: `trackEvent`, `logAnalyticsEvent`, and not `track` and `logEvent`. */
function namesTracking(method: string): boolean {
  return saysEvent.test(method) && saysTracking.test(method) && isEmitterName(method);
}

/** Whether it is a number that is told under a name, and no event: `recordMetric("queue.size", size)`. */
function isMeasured(linker: Linker, method: string, value: Value | undefined): boolean {
  if (!/metrics?$/i.test(method) || value === undefined) return false;
  return value.kind === "number" || (value.kind === "parameter" && byType(linker, value)?.kind === "number");
}

const saysEvent = /(?:Events?|Metrics?|Analytics|Telemetry|Mixpanel|Posthog|Amplitude|Segment)$/;

/** Whether nobody of the project says what a callee is. */
export function isNobodys(linker: Linker, value: Value): boolean {
  switch (value.kind) {
    // What is handed in by somebody whom nobody sees, unless its type says what it does.
    case "parameter": {
      const typed = byType(linker, value);
      return value.path.length > 0 && (typed === undefined || isNobodys(linker, typed));
    }
    case "unknown":
    case "external":
    case "lookup":
      return true;
    case "union":
      return value.members.every((one) => isNobodys(linker, one));
    default:
      return false;
  }
}

/** Which of the first two arguments is an event's name, or an object that holds one. */
function eventAt(linker: Linker, args: readonly Value[], isTracking: boolean): number | undefined {
  const [first, second] = args;
  const keys = isTracking ? nameKeys : eventKeys;
  if (holdsName(linker, first, keys)) return 0;
  return first !== undefined && first.kind !== "function" && holdsName(linker, second, keys) ? 1 : undefined;
}

const eventKeys = ["event", "eventName", "event_name", "eventType", "event_type"];

function holdsName(linker: Linker, value: Value | undefined, keys: readonly string[]): boolean {
  if (value?.kind === "object") return keys.some((key) => readsLikeName(memberOf(linker, value, key)));
  return value !== undefined && readsLikeName(value);
}

function isPackages(value: Value): value is Value & { readonly kind: "external" } {
  return value.kind === "external" && value.source !== "";
}

/** Whether a package is about what people do: what watches programs is not. */
function isAboutPeople(source: string): boolean {
  return analyticsPath.test(source) && !source.startsWith("@opentelemetry");
}

/** Whether an argument is the name of an event that somebody hands in, as people call it. */
export function isHandedName(value: Value | undefined): boolean {
  if (value?.kind !== "parameter") return false;
  const last = value.path.at(-1);
  return handedEvent.test(typeof last === "string" ? last : value.name);
}

const handedEvent =
  /^_?(?:event|name|key|action|type)$|(?:event|track\w*|action|analytics)_?(?:name|key|type)$/i;

/** Which of the first two arguments is a name, or is given one: it may stand behind an action of a store. */
function spokenAt([first, second]: readonly Value[]): number | undefined {
  const isName = (value: Value | undefined): boolean =>
    value !== undefined &&
    (readsLikeName(value) || (value.kind === "parameter" && /event|name$|action/i.test(value.name)));
  const isAction =
    first?.kind === "string"
      ? action.test(first.value)
      : first?.kind === "parameter" && /action|type/i.test(first.name);
  if (isAction && isName(second)) return 1;
  if (isName(first)) return 0;
  return isName(second) ? 1 : undefined;
}

/** What actions of stores are called: `"[Cart] opened"`, `"@@cart/opened"`, `"CART_OPENED"`. */
const action = /^\[[^\]]+\]|^@@|^[A-Z\d]+(?:_[A-Z\d]+)+$/;

/** Methods that recorders of other things have, too: a package's are told a name and what it carries. */
const looseMethods: ReadonlySet<string> = new Set([
  ...["logEvent", "recordEvent", "sendEvent", "logCustomEvent", "sendCustomEvent"],
]);

/** What is called for what it measures: a name alone is told it. */
const measuring = /^_?(?:metrics?|stats|insights|usage|productEvents|userEvents)(?:Service|Client|Api)?$/i;
const manyWords = /[\p{L}\p{N}][\s_:.-]+[\p{L}\p{N}]|\p{Ll}\p{Lu}/u;

/** Whether a text is short, and no sentence, address or path. */
export function readsLikeName(value: Value | undefined): boolean {
  if (value === undefined) return false;
  if (value.kind === "union") return value.members.every(readsLikeName);
  if (value.kind === "choice") return readsLikeName(value.yes) && readsLikeName(value.no);
  const text =
    value.kind === "template"
      ? value.parts.map((part) => (typeof part === "string" ? part : "x")).join("")
      : value.kind === "string"
        ? value.value
        : "";
  return /\p{L}/u.test(text) && text.length <= 60 && !/[.!?…]$|^[/#.]|:\/\/|\n|(?:\s\S+){7}/u.test(text);
}

/** Whether a name of more than one word comes with what it carries, where other things are tracked, too. */
function isEvent(linker: Linker, name: Value | undefined, payload: Value | undefined): boolean {
  if (name?.kind === "object") return memberOf(linker, name, "event").kind !== "undefined";
  return (
    name?.kind === "string" &&
    manyWords.test(name.value) &&
    payload?.kind === "object" &&
    payload.members.length > 0
  );
}
