// Functions of the project that come to no library that is known, and emit all the same, as their names and texts say.
import type { Expression, Node } from "oxc-parser";
import { callsWithin, lookUp, type Scope } from "../../syntax/scopes.js";
import { bare, keyName, tailName } from "../../syntax/syntax.js";
import type { FunctionValue, Value } from "../../values/values.js";
import { fileName } from "../callee-names.js";
import {
  analyticsPath,
  analyticsWord,
  isEmitterName,
  nameKeys,
  plainTrack,
  trackingPath,
} from "../emitter-names.js";
import { namedAt } from "./says-name.js";

/** Whether an object is what nobody but analytics takes: `{ event_name: "saved" }`. */
export function namesEvent(value: Value | undefined): boolean {
  return (
    value?.kind === "object" &&
    value.members.some((member) => member.kind === "property" && eventKeys.has(member.name))
  );
}

const eventKeys: ReadonlySet<string> = new Set(["event_name", "eventName", "event_type"]);

/** What a call says beside its name: on what it is, that it is given an event's name, or an event with its name. */
type Said = { readonly isOfClient: boolean; readonly isNamed: boolean; readonly isSaidWhole: boolean };

/**
 * Why a function is taken for one, and where its name may be; `isOpen` where nobody sees what it takes, `isWhole` where
 * that is the event itself.
 */
type OwnEmitter = {
  readonly doubt: string;
  readonly at: readonly number[];
  readonly isOpen?: true;
  readonly isWhole?: true;
};

/** Why a function of the project is taken for one that emits although it comes to no library. */
export function ownEmitter(
  value: Value,
  method: string,
  { isOfClient, isNamed, isSaidWhole }: Said,
  emitsInside: (fn: FunctionValue) => boolean,
): OwnEmitter | undefined {
  const isEmitter = isEmitterName(method) || (isOfClient && method !== "identify");
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
      if (!isNamed && !analyticsWord.test(site.module.text)) continue;
      return { doubt: `"${method}" is known by its type alone`, at: namedAt(type.params, [0]) };
    }
    if (one.kind !== "function") continue;
    const { module } = one.site;
    // What is to come in its place some day, as a comment says, sends nothing yet.
    if (isEmpty(one)) continue;
    // What is made around another function hands on whatever it is given: the function is not seen from here.
    if (handsAllOn(one) && !emitsInside(one))
      return { doubt: `what "${method}" hands on is not followed`, at: [], isOpen: true };
    const isWhole = isSaidWhole && handsOnWhole(one);
    const at = isWhole ? [0] : namedAt(one.fn.params, []);
    if ((at.length === 0 && !isOfClient && !isNamed) || emitsInside(one) || namesItself(one)) continue;
    if (callsByKey(one, at) || (/metrics?$/i.test(method) && takesNumber(one))) continue;
    const text = module.text.slice(one.fn.start, one.fn.end);
    const isTracking =
      ((plainTrack.test(method) || /events?$/i.test(method)) && trackingPath.test(module.path)) ||
      ((plainTrack.test(method) || (/events?$/i.test(method) && putsEvent.test(text))) &&
        sendsRequests.test(text));
    if (
      !isNamed &&
      !isWhole &&
      !analyticsWord.test(text) &&
      !analyticsPath.test(module.path) &&
      !isTracking &&
      !isOnlyOf(module.path, method, module.text) &&
      !makesEvent.test(text)
    )
      continue;
    return {
      ...{ doubt: `"${method}" sends to nothing that is known`, at },
      ...(isWhole && { isWhole }),
    };
  }
  return undefined;
}

/** Whether a function takes any arguments, which it gives to another: `(...args) => fn(...args)`. */
function handsAllOn({ fn, site: { module } }: FunctionValue): boolean {
  const [first, ...others] = fn.params;
  if (first?.type !== "RestElement" || others.length > 0 || first.argument.type !== "Identifier")
    return false;
  const { name } = first.argument;
  return callsWithin(module.scopes, fn).some(
    ({ node }) =>
      node.type === "CallExpression" &&
      node.arguments.some(
        (one) =>
          one.type === "SpreadElement" && one.argument.type === "Identifier" && one.argument.name === name,
      ),
  );
}

/** What a function hands on as an event: `request({ Event: content })`. */
function handsOnWhole({ fn, site: { module } }: FunctionValue): boolean {
  const [first] = fn.params;
  if (first?.type !== "Identifier") return false;
  return callsWithin(module.scopes, fn).some(
    ({ node }) =>
      node.type === "CallExpression" &&
      node.arguments.some(
        (one) =>
          one.type === "ObjectExpression" &&
          one.properties.some(
            (property) =>
              property.type === "Property" &&
              /^event$/i.test(keyName(property.key, property.computed) ?? "") &&
              property.value.type === "Identifier" &&
              property.value.name === first.name,
          ),
      ),
  );
}

