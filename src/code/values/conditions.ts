// What conditions come to, as far as what they compare is known: which of two values it is, and whether a call is made.
import { fallbackOf, isPresent } from "./present.js";
import { type ChoiceValue, plainText, unionOf, type Value } from "./values.js";

/**
 * A choice that is left to callers where parameters decide, and made where what they gave is known. What does not hang
 * on a caller may still change while the program runs.
 */
export function choiceOf(choice: Omit<ChoiceValue, "kind">, isGiven: boolean): Value {
  const { span, left, right, type, equal, loose, yes, no } = choice;
  const isOpen = isLeftToCallers(left) || (right !== undefined && isLeftToCallers(right));
  if (!isGiven && !isOpen) return unionOf(span, [yes, no]);
  const holds =
    type !== undefined
      ? isOfType(left, type)
      : right === undefined
        ? truth(left)
        : isSame(left, right, loose === true);
  if (holds !== undefined) return holds === equal ? yes : no;
  return isOpen ? { kind: "choice", ...choice } : unionOf(span, [yes, no]);
}

/** Whether a value, or one that it may be, is what a parameter stands for. */
function isLeftToCallers(value: Value): boolean {
  if (value.kind === "union") return value.members.some(isLeftToCallers);
  if (value.kind === "choice") return isLeftToCallers(value.yes) || isLeftToCallers(value.no);
  if (value.kind === "fallback") return isLeftToCallers(value.left) || isLeftToCallers(value.right);
  return value.kind === "parameter";
}

/** Whether two values are the same text, or both nothing; undefined where they may or may not be. */
function isSame(left: Value, right: Value, isLoose: boolean): boolean | undefined {
  if (!isNone(right)) return sameText(left, right);
  if (left.kind === "union") return agreed(left.members.map((member) => isSame(member, right, isLoose)));
  if (isNone(left)) return isLoose || left.kind === right.kind;
  return isPresent(left) || isSaidThere(left, right.kind === "undefined" && !isLoose)
    ? false
    : sameText(left, right);
}

/** Whether conditions on the way say that what a caller gives is there, or is not undefined. */
function isSaidThere(value: Value, isUndefinedAsked: boolean): boolean {
  if (value.kind !== "parameter") return false;
  return (value.facts ?? []).some(({ at, fact }) => {
    if (at !== value.path.length || fact.is === "member") return false;
    if (fact.is === "truthy" || fact.is === "among") return fact.holds;
    return !fact.holds && (fact.is === "none" || (isUndefinedAsked && fact.is === "undefined"));
  });
}

/** Whether two values are the same text; undefined where they may or may not be. */
function sameText(left: Value, right: Value): boolean | undefined {
  if (left.kind === "union") return agreed(left.members.map((member) => sameText(member, right)));
  if (left.kind === "choice") return agreed([sameText(left.yes, right), sameText(left.no, right)]);
  if (left.kind === "fallback") return agreed([sameText(left.left, right), sameText(left.right, right)]);
  if (right.kind === "union" || right.kind === "choice" || right.kind === "fallback")
    return sameText(right, left);
  if (left.kind === "template") return mayBeText(left, plainText(right)) ? undefined : false;
  if (right.kind === "template") return sameText(right, left);
  const texts = [left, right].map((value) => (isNone(value) ? value.kind : plainText(value)));
  return texts.includes(undefined) ? undefined : texts[0] === texts[1];
}

/** What all of several answers say. */
function agreed(answers: readonly (boolean | undefined)[]): boolean | undefined {
  const [first] = answers;
  return answers.every((answer) => answer === first) ? first : undefined;
}

/** Whether text with holes can come to a text, by how both begin and end. */
function mayBeText({ parts }: Extract<Value, { kind: "template" }>, text: string | undefined): boolean {
  if (text === undefined) return true;
  const [first, last] = [parts[0], parts.at(-1)];
  return (
    (typeof first !== "string" || text.startsWith(first)) && (typeof last !== "string" || text.endsWith(last))
  );
}

/** Whether a value is null or undefined. */
export function isNone({ kind }: Value): boolean {
  return kind === "undefined" || kind === "null";
}

export function truth(value: Value): boolean | undefined {
  if (isNone(value)) return false;
  switch (value.kind) {
    case "union":
      return agreed(value.members.map(truth));
    case "choice":
      return agreed([truth(value.yes), truth(value.no)]);
    case "object":
    case "array":
    case "function":
    case "class":
      return true;
    case "boolean":
    case "string":
    case "number":
      return value.value === undefined ? undefined : Boolean(value.value);
    case "parameter": {
      const said = value.facts?.find(({ at, fact }) => at === value.path.length && fact.is === "truthy");
      return said === undefined || said.fact.is !== "truthy" ? undefined : said.fact.holds;
    }
    default:
      return undefined;
  }
}

