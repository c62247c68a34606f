// Functions of the project that take the name of an event, as they say themselves, and come to nothing that is known: what
// becomes of the name in them is not followed, by whatever way it goes out. Who calls them sends something all the same.
import type { Node } from "oxc-parser";
import type { Scope } from "../../syntax/scopes.js";
import { type FunctionNode, keyName } from "../../syntax/syntax.js";
import type { Module } from "../../values/module.js";
import { analyticsPath, analyticsWord, isEmitterName, trackingPath } from "../emitter-names.js";

/** The name of calls inside such functions, for searches. */
export const relayName = "relays.*";

/** Parameters that take the name of an event, by their names alone. */
export const relayWords: readonly string[] = ["event", "pixel", "telemetry", "tracking", "analytics"].flatMap(
  (what) =>
    ["Name", "Type", "Key", "Action"].flatMap((part) => [`${what}${part}`, `${what}_${part.toLowerCase()}`]),
);
const eventParameter = new RegExp(`^_?(?:${relayWords.join("|")})$`);
/** The same in the bytes of a file: a parameter, or a key that is taken out of one. */
const eventPattern = new RegExp(`\\b(?:${relayWords.join("|")})\\s*[?]?[,:)=}]`);
/** A parameter that may as well take something else. */
const looseParameter = /^_?(?:event|pixel|name|action|type|key)$/;

/** A file or a folder that is about what people do. */
const relayPath = /(?:^|[/._-])(?:pixels?|beacons?|gtm|gtag)(?:[/._-]|$)|Pixels?\.\w+$/;

/** What a function does that sends, where its parameter says little. */
const sends =
  /^_?#?(?:track|log|send|emit|record|capture|report|fire|ping|publish|dispatch|trigger|notify|submit|enqueue)(?=[A-Z_]|$)/;