/** Whether a function has nothing in it. */
export function isEmpty({ fn }: FunctionValue): boolean {
  return fn.body?.type === "BlockStatement" && fn.body.body.length === 0;
}

/** A file that holds one function, which is called like the file, and sends something to a server. */
function isOnlyOf(path: string, method: string, text: string): boolean {
  const file = fileName(path)
    .replace(/[-_]/g, "")
    .replace(/^use(?=[A-Z])/, "")
    .toLowerCase();
  return file === method.replace(/_/g, "").toLowerCase() && sendsRequests.test(text);
}

/** An event as the servers of analytics take it: `{ event, props }`. */
const makesEvent = /\{\s*event(?:\s*:[^,{}]*)?,\s*(?:props|properties|eventProperties|event_properties)\b/;

/** An event among the keys of what is sent. */
const putsEvent = /[{,]\s*event(?:_?[nN]ame)?\s*[,:}]/;

const sendsRequests = /\b(?:fetch|sendBeacon|axios|ajax|post)\b/;

/**
 * Whether a function sends an event whose name it says itself: `(source) => trackEvent(MENU.OPENED, { source })`. What
 * it is given is no name then, unless another emitter in it is given that.
 */
function namesItself({ fn, site: { module } }: FunctionValue): boolean {
  let says = false;
  for (const { node, scope } of module.scopes.calls) {
    if (node.start < fn.start) continue;
    if (node.start >= fn.end) break;
    if (node.type !== "CallExpression" || !isEmitterName(tailName(node.callee) ?? "")) continue;
    const [first, ...others] = node.arguments;
    // Whom it is about may stand before the name that is handed on: `send("1", undefined, event)`.
    if (
      others
        .slice(0, 2)
        .some(
          (one) =>
            one.type === "Identifier" &&
            /^_?event(?:_?name)?$/i.test(one.name) &&
            !standsOutside(one, scope, fn),
        )
    )
      return false;
    const name = first === undefined || first.type === "SpreadElement" ? undefined : nameIn(bare(first));
    if (name === undefined || !standsOutside(bare(name), scope, fn)) return false;
    says = true;
  }
  return says;
}

/** Whether a function is given a number beside a name: a measure is no event. */
function takesNumber({ fn }: FunctionValue): boolean {
  const [, second] = fn.params;
  const type = second?.type === "Identifier" ? second.typeAnnotation?.typeAnnotation : undefined;
  return type?.type === "TSNumberKeyword";
}

/** Whether a function calls a member of a table by what it is given: `events[kind](label)`. That is the key of one, and no name. */
function callsByKey({ fn, site: { module } }: FunctionValue, at: readonly number[]): boolean {
  return callsWithin(module.scopes, fn).some(({ node, scope }) => {
    const callee = node.type === "CallExpression" ? bare(node.callee) : undefined;
    if (callee?.type !== "MemberExpression" || !callee.computed || callee.property.type !== "Identifier")
      return false;
    const what = lookUp(scope, callee.property.name)?.what;
    return what?.kind === "parameter" && what.fn === fn && at.includes(what.index);
  });
}

/** What says that an event is sent, and not which: `sendGAEvent("event", name)`. */
const kindOfCall = /^(?:event|track|analytics|telemetry|custom(?:[ _-]?event)?)$/i;

/** The name in an emitter's first argument, which may be an object that holds it. */
function nameIn(node: Expression): Expression | undefined {
  if (node.type !== "ObjectExpression") return node;
  for (const key of nameKeys)
    for (const one of node.properties)
      if (one.type === "Property" && keyName(one.key, one.computed) === key) return one.value;
  return undefined;
}

/** Whether a text is written out, or is a constant from outside of a function. */
function standsOutside(node: Expression, scope: Scope, fn: Node): boolean {
  switch (node.type) {
    case "Literal":
      return typeof node.value === "string" && !kindOfCall.test(node.value);
    case "TemplateLiteral":
      return node.expressions.length === 0;
    case "MemberExpression":
      return node.object.type !== "Super" && standsOutside(bare(node.object), scope, fn);
    case "Identifier": {
      const binding = lookUp(scope, node.name);
      return binding !== undefined && (binding.start < fn.start || binding.start >= fn.end);
    }
    case "ConditionalExpression":
      return (
        standsOutside(bare(node.consequent), scope, fn) && standsOutside(bare(node.alternate), scope, fn)
      );
    default:
      return false;
  }
}
