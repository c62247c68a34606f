// What a call does: the calls of libraries that it comes down to, with their arguments as far as they are known.
import type { Span } from "../../diagnostics/diagnostic.js";
import type { ArgumentPath, CallShape } from "../presets/preset.js";
import type { Placed } from "../syntax/scopes.js";
import { type Guard, isNone, isRefused } from "../values/conditions.js";
import { settle } from "../values/language/types.js";
import type { Linker } from "../values/linker.js";
import { elementOf, memberOf } from "../values/members.js";
import type { Module } from "../values/module.js";
import { ownersOf } from "../values/owners.js";
import { substitute } from "../values/substitute.js";
import { type Arguments, eitherOf, unionOf, type Value } from "../values/values.js";
import { isKindOf, isVague } from "./vague-names.js";

/** One call of a library that a function makes, or that a call is. */
export type Effect = {
  readonly preset: string;
  readonly shapes: readonly CallShape[];
  readonly args: readonly Value[];
  readonly typed: boolean;
  readonly doubt: string | undefined;
  /** The wrapper through which it goes. */
  readonly via: { readonly name: string; readonly span: Span } | undefined;
  /** The call that has it: the library's, or one of a wrapper's inside another. */
  readonly origin: string;
  /** The calls inside it, down to the library's. */
  readonly root?: string;
  /** Functions whose arguments must be known for it to be had. */
  readonly requires: readonly string[];
  /** True where the arguments are not the call's own: a request's body stands in another place. */
  readonly isRearranged?: true;
  /** What parameters must be for it to be had, and whether a caller's are known not to be that. */
  readonly guards?: readonly Guard[];
  readonly refused?: boolean;
  /** True where it is refused, and its name is the one that it has where nothing is given. */
  readonly isDefault?: "one" | "several" | undefined;
  /** The object on which it is had, by where that is made: others of its class keep listeners of their own. */
  readonly instance?: string | undefined;
  /** Where an interface says what is called: of the effects that those who implement it have, one is had. */
  readonly either?: string;
  /** Keys that are put beside those of the payload. */
  readonly adds?: readonly string[];
  /** The request that it is, where a caller says what it asks for; then nothing else is known yet. */
  readonly request?: {
    readonly address: Value;
    readonly method: Value;
    /** The products that its file speaks of. */
    readonly services: readonly string[];
  };
  /** What is called, where that is a parameter; then nothing else is known yet. */
  readonly callee?: Value;
  /** The call of that parameter, and whether all that it sends stands there. */
  readonly at?: { readonly module: Module; readonly placed: Placed } | undefined;
  readonly isSettledAtSite?: boolean;
  /** True where nothing but the key says that the parameter may emit: then its call says the name, or says nothing. */
  readonly isHanded?: boolean;
  /** True where only a caller that names an event shows that it sends one: else it says nothing. */
  readonly isSupposed?: true;
  /** True where its name is made of what its owner is given, in a way that is not followed. */
  readonly isMade?: true;
  /** True where the parameter is that of a function which keeps what it is given: who calls the function says what is called. */
  readonly isKept?: true | undefined;
  /** The call that is told of it, where its name is known there: what a caller gives goes into what that sends. */
  readonly sentBy?: Span;
  /** Of what its owner makes and gives out in one object, the function that has it, by its key and its identity. */
  readonly member?: { readonly key: string; readonly id: string; readonly isOpen?: true } | undefined;
  /** True where a function inside its owner has it, which somebody else calls: what names nothing then is no call. */
  readonly isLater?: boolean;
};

/** What a call does that hands the library's arguments on in another form: a request, a message, an action. */
export function rearranged(
  effect: Pick<Effect, "preset" | "shapes" | "args" | "origin"> & Partial<Pick<Effect, "doubt" | "request">>,
): Effect {
  return { typed: false, doubt: undefined, via: undefined, requires: [], isRearranged: true, ...effect };
}

/** The effect as it is where parameters have arguments. */
export function withArguments(linker: Linker, effect: Effect, all: Arguments): Effect {
  const given = narrowed(all, effect.guards ?? []);
  const guards = (effect.guards ?? []).map((guard) => ({
    ...guard,
    value: substitute(linker, guard.value, given),
  }));
  return {
    ...effect,
    guards,
    refused: effect.refused === true || isRefused(guards),
    args: effect.args.map((arg) => substitute(linker, arg, given)),
    ...(effect.request !== undefined && {
      request: {
        ...effect.request,
        address: substitute(linker, effect.request.address, given),
        method: substitute(linker, effect.request.method, given),
      },
    }),
    ...(effect.callee !== undefined && { callee: substitute(linker, effect.callee, given) }),
  };
}

