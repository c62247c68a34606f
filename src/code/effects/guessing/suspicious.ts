// Calls that look like those that send events, by what people call them, and of which nothing shows that they do. They
// are no emissions: who knows the code says whether they are, under `code.calls` of the plan.
import type { CallExpression, Expression, SpreadElement } from "oxc-parser";
import type { PlaceInCall } from "../../../plan/plan.js";
import type { CallShape } from "../../presets/preset.js";
import { bare, keyName } from "../../syntax/syntax.js";
import type { Linker } from "../../values/linker.js";
import { memberOf } from "../../values/members.js";
import type { Value } from "../../values/values.js";
import { nameKeys, payloadKeys } from "../emitter-names.js";
import { isKindOf } from "../vague-names.js";
import { isEventName } from "./name-places.js";
import { isSpelled } from "./says-name.js";
import {
  isOfLibrary,
  isTopic,
  mayCarry,
  saysKind,
  strengthOf,
  takesWhole,
  wordsOf,
} from "./suspect-words.js";

export type Suspicion = {
  /** Where the name stands that an event would have. */
  readonly event: PlaceInCall;
  readonly properties: PlaceInCall | undefined;
  /** The texts that the call begins with, where those alone say that it is about analytics. */
  readonly given: readonly string[] | undefined;
  /** True where the callee's words are about events of any kind: one call alone says little. */
  readonly isWeak: boolean;
};

/** Functions that take any event, whatever it is called. */
const isPlain = /^[_$]?(?:track|log|record|report|capture)(?:\w*Events?)?$/;

/** What of a call's words and arguments makes it look like one that sends an event. */
export function suspicionOf(
  linker: Linker,
  node: CallExpression,
  args: () => readonly Value[],
): Suspicion | undefined {
  // What is written is declared, also where it looks like a function's own `call`.
  const { callee, arguments: given } = node;
  const names = namesOf(bare(callee));
  const tail = names.at(-1);
  if (tail === undefined || given.length === 0) return undefined;
  if (names[0] !== "this" && names.some(isOfLibrary)) return undefined;
  const around = names.slice(0, -1).flatMap(wordsOf);
  const strength =
    strengthOf(wordsOf(tail), around) ??
    (takesWhole(wordsOf(tail)) && isEventWhole(linker, args()[0]) ? "weak" : undefined);
  const topic =
    strength === undefined && names.length > (names[0] === "window" ? 2 : 1) && mayCarry(tail)
      ? given.slice(0, 2).findIndex(saysTopic)
      : -1;
  if (strength === undefined && topic < 0) return undefined;
  const place = placeOfName(
    linker,
    given,
    args(),
    !isPlain.test(tail) && !wordsOf(tail).some(isTopic),
    /^_?log/i.test(tail),
  );
  // What a bus says first that is about analytics is what it carries, and the event comes after that.
  if (place === undefined || (topic >= place.event[0] && place.event.length === 1)) return undefined;
  const before = topic >= 0 ? args().slice(0, place.event[0]) : undefined;
  return {
    ...place,
    given: before?.flatMap((one) => (one.kind === "string" ? one.value : [])),
    isWeak: strength === "weak",
  };
}

/** Keys of an event that is given whole; what says a type is an action of a store, too. */
const wholeKeys = ["event_name", "eventName", "event_type", "eventType", "name"];

/** Whether somebody hands in the name of an event that is given whole: `fireEvent({ name: eventName })`. */
export function isHandedWhole(linker: Linker, value: Value | undefined): boolean {
  return value?.kind === "object" && wholeKeys.some((key) => isEventName(memberOf(linker, value, key)));
}

/** The forms of a call that is given such an event. */
export const wholeShapes = wholeKeys.map((key): CallShape => {
  const name = [0, key] as const;
  return { method: "track", first: "object", needs: name, name, unseen: true };
});

/** Whether a value is an event that is written out, with its name. */
export function isEventWhole(linker: Linker, value: Value | undefined): boolean {
  return (
    value?.kind === "object" &&
    wholeKeys.some((key) => isEventText(linker, memberOf(linker, value, key), false, true))
  );
}

/** The names of a chain of members, from the outside in. */
function namesOf(node: Expression): readonly string[] {
  switch (node.type) {
    case "Identifier":
      return [node.name];
    case "ThisExpression":
      return ["this"];
    case "CallExpression":
      return namesOf(bare(node.callee));
    case "MemberExpression": {
      const key = keyName(node.property, node.computed);
      if (key === undefined || node.property.type === "PrivateIdentifier") return [];
      return node.object.type === "Super" ? [key] : [...namesOf(bare(node.object)), key];
    }
    default:
      return [];
  }
}

