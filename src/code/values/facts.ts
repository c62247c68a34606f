// What is known of a value by a condition that holds where it is used, and what that leaves of it.
import { hasType, isNone, truth } from "./conditions.js";
import { writtenMembers } from "./filled-objects.js";
import { settle } from "./language/types.js";
import type { Linker } from "./linker.js";
import { memberOf } from "./members.js";
import { fallbackOf, isPresent } from "./present.js";
import {
  type Member,
  type ObjectValue,
  type ParameterValue,
  plainText,
  unionOf,
  unknown,
  type Value,
} from "./values.js";

/** A condition on a value; `none` is null or undefined. `member` is one on what is in it. */
export type Fact =
  | { readonly is: "truthy" | "none" | "null" | "undefined"; readonly holds: boolean }
  | { readonly is: "among"; readonly texts: readonly string[]; readonly holds: boolean }
  | { readonly is: "type"; readonly type: string; readonly holds: boolean }
  | MemberFact;

type MemberFact = { readonly is: "member"; readonly key: string; readonly fact: Fact };

/** What a fact leaves of a value; of what a caller decides, it is left to be asked later. */
export function narrowed(linker: Linker, value: Value, fact: Fact): Value {
  const left = leftOf(linker, value, fact);
  if (left !== undefined) return left;
  // Nobody comes to the place with any of what it may be: it is something else, or nothing at all.
  return isNone(value) ? value : unknown(value.span, "conditions leave nothing of it");
}

/** The same; undefined where nothing is left. */
export function leftOf(linker: Linker, value: Value, fact: Fact): Value | undefined {
  switch (value.kind) {
    case "union": {
      const left = value.members.flatMap((member) => leftOf(linker, member, fact) ?? []);
      const isWhole =
        left.length === value.members.length && left.every((one, index) => one === value.members[index]);
      if (isWhole) return value;
      return left.length === 0 ? undefined : unionOf(value.span, left);
    }
    case "parameter":
      return withFact(value, fact);
    case "typed": {
      const settled = settle(linker, value);
      if (settled.kind === "typed") return value;
      const left = leftOf(linker, settled, fact);
      return left === settled ? value : left;
    }
    case "fallback": {
      const left = leftOf(linker, value.left, fact);
      const right = leftOf(linker, value.right, fact);
      // What stands in for it is out: it was there itself.
      if (right === undefined) return left;
      if (left === undefined) return right;
      // What is there now was perhaps not there, so that the other stood in for it.
      return isPresent(left) && !isPresent(value.left)
        ? unionOf(value.span, [left, right])
        : fallbackOf(value.span, left, right);
    }
    case "choice": {
      const yes = leftOf(linker, value.yes, fact);
      const no = leftOf(linker, value.no, fact);
      if (yes === undefined || no === undefined) return yes ?? no;
      return yes === value.yes && no === value.no ? value : { ...value, yes, no };
    }
    case "object":
      if (isOut(linker, value, fact)) return undefined;
      return fact.is === "member" ? withPartsLeft(linker, value, fact) : value;
    case "boolean":
      return fact.is === "truthy" && value.value === undefined ? { ...value, value: fact.holds } : value;
    default:
      return isOut(linker, value, fact) ? undefined : value;
  }
}

/** An object that is put together of others, one of which is one of several: `(Order | Refund) & { id: string }`. */
function withPartsLeft(linker: Linker, value: ObjectValue, fact: MemberFact): ObjectValue {
  const { written } = writtenMembers(value);
  if (!written.some(({ kind }) => kind === "spread")) return value;
  const own = written.findLastIndex((one) => one.kind === "property" && one.name === fact.key);
  let isWhole = true;
  const members = value.members.map((member, index): Member => {
    // What stands behind it says what the key holds.
    if (member.kind !== "spread" || index < own) return member;
    const part = member.value();
    const settled = part.kind === "typed" ? settle(linker, part) : part;
    if (settled.kind !== "union" || !settled.members.every(({ kind }) => kind === "object")) return member;
    // Each of them as a whole: one that is made of itself has itself among its parts.
    const left = settled.members.filter((one) => !isOut(linker, one, fact));
    if (left.length === 0 || left.length === settled.members.length) return member;
    isWhole = false;
    return { ...member, value: () => unionOf(settled.span, left) };
  });
  return isWhole ? value : { ...value, members };
}

/** What callers decide, with one more fact of it; what is known is not said again. */
function withFact(value: ParameterValue, fact: Fact): ParameterValue {
  const { facts = [] } = value;
  const at = value.path.length;
  const text = JSON.stringify(fact);
  if (facts.some((one) => one.at === at && JSON.stringify(one.fact) === text)) return value;
  return { ...value, facts: [...facts, { at, fact }] };
}

/** Whether a fact certainly rules a value out. */
function isOut(linker: Linker, value: Value, fact: Fact): boolean {
  if (fact.is === "member")
    return value.kind === "object" && isOut(linker, memberOf(linker, value, fact.key), fact.fact);
  const answer = answerTo(linker, value, fact);
  return answer !== undefined && answer !== fact.holds;
}

function answerTo(
  linker: Linker,
  value: Value,
  fact: Exclude<Fact, { readonly is: "member" }>,
): boolean | undefined {
  if (value.kind === "union") {
    const [first, ...others] = value.members.map((member) => answerTo(linker, member, fact));
    return others.every((one) => one === first) ? first : undefined;
  }
  if (value.kind === "typed") {
    const settled = settle(linker, value);
    return settled.kind === "typed" ? undefined : answerTo(linker, settled, fact);
  }
  const none = value.kind === "undefined" || value.kind === "null" ? value : undefined;
  // What stands before `&&` is none of these for certain, only falsy.
  if (none?.instead !== undefined) return fact.is === "truthy" ? false : undefined;
  switch (fact.is) {
    case "none":
      return none !== undefined ? true : isPresent(value) ? false : undefined;
    case "null":
    case "undefined":
      return none !== undefined ? none.kind === fact.is : isPresent(value) ? false : undefined;
    case "truthy":
      return truth(value);
    case "among": {
      if (none !== undefined || value.kind === "object" || value.kind === "array") return false;
      const text = value.kind === "string" ? plainText(value) : undefined;
      return text === undefined ? undefined : fact.texts.includes(text);
    }
    case "type": {
      return hasType(value, fact.type);
    }
  }
}