/** A function that does so in a file about nothing else, in the bytes of that. */
const loosePattern =
  /\b_?(?:track|log|send|emit|record|capture|report|fire|ping|publish|dispatch|trigger|notify|submit|enqueue|analytics|telemetry)\w*\s*(?:[=:]\s*(?:\w+\()?(?:async\s*)?)?(?:<[^>()]*>)?\(\s*_?(?:event|pixel|name|action|type|key)\b/;

/** What nothing but what is told of people does with an event: `emit` and `dispatch` have to do with others, too. */
const telling = /^_?#?(?:track|log|record|capture|report|fire|ping|measure)(?=[A-Z_]|$)|[pP]ixel|[bB]eacon/;

/** What a function does that sends nothing, whatever it is told. */
const others =
  /^_?#?(?:get|start|stop|time|timing|is|has|should|can|may|will|did|create|make|build|parse|format|validate|on|off|once|un|subscribe|unsubscribe|remove|load|find|read|render|filter|map|sort|check|convert|normalize|sanitize|to|from|with|use|set|fetch|delete|query|list|count|test|mock|describe|expect|wait|assert|define|register|add(?!Event)|handle(?!\w*(?:Analytics|Track|Telemetry)))(?=[A-Z_]|$)/;

/** Components, and what says something of a person, or how far something is. */
const noEvents =
  /^\p{Lu}|(?:Attr(?:ibute)?s?|Propert(?:y|ies)|Traits?|Progress|Promises?|Listeners?|Handlers?)$/u;

/** What begins to measure how long something takes until its event is sent, as Mixpanel's `time_event` does. */
export const timing = /^_?#?(?:(?:start|begin|stop|end|clear|cancel|reset)_?)?[tT]im(?:e|ing|er)(?=[A-Z_]|$)/;

/** Types of what a page tells, and of what else is no name. */
const noName =
  /^(?:React\.)?(?:\w*(?:Mouse|Keyboard|Change|Pointer|Focus|Form|Drag|Touch|Synthetic|Message|Custom|Wheel|Clipboard|Input|Submit|Native|Animation|Progress|Storage|Error|Extendable|Fetch)\w*)?Event(?:<|$)|=>|^Function$|^\{|\[\]$|^number$|^boolean$/;

/** A function that tracks, by its name. */
const tracks = /\b_?track[A-Z]\w*\s*[=(:]/;

/** Whether a file may hold such a function, by its bytes and its path. */
export function mayRelay(bytes: string, path: string): boolean {
  const isAbout = isAboutPath(path);
  return (
    (isAbout && loosePattern.test(bytes)) ||
    // Google's classic events.
    /\bhitType\s*:/.test(bytes) ||
    (eventPattern.test(bytes) && (isAbout || analyticsWord.test(bytes) || tracks.test(bytes)))
  );
}

/** Whether a file or a folder is about what people do, by its name. */
export function isAboutPath(path: string): boolean {
  return analyticsPath.test(path) || trackingPath.test(path) || relayPath.test(path);
}

/** The innermost function around a place that takes the name of an event, and which of its parameters does. */
export function relayAround(
  module: Module,
  scope: Scope,
):
  | {
      readonly fn: FunctionNode;
      readonly index: number;
      readonly key: string | undefined;
      readonly name: string;
      readonly scope: Scope;
    }
  | undefined {
  const isAbout = isAboutPath(module.path);
  for (let at: Scope | undefined = scope; at !== undefined; at = at.parent) {
    const { fn } = at;
    if (fn === undefined) continue;
    const names = [...(module.scopes.names.get(fn) ?? []), ...(fn.id === null ? [] : [fn.id.name])];
    const [name] = names;
    // What is shown is told functions, and names of its parts.
    if (name === undefined || names.some((one) => others.test(one) || noEvents.test(one) || timing.test(one)))
      continue;
    const isSending = names.some((one) => sends.test(one) || analyticsWord.test(one));
    const taken = fn.params.slice(0, 3).map((one) => takesEvent(module, one, isSending && isAbout));
    const index = taken.findIndex((one) => one !== undefined);
    if (index < 0) continue;
    const saysSo =
      isAbout ||
      names.some((one) => isEmitterName(one) || telling.test(one) || analyticsWord.test(one)) ||
      analyticsWord.test(module.text.slice(fn.start, fn.end)) ||
      isWithinAbout(module, at);
    if (saysSo) return { fn, index, key: taken[index] || undefined, name, scope: at };
  }
  return undefined;
}

/** Whether a function or a class around one is about analytics, by its name. */
function isWithinAbout(module: Module, scope: Scope): boolean {
  for (let at = scope.parent; at !== undefined; at = at.parent) {
    const own = at.fn ?? at.cls;
    if (own === undefined) continue;
    const names = [...(module.scopes.names.get(own) ?? []), ...(own.id === null ? [] : [own.id.name])];
    if (names.some((one) => isEmitterName(one) || analyticsWord.test(one))) return true;
  }
  return false;
}

/** The key under which a parameter holds the name of an event, empty where it is the name; undefined where it has none. */
function takesEvent(module: Module, param: Node, isLoose: boolean): string | undefined {
  switch (param.type) {
    case "Identifier": {
      if (!eventParameter.test(param.name) && !(isLoose && looseParameter.test(param.name))) return undefined;
      const type = param.typeAnnotation?.typeAnnotation;
      return type !== undefined && noName.test(module.text.slice(type.start, type.end)) ? undefined : "";
    }
    case "AssignmentPattern":
      return takesEvent(module, param.left, isLoose);
    case "ObjectPattern":
      return param.properties
        .flatMap((one) => (one.type === "Property" ? (keyName(one.key, one.computed) ?? []) : []))
        .find((key) => eventParameter.test(key));
    default:
      return undefined;
  }
}

/** What only says to people who look after a program what happens in it, or takes values apart. */
const talk: ReadonlySet<string> = new Set([
  ...["console", "JSON", "Object", "Array", "String", "Math", "Number", "logger", "log", "logging", "debug"],
]);

/** Whether what is called is the language's own, a console's, or what takes a text and gives another: it sends nothing. */
export function isTalk(root: string | undefined, method: string | undefined): boolean {
  return (
    (root !== undefined && talk.has(root.replace(/^[_#]+/, ""))) ||
    (method !== undefined && others.test(method))
  );
}
