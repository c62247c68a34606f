// Fills in the parameters of functions by the arguments of a call.

import { choiceOf } from "./conditions.js";
import { narrowed } from "./facts.js";
import { filledObject, memberWithin } from "./filled-objects.js";
import { sumOf } from "./language/sums.js";
import { changedText } from "./language/text-changes.js";
import { textOf } from "./language/texts.js";
import { type Linker, nested } from "./linker.js";
import { elementOf, lookedUp, memberOf, restOf } from "./members.js";
import { fallbackOf } from "./present.js";
import { withMembers } from "./put-in.js";
import { remadeOf, remadeWith } from "./remade.js";
import { type Arguments, type ParameterValue, unionOf, type Value } from "./values.js";

/** The value with what is given in place of the parameters that it names. */
export function substitute(linker: Linker, value: Value, given: Arguments): Value {
  return given.size === 0 ? value : nested(linker, value.span, () => substituted(linker, value, given));
}

function substituted(linker: Linker, value: Value, given: Arguments): Value {
  const within = (one: Value): Value => substitute(linker, one, given);
  const { madeOf } = value;
  const filled = filledBy(linker, value, given, within);
  return madeOf === undefined ? filled : { ...filled, madeOf: () => madeOf().map(within) };
}

function filledBy(linker: Linker, value: Value, given: Arguments, within: (one: Value) => Value): Value {
  switch (value.kind) {
    case "parameter":
      return filledIn(linker, value, given);
    case "template":
      if (value.isSum === true)
        return sumOf(
          value.span,
          value.parts.flatMap((part) => (typeof part === "string" ? [] : [within(part)])),
        );
      return value.change === undefined
        ? textOf(value.span, partsIn(value.parts, within), true)
        : changedText(value.span, partsIn(value.parts, within), value.change, true);
    case "union": {
      const union = unionOf(value.span, value.members.map(within));
      return value.asks !== undefined && union.kind === "union" ? { ...union, asks: "given" } : union;
    }
    case "choice":
      return choiceOf(
        {
          ...value,
          left: within(value.left),
          right: value.right === undefined ? undefined : within(value.right),
          yes: within(value.yes),
          no: within(value.no),
        },
        true,
      );
    case "fallback":
      return fallbackOf(value.span, within(value.left), within(value.right));
    case "proxy":
      return { ...value, target: () => within(value.target()), get: within(value.get) };
    case "store":
      return { ...value, state: () => within(value.state()) };
    case "lookup":
      return lookedUp(linker, value.span, within(value.object), within(value.key));
    case "text": {
      const { from } = value;
      return from === undefined ? value : { ...value, from: () => within(from()) };
    }
    case "external": {
      const { options } = value;
      return options === undefined ? value : { ...value, options: () => within(options()) };
    }
    case "array":
      return { ...value, items: value.items.map((item) => () => within(item())) };
    case "object":
      return filledObject(value, within);
    case "function":
      return {
        ...value,
        given: merged(linker, value.given, given),
        ...(value.bound !== undefined && { bound: value.bound.map(within) }),
      };
    case "class":
      return { ...value, given: merged(linker, value.given, given) };
    default:
      return value;
  }
}

function partsIn(
  parts: readonly (string | Value)[],
  within: (one: Value) => Value,
): readonly (string | Value)[] {
  return parts.map((part) => (typeof part === "string" ? part : within(part)));
}

function filledIn(linker: Linker, value: ParameterValue, given: Arguments): Value {
  const found = given.get(value.owner);
  if (found === undefined) return value;
  // The whole list is asked for by a rest parameter.
  const all = (): Value => ({
    kind: "array",
    span: value.span,
    items: found.map((one) => () => one),
    complete: true,
  });
  let at: Value = value.index < 0 ? all() : (found[value.index] ?? { kind: "undefined", span: value.span });
  const known = (steps: number): void => {
    for (const one of value.facts ?? []) if (one.at === steps) at = narrowed(linker, at, one.fact);
    for (const { at: after, change } of value.changed ?? [])
      if (after === steps)
        at = withMembers(linker, at, {
          ...change,
          members: change.members.map((member) =>
            memberWithin(member, (one) => substitute(linker, one, given)),
          ),
        });
  };
  known(0);
  for (const [index, step] of value.path.entries()) {
    if (typeof step === "string") at = step === "*" ? elementOf(linker, at) : memberOf(linker, at, step);
    else if (typeof step === "number") at = memberOf(linker, at, String(step));
    else if ("remade" in step) at = remadeOf(linker, at, remadeWith(linker, step.remade, given));
    else at = restOf(linker, at, step);
    known(index + 1);
  }
  return at;
}

/** Arguments that a closure holds, with what an outer call gives in place of outer parameters. */
function merged(linker: Linker, inner: Arguments, outer: Arguments): Arguments {
  const result = new Map(outer);
  for (const [owner, values] of inner)
    result.set(
      owner,
      values.map((value) => substitute(linker, value, outer)),
    );
  return result;
}