/** Arguments without what conditions on the way keep out: `undefined` where somebody asked whether it is there. */
function narrowed(given: Arguments, guards: readonly Guard[]): Arguments {
  const result = new Map(given);
  for (const { value, test, holds } of guards) {
    if (value.kind !== "parameter" || typeof test !== "string" || !holds || value.index < 0) continue;
    const isOut = test === "defined" ? isUndefined : isNone;
    const values = result.get(value.owner);
    const argument = values?.[value.index];
    // What is left of an object has its keys.
    const path = value.path.filter((step) => typeof step !== "object" || !("without" in step));
    if (values === undefined || argument === undefined || !path.every(isKey)) continue;
    result.set(value.owner, values.with(value.index, without(argument, path, isOut)));
  }
  return result;
}

/** A value without the members that are out, under a path. */
function without(value: Value, [key, ...rest]: readonly string[], isOut: (one: Value) => boolean): Value {
  if (key === undefined) {
    const left = value.kind === "union" ? value.members.filter((one) => !isOut(one)) : [];
    return left.length === 0 ? value : unionOf(value.span, left);
  }
  if (value.kind !== "object") return value;
  const members = value.members.map((member) =>
    member.kind === "property" && member.name === key
      ? { ...member, value: () => without(member.value(), rest, isOut) }
      : member,
  );
  return { ...value, members };
}

function isKey(step: unknown): step is string {
  return typeof step === "string" && step !== "*";
}

function isUndefined({ kind }: Value): boolean {
  return kind === "undefined";
}

/** The part of a call that a path leads to; undefined where the call has no such argument. */
export function partOf(linker: Linker, args: readonly Value[], path: ArgumentPath): Value | undefined {
  const [index, ...keys] = path;
  let at = args[index];
  for (const key of keys) {
    if (at === undefined) return undefined;
    at = memberOf(linker, at, key);
  }
  return at;
}

/** The shape that fits the arguments of a call; undefined where none does. */
export function shapeFor(
  linker: Linker,
  shapes: readonly CallShape[],
  args: readonly Value[],
): CallShape | undefined {
  // A call that takes nothing but an object is given one, whoever makes it.
  const takesObject = shapes.every(({ first }) => first === "object");
  const nameIn = ({ name }: CallShape, own: readonly Value[]): Value | undefined =>
    name === undefined ? undefined : partOf(linker, own, name);
  const fits = (shape: CallShape): boolean => {
    const own = shape.each === undefined ? args : listed(linker, args, shape.each)?.slice(0, 1);
    if (own === undefined) return false;
    // What stands before an object is not one, too: that is what it carries.
    const count = takesObject ? Math.max(own.length, 2) : own[1]?.kind === "object" ? 1 : own.length;
    const isGiven = takesObject && isOpen(own[0]);
    if (shape.first !== undefined && !isGiven && !couldBe(linker, own[0], shape.first, count)) return false;
    if (shape.alone === true && (own.length !== 1 || isText(own[0]))) return false;
    if (shape.when?.some(({ at, is, ends }) => !saysText(partOf(linker, own, at), is, ends)) === true)
      return false;
    if (shape.vague !== undefined && !isVague(partOf(linker, own, shape.vague))) return false;
    if (shape.kind !== undefined && !isKindOf(partOf(linker, own, shape.kind), nameIn(shape, own)))
      return false;
    if (shape.unless !== undefined && hasWritten(own, shape.unless) === true) return false;
    if (shape.object !== undefined && !couldBe(linker, own[shape.object], "object", own.length)) return false;
    if (shape.text !== undefined && !isText(partOf(linker, own, shape.text))) return false;
    for (const path of [shape.needs, shape.also]) {
      if (path === undefined) continue;
      const part = partOf(linker, own, path);
      if (part === undefined || isAbsent(part)) return false;
      // Nothing is in a text.
      const [index, ...keys] = path;
      const around = keys.length > 0 ? partOf(linker, own, [index, ...keys.slice(0, -1)]) : undefined;
      if (isText(around) || isKeyed(around)) return false;
    }
    return true;
  };
  const first = shapes.find(fits);
  // A key that a spread may bring says less than one that is written.
  if (first === undefined || hasWritten(args, first.needs) !== false) return first;
  return shapes.find((shape) => hasWritten(args, shape.needs) === true && fits(shape)) ?? first;
}