/** What is left of a value where an empty text, zero and what is not there give way; undefined where nothing is. */
function withoutEmpty(value: Value): Value | undefined {
  switch (value.kind) {
    case "union": {
      const left = value.members.flatMap((member) => withoutEmpty(member) ?? []);
      if (left.length === value.members.length && left.every((one, at) => one === value.members[at]))
        return value;
      return left.length === 0 ? undefined : unionOf(value.span, left);
    }
    case "fallback": {
      const right = withoutEmpty(value.right);
      return right === undefined ? withoutEmpty(value.left) : value;
    }
    case "string":
    case "number":
      return truth(value) === false ? undefined : value;
    default:
      return value;
  }
}

/** `left || right`. */
export function orElse(span: Value["span"], given: Value, right: Value): Value {
  const left = given.kind === "union" || given.kind === "fallback" ? withoutEmpty(given) : given;
  if (left === undefined) return right;
  const is = truth(left);
  // Zero, false and an empty text are there, and give way all the same.
  if (left.kind === "string" && is === false) return right;
  if (is === undefined && (left.kind === "number" || left.kind === "text"))
    return unionOf(span, [left, right]);
  if (left.kind === "boolean" && is !== true)
    return is === false ? right : unionOf(span, [{ ...left, value: true }, right]);
  return fallbackOf(span, left, right);
}

/** Whether a value is of a type as `typeof` has it, or a list for "array"; undefined where it may or may not be. */
export function hasType(value: Value, type: string): boolean | undefined {
  const own = typeOf(value);
  if (type === "array") return own === undefined ? undefined : value.kind === "array";
  return own === undefined ? undefined : own === type;
}

/** What `typeof` gives. */
function typeOf(value: Value): string | undefined {
  switch (value.kind) {
    case "string":
    case "text":
      return "string";
    case "template":
      return value.isSum === true ? undefined : "string";
    case "number":
    case "boolean":
    case "function":
      return value.kind;
    case "undefined":
      // What stands before `&&` is falsy, and of whatever kind.
      return value.instead === undefined ? "undefined" : undefined;
    case "null":
    case "object":
    case "array":
      return "object";
    default:
      return undefined;
  }
}

/** Whether `typeof` gives a text; undefined where it may or may not. */
function isOfType(value: Value, type: string): boolean | undefined {
  if (value.kind === "union") return agreed(value.members.map((member) => isOfType(member, type)));
  if (value.kind === "choice") return agreed([isOfType(value.yes, type), isOfType(value.no, type)]);
  return hasType(value, type);
}

/**
 * What must be so for a call to be made: that a value is truthy, is there, is not undefined, is one of some texts or of
 * what `typeof` gives; or is not.
 */
export type Guard = {
  readonly value: Value;
  readonly test:
    | "truthy"
    | "present"
    | "defined"
    | { readonly among: readonly string[] }
    | { readonly type: string };
  readonly holds: boolean;
  /** The functions whose parameters it asks about, whatever callers give for these. */
  readonly owners?: ReadonlySet<string>;
};

/** Whether a call is certainly not made. */
export function isRefused(guards: readonly Guard[]): boolean {
  return guards.some((guard) => {
    const answer = answerOf(guard);
    return answer !== undefined && answer !== guard.holds;
  });
}

/** Whether a condition certainly holds for some of what a value may be, and not for the rest of it. */
export function isEither(guards: readonly Guard[]): boolean {
  return guards.some((guard) => {
    const { value } = guard;
    if (value.kind !== "union") return false;
    const answers = value.members.map((member) => answerOf({ ...guard, value: member }));
    return answers.includes(true) && answers.includes(false);
  });
}

/** Whether nothing tells if a condition holds for any of what a value may be. */
export function isUndecided(guard: Guard): boolean {
  const members = guard.value.kind === "union" ? guard.value.members : [guard.value];
  return members.every((value) => answerOf({ ...guard, value }) === undefined);
}

function answerOf({ value, test, holds }: Guard): boolean | undefined {
  // Whatever it may be, the answer is the same.
  if (value.kind === "union" && typeof test === "string")
    return agreed(value.members.map((member) => answerOf({ value: member, test, holds })));
  if (typeof test !== "string")
    return "type" in test ? isOfType(value, test.type) : isAmong(value, test.among);
  if (value.kind === "undefined") return false;
  if (value.kind === "null") return test === "defined";
  if (test !== "truthy") return isPresent(value) ? true : undefined;
  return truth(value);
}

/** Whether a value is one of some texts, as far as all that it may be is known. */
function isAmong(value: Value, texts: readonly string[]): boolean | undefined {
  if (value.kind === "union") return agreed(value.members.map((member) => isAmong(member, texts)));
  if (value.kind === "choice") return agreed([isAmong(value.yes, texts), isAmong(value.no, texts)]);
  if (isNone(value)) return false;
  if (value.kind === "template") return texts.some((text) => mayBeText(value, text)) ? undefined : false;
  const text = plainText(value);
  return text === undefined ? undefined : texts.includes(text);
}
