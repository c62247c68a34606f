// Whether an argument, or a parameter, holds the name of an event: by how it is written, and by what people call it.
import type { Node } from "oxc-parser";
import { keyName } from "../../syntax/syntax.js";
import { settle } from "../../values/language/types.js";
import type { Linker } from "../../values/linker.js";
import { memberOf } from "../../values/members.js";
import type { Value } from "../../values/values.js";
import { nameKeys } from "../emitter-names.js";

/** Whether a name, or an object that holds one, is written out. */
export function isSpelled(linker: Linker, value: Value | undefined): boolean {
  switch (value?.kind) {
    case "string":
      return /\p{L}/u.test(value.value);
    case "template":
      return value.parts.some((part) =>
        typeof part === "string" ? /\p{L}/u.test(part) : isSpelled(linker, part),
      );
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

/** Which of the first parameters take a name, as people name them: it may come after what the event is about. */
export function namedAt(params: readonly Node[], otherwise: readonly number[]): readonly number[] {
  const first = params.slice(0, 2).findIndex(takesName);
  if (first >= 0) return [first];
  // Behind whom it is about and where, what is called an event alone is one.
  return /^_?event_?(?:name)?$/i.test(writtenName(params[2]) ?? "") ? [2] : otherwise;
}

/** Whether what is called takes the category of an event first, and what happened after it, as Google's events had it. */
export function takesCategory(callee: Value, args: readonly Value[]): boolean {
  if (callee.kind === "union") return callee.members.some((one) => takesCategory(one, args));
  const [first, second] = args;
  if (first?.kind === "parameter" && second?.kind === "parameter")
    return isCategory(first.name) && isAction(second.name);
  const [category, action] = callee.kind === "function" ? callee.fn.params : paramsOf(callee);
  return isCategory(writtenName(category)) && isAction(writtenName(action));
}

/**
 * Whether a call of what nobody sees says a category first: out of a table of such, or as the first of two texts, as
 * Google's events had it. What is told a name is given more in an object, if at all.
 */
export function saysCategory(
  linker: Linker,
  method: string,
  written: readonly Node[],
  args: readonly Value[],
): boolean {
  const [first, second] = args;
  if (!isSpelled(linker, first) || !isSpelled(linker, second)) return false;
  if (first?.kind === "object" || second?.kind === "object") return false;
  const table = wordsOf(written[0]);
  if (/categor/i.test(table)) return true;
  // Google's events are given no object, and other recorders are told of what, and what happened to it.
  if (/event|action|name/i.test(table) || !classic.test(method) || args[2]?.kind === "object") return false;
  if (first?.kind !== "string" || second?.kind !== "string") return true;
  return !first.value.includes(".") && (!happened.test(first.value) || happened.test(second.value));
}

/** Functions that are called as those were that handed events to Google. */
const classic =
  /^_?(?:track|analytics|ga|google|gtag|gtm|(?:track|send|push|fire)(?:GA4?|Ga|Google\w*|Analytics))Event$/;

/** What a text says that tells what happened. */
const happened = /(?:[a-z]ed|click|view|open|close|submit)\b/i;

/** The names of a chain of members. */
function wordsOf(node: Node | undefined): string {
  if (node?.type === "Identifier") return node.name;
  if (node?.type !== "MemberExpression") return "";
  return `${wordsOf(node.object)}.${keyName(node.property, node.computed) ?? ""}`;
}

function paramsOf(callee: Value): readonly Node[] {
  if (callee.kind !== "typed") return [];
  const { type } = callee;
  return type.type === "TSFunctionType" ||
    type.type === "TSMethodSignature" ||
    type.type === "TSEmptyBodyFunctionExpression"
    ? type.params
    : [];
}

function isCategory(name: string | undefined): boolean {
  return name !== undefined && /^_?(?:event_?)?category$/i.test(name);
}

function isAction(name: string | undefined): boolean {
  return name !== undefined && /^_?(?:event_?)?action(?:_?name)?$/i.test(name);
}

function writtenName(param: Node | undefined): string | undefined {
  if (param?.type === "AssignmentPattern") return writtenName(param.left);
  return param?.type === "Identifier" ? param.name : undefined;
}

/** Whether a parameter is one that takes a name, or what holds one, as people name them. */
function takesName(param: Node): boolean {
  switch (param.type) {
    case "Identifier":
      return /^_?(?:e|ev|evt|name|action|type|key|label|payload|data|details?|info|opts|options|args|params|props|input|message|msg|body)$|event|name$|action$|(?:^|[_-]|action|activity|interaction|message|track\w*)type$/i.test(
        param.name,
      );
    case "AssignmentPattern":
      return takesName(param.left);
    case "ObjectPattern":
      return param.properties.some(
        (one) =>
          one.type === "Property" &&
          /^(?:event|event_?(?:name|action|type)|name|action|type)$/i.test(
            keyName(one.key, one.computed) ?? "",
          ),
      );
    case "ArrayPattern":
      return true;
    default:
      return false;
  }
}

/** Whether a first argument can hold a name: text, or an object or a tuple with one. */
export function saysName(linker: Linker, value: Value | undefined, depth: number): boolean {
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