/** The functions whose parameters decide whether a call is of any of its shapes: `ga("send", hitType, fields)`. */
export function deciders(linker: Linker, { shapes, args }: Effect): ReadonlySet<string> {
  const parts = shapes.flatMap(({ when = [] }) => when.flatMap(({ at }) => partOf(linker, args, at) ?? []));
  return new Set(parts.flatMap((part) => [...ownersOf(part)]));
}

/** Whether an object holds nothing but keys that are worked out at run time: `{ [name]: value }` sets what a name says. */
function isKeyed(value: Value | undefined): boolean {
  return (
    value?.kind === "object" &&
    value.members.length > 0 &&
    value.members.every(
      (member) => member.kind === "computed" && member.value !== undefined && member.later !== true,
    )
  );
}

/** Whether a part is there in none of the values that it may be taken from. */
function isAbsent(part: Value): boolean {
  if (part.kind === "choice") return isAbsent(part.yes) && isAbsent(part.no);
  return part.kind === "union" ? part.members.every(isAbsent) : part.kind === "undefined";
}

/** Whether an object has the key that a path of two steps ends in by itself; undefined where it is no such path. */
function hasWritten(args: readonly Value[], path: ArgumentPath | undefined): boolean | undefined {
  const [index, key, ...rest] = path ?? [];
  const value = index === undefined ? undefined : args[index];
  if (value?.kind !== "object" || key === undefined || rest.length > 0) return undefined;
  return value.members.some((member) => member.kind === "property" && member.name === key);
}

/** The elements of a list that holds several calls. */
export function listed(
  linker: Linker,
  args: readonly Value[],
  path: ArgumentPath,
): readonly Value[] | undefined {
  const list = partOf(linker, args, path);
  if (list?.kind === "array") return list.items.map((item) => item());
  return list === undefined || list.kind === "undefined" ? undefined : [elementOf(linker, list)];
}

function isText(value: Value | undefined): boolean {
  if (value?.kind === "union") return value.members.every(isText);
  if (value?.kind === "choice") return isText(eitherOf(value));
  return value?.kind === "string" || value?.kind === "template" || value?.kind === "text";
}

function saysText(value: Value | undefined, text: string, ending: string | undefined): boolean {
  if (value === undefined) return false;
  if (value.kind === "union") return value.members.some((member) => saysText(member, text, ending));
  if (value.kind === "choice") return saysText(eitherOf(value), text, ending);
  if (value.kind === "template") {
    const last = value.parts.at(-1);
    return ending !== undefined && typeof last === "string" && last.endsWith(ending);
  }
  return (
    value.kind === "string" &&
    (value.value === text || (ending !== undefined && value.value.endsWith(ending)))
  );
}

/** Whether a value is whatever somebody gives. */
function isOpen(value: Value | undefined): boolean {
  if (value?.kind === "union") return value.members.some(isOpen);
  return value?.kind === "parameter";
}

/** Whether a first argument may be text, or an object, as far as it is known. */
function couldBe(linker: Linker, value: Value | undefined, what: "text" | "object", count: number): boolean {
  if (value === undefined) return false;
  switch (value.kind) {
    case "string":
    case "text":
    case "template":
    case "lookup":
      return what === "text";
    case "object":
    case "class":
    case "array":
      return what === "object";
    case "external":
      return what === "object" ? value.source !== "" && count > 1 && value.path.includes("()") : true;
    case "number":
    case "boolean":
    case "null":
    case "function":
      return what === "text";
    case "union":
      return value.members.some((member) => couldBe(linker, member, what, count));
    case "choice":
      return couldBe(linker, eitherOf(value), what, count);
    case "fallback":
      return couldBe(linker, value.left, what, count);
    case "typed": {
      const settled = settle(linker, value);
      return settled.kind === "typed" ? what === "text" : couldBe(linker, settled, what, count);
    }
    case "parameter": {
      if (value.type !== undefined && value.path.length === 0) {
        const settled = settle(linker, {
          kind: "typed",
          span: value.span,
          type: value.type.node,
          site: value.type.site,
        });
        if (settled.kind !== "typed" && settled.kind !== "unknown" && settled.kind !== "parameter")
          return couldBe(linker, settled, what, count);
      }
      return what === "text";
    }
    default:
      return what === "text";
  }
}
