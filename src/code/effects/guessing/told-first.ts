// Functions and queues that nobody sees, and that are told first that an event is tracked, as most pixels and snippets of
// products are: `acme("track", "Cart Opened", {})`, `window.acmeQueue.push(["track", "Cart Opened"])`.
import type { CallExpression, Expression, Node } from "oxc-parser";
import type { CallShape } from "../../presets/preset.js";
import { lookUp, type Scope } from "../../syntax/scopes.js";
import { bare, globalObjects, keyName, tailName } from "../../syntax/syntax.js";
import type { Linker } from "../../values/linker.js";
import type { Site, Value } from "../../values/values.js";
import { type Effect, rearranged } from "../effects.js";
import { isHandedName, isNobodys, readsLikeName } from "./spoken.js";

/** What says so. */
const words: ReadonlySet<string> = new Set([
  ...["track", "trackEvent", "track_event", "trackCustom", "trackCustomEvent", "logEvent", "log_event"],
  ...["recordEvent", "record_event", "sendEvent", "send_event", "captureEvent", "customEvent"],
]);

/** Constants that stand for the same: `Commands.Telemetry.TrackEvent`. */
const constants =
  /^(?:Track|Log|Send|Record|Report)\w*(?:Event|Telemetry|Analytics)s?$|^(?:TRACK|LOG|SEND|RECORD|REPORT)_(?:\w+_)?(?:EVENT|TELEMETRY|ANALYTICS)S?$/;
/** The same in the bytes of a file, told to somebody. */
export const commandPattern =
  /\.\s*(?:(?:Track|Log|Send|Record|Report)\w*(?:Event|Telemetry|Analytics)s?|(?:TRACK|LOG|SEND|RECORD|REPORT)_(?:\w+_)?(?:EVENT|TELEMETRY|ANALYTICS)S?)\s*,\s*(?:null\s*,\s*)?["'`]/;

/** Functions of everybody's that are told a word first, and do something else. */
const others =
  /^(?:on|off|once|emit|trigger|dispatch|fire|notify|publish|subscribe|send|post|get|set|has|is|use|t|i18n|__|\$|jQuery|require|define|import|describe|it|test|expect|register|add|remove|create|call|apply|bind|log|debug|warn|error)(?![a-z])/;

/** The function or the queue that a call tells so; undefined where it is none. */
export function toldFirst(
  { callee, arguments: given }: CallExpression,
  scope: Scope,
): { readonly name: string; readonly isQueue: boolean } | undefined {
  const node = bare(callee);
  const [first, second] = given;
  const isQueue = first?.type === "ArrayExpression";
  const word = isQueue ? first.elements[0] : first;
  if (word?.type !== "Literal" || typeof word.value !== "string" || !words.has(word.value)) return undefined;
  if (isQueue ? first.elements.length < 2 : second === undefined) return undefined;
  const owner = isQueue ? queueOf(node) : node;
  const name = owner === undefined ? undefined : globalName(owner, scope);
  return name === undefined || others.test(name) ? undefined : { name, isQueue };
}

function queueOf(node: Expression): Expression | undefined {
  return node.type === "MemberExpression" &&
    node.object.type !== "Super" &&
    keyName(node.property, node.computed) === "push"
    ? bare(node.object)
    : undefined;
}

/** The name of what nobody declares, or what the page has: `acme`, `window.acme`. */
function globalName(node: Node, scope: Scope): string | undefined {
  if (node.type === "Identifier") {
    const what = lookUp(scope, node.name)?.what;
    return what === undefined || (what.kind === "variable" && what.init === undefined)
      ? node.name
      : undefined;
  }
  if (node.type !== "MemberExpression" || node.object.type === "Super") return undefined;
  const object = bare(node.object);
  return object.type === "Identifier" && globalObjects.has(object.name)
    ? keyName(node.property, node.computed)
    : undefined;
}

/** Where a call is told a command by such a constant, the name of the event behind it; undefined where it is told none. */
export function commandAt({ callee, arguments: given }: CallExpression): number | undefined {
  const method = tailName(bare(callee)) ?? "";
  if (/^(?:on|off|once|handle|register|subscribe|listen|expect|describe|it|test)(?![a-z])/.test(method))
    return undefined;
  const command = given
    .slice(0, 2)
    .findIndex(
      (one) => one.type === "MemberExpression" && constants.test(keyName(one.property, one.computed) ?? ""),
    );
  if (command < 0) return undefined;
  // What is resolved, or asked for, may stand in between.
  for (const [index, one] of given.entries()) {
    if (index <= command) continue;
    if (one.type === "TemplateLiteral" || (one.type === "Literal" && typeof one.value === "string"))
      return index;
    if (one.type !== "Literal") return undefined;
  }
  return undefined;
}

const called: readonly CallShape[] = [{ method: "track", name: [1], properties: [2] }];
const queued: readonly CallShape[] = [{ method: "track", name: [0, "1"], properties: [0, "2"] }];

/** What such a call sends. */
export function toldFirstEffect(
  linker: Linker,
  node: CallExpression,
  callee: Value,
  args: () => readonly Value[],
  { scope }: Site,
  origin: string,
): Effect | undefined {
  const at = commandAt(node);
  if (at !== undefined && readsLikeName(args()[at]))
    return rearranged({
      preset: "own",
      shapes: [{ method: "track", name: [at], properties: [at + 1] }],
      args: args(),
      doubt: "who hears this command can't be seen here",
      origin,
    });
  const told = toldFirst(node, scope);
  if (told === undefined || !isNobodys(linker, callee)) return undefined;
  const [first, second] = args();
  const name = told.isQueue ? (first?.kind === "array" ? first.items[1]?.() : undefined) : second;
  if (!readsLikeName(name) && !isHandedName(name)) return undefined;
  return rearranged({
    preset: "own",
    shapes: told.isQueue ? queued : called,
    args: args(),
    doubt: `what "${told.name}" is can't be seen here`,
    origin,
  });
}