/** Whether an argument says that what follows is about analytics. */
function saysTopic(node: Expression | SpreadElement): boolean {
  const said =
    node.type === "Literal" && typeof node.value === "string"
      ? [node.value]
      : node.type === "MemberExpression" || node.type === "Identifier"
        ? namesOf(node).slice(-1)
        : node.type === "ArrayExpression" && node.elements[0]?.type === "Literal"
          ? [String(node.elements[0].value)]
          : [];
  return said.flatMap(wordsOf).some((word) => isTopic(word) || word === "track");
}

/** Where a call says the name of an event, and what it carries. */
function placeOfName(
  linker: Linker,
  given: readonly (Expression | SpreadElement)[],
  args: readonly Value[],
  isWordy: boolean,
  isLog: boolean,
): Pick<Suspicion, "event" | "properties"> | undefined {
  for (const [index, node] of given.slice(0, mostBefore).entries()) {
    const value = args[index];
    // What is written to a log says how much it matters.
    if (
      isLog &&
      value?.kind === "string" &&
      /^(?:trace|debug|info|log|warn|warning|error|fatal)$/i.test(value.value)
    )
      return undefined;
    if (node.type === "SpreadElement" || value === undefined) return undefined;
    if (value.kind === "array") {
      // What stands first in a list is what is asked for.
      const at = value.items
        .slice(0, mostBefore)
        .findIndex((item, place) => (index > 0 || place > 0) && isEventText(linker, item(), true, isWordy));
      if (at >= 0) return { event: [index, String(at)], properties: undefined };
    }
    if (value.kind === "object") {
      for (const key of [...nameKeys.slice(0, -1), "key", "type", "step"]) {
        const name = memberOf(linker, value, key);
        if (!isEventText(linker, name, false, isWordy)) continue;
        if (key === "key" && !isKindOf(memberOf(linker, value, "type"), name)) continue;
        const payload = payloadKeys.find((one) => memberOf(linker, value, one).kind === "object");
        return { event: [index, key], properties: payload === undefined ? [index] : [index, payload] };
      }
      continue;
    }
    // A measure is no event.
    if (args[index + 1]?.kind === "number") return undefined;
    const isLast = index === given.length - 1;
    if (isEventText(linker, value, !isLast, isWordy))
      return { event: [index], properties: payloadBehind(index, given, args) };
  }
  return undefined;
}

/** So many arguments may stand before the name. */
const mostBefore = 3;

/** Where the payload stands behind a name. */
function payloadBehind(
  index: number,
  given: readonly (Expression | SpreadElement)[],
  args: readonly Value[],
): PlaceInCall | undefined {
  if (carries(args[index + 1], given[index + 1])) return [index + 1];
  return args[index + 2]?.kind === "object" ? [index + 2] : undefined;
}

/** Whether what stands behind a name is what the event carries, as far as can be told. */
function carries(value: Value | undefined, node: Expression | SpreadElement | undefined): boolean {
  if (value?.kind === "object") return true;
  if (node === undefined || node.type === "SpreadElement" || value === undefined) return false;
  return !/^(?:string|template|text|number|boolean|array|function)$/.test(value.kind) && saysPayload(node);
}

/** Whether an expression is called as payloads are. */
function saysPayload(node: Expression): boolean {
  return /(?:prop|param|data|payload|attr|option|detail|context|meta|info|extra|arg|event)/i.test(
    namesOf(bare(node)).at(-1) ?? "",
  );
}

/** Whether a value is text that names an event; of several texts the first may say what kind of thing is told. */
function isEventText(linker: Linker, value: Value, isMore: boolean, isWordy: boolean): boolean {
  if (value.kind === "object" || !isSpelled(linker, value)) return false;
  return textsOf(value).every(
    (text) =>
      text.length > 2 &&
      text.length < 90 &&
      !/^[\da-f-]{16,}$/i.test(text) &&
      !notNames.test(text) &&
      text.split(" ").length < 8 &&
      (!isWordy || wordsOf(text).length > 1) &&
      !(isMore && saysKind(text)),
  );
}

/** Addresses, paths, files and sentences. */
const notNames = /[\n\\<>{}]|:\/\/|^\.?\/|\.(?:[cm]?[jt]sx?|json|css|html?|png|svg|md|ya?ml)$|[.!?](?:\s|$)/;

function textsOf(value: Value): readonly string[] {
  switch (value.kind) {
    case "string":
      return [value.value];
    case "template":
      return [value.parts.filter((part) => typeof part === "string").join("x")];
    case "union":
      return value.members.flatMap(textsOf);
    case "choice":
      return [...textsOf(value.yes), ...textsOf(value.no)];
    default:
      return [];
  }
}
