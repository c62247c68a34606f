// What a value is made of in a way that is not followed: what a function gives for its parameter, what stands in a table
// that nobody sees. Nobody knows what it is, and who gives the parameter has a say in it all the same.
import type { CallExpression, Node } from "oxc-parser";
import { bare } from "../syntax/syntax.js";
import { parametersIn } from "./owners.js";
import type { ParameterValue, Value } from "./values.js";

/** What a value is made of in a way that is not followed, where nothing else is known of it. */
export type MadeOf = () => readonly Value[];

/** The value with what it is made of, unless something of what it is made of is known. */
export function madeFrom(value: Value, parts: () => readonly Value[]): Value {
  return value.madeOf === undefined && isLost(value) ? { ...value, madeOf: parts } : value;
}

/** What has a say in what a call gives: what it is given, and what a method is called on. */
export function givenTo({ callee, arguments: given }: CallExpression): readonly Node[] {
  const called = bare(callee);
  return called.type === "MemberExpression" && called.object.type !== "Super"
    ? [called.object, ...given]
    : given;
}

/** Whether nothing is known of a value but how it came about. */
function isLost(value: Value): boolean {
  switch (value.kind) {
    case "unknown":
      return value.pattern === undefined;
    case "text":
      return value.from === undefined;
    case "external":
      return value.path.at(-1) === "()";
    case "typed":
      return true;
    default:
      return false;
  }
}

/** What is not followed of a value, by what it is made of there. */
export function madePartsOf(value: Value): readonly Value[] {
  const found: Value[] = [];
  gather(value, found, 0);
  return found;
}

/** The parameters that have a say in a value in a way that is not followed. */
export function makersOf(value: Value): readonly ParameterValue[] {
  return madePartsOf(value).flatMap(parametersIn);
}

/** So much of a value is looked through: what is made of what is made, and so on, is bounded by that. */
const deepest = 8;

function gather(value: Value, found: Value[], depth: number): void {
  if (depth > deepest || found.length > 40) return;
  const within = (one: Value): void => gather(one, found, depth + 1);
  if (value.madeOf !== undefined) {
    const parts = value.madeOf();
    found.push(...parts);
    parts.forEach(within);
  }
  switch (value.kind) {
    case "template":
      for (const part of value.parts) if (typeof part !== "string") within(part);
      return;
    case "union":
      value.members.forEach(within);
      return;
    case "choice":
      within(value.yes);
      within(value.no);
      return;
    case "fallback":
      within(value.left);
      within(value.right);
      return;
    case "lookup":
      within(value.key);
      return;
  }
}

/** Whether something is written out that may decide what is made of it. */
export function isWrittenOut(value: Value): boolean {
  switch (value.kind) {
    case "string":
      return /[\p{L}\p{N}]/u.test(value.value);
    case "number":
      return value.value !== undefined;
    case "template":
      return value.parts.some((part) => typeof part === "string" && /\p{L}/u.test(part));
    case "lookup":
      return true;
    // A constant of a package's.
    case "external":
      return value.source !== "" && value.path.length > 1 && !value.path.includes("()");
    case "union":
      return value.members.every(
        (one) => isWrittenOut(one) || one.kind === "undefined" || one.kind === "null",
      );
    case "choice":
      return isWrittenOut(value.yes) && isWrittenOut(value.no);
    case "fallback":
      return isWrittenOut(value.left);
    default:
      return false;
  }
}
