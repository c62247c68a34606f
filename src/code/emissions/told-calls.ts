// What of a call's effects is told: those that conditions leave, each with the calls that it is.
import { type Effect, listed, shapeFor } from "../effects/effects.js";
import { type Emission, keptBack } from "../emission.js";
import type { CallShape } from "../presets/preset.js";
import type { Linker } from "../values/linker.js";
import type { Value } from "../values/values.js";

/**
 * The effects that conditions leave. Where they leave none, somebody meant to send an event all the same, and may be
 * told that it does not leave: those effects are doubted, not dropped.
 */
export function likely(effects: readonly Effect[], isElement: boolean): readonly Effect[] {
  const left = effects.filter(({ refused }) => refused !== true);
  if (left.length > 0) return left;
  // Where nothing is given of a name, nobody meant that event.
  const meant = effects.filter(
    ({ isDefault }) => isDefault !== "several" && (isDefault === undefined || !isElement),
  );
  return meant.map((effect) => ({
    ...effect,
    doubt: effect.doubt ?? keptBack,
  }));
}

/** Effects without requests that were guessed of calls which are followed to the request that is sent there. */
export function followed(effects: readonly Effect[]): readonly Effect[] {
  if (effects.length < 2 || !effects.some(isGuessed)) return effects;
  const deeper = effects
    .filter((one) => !isGuessed(one) && one.isRearranged === true && one.doubt === undefined)
    .map(callsIn);
  return effects.filter((one) => {
    if (!isGuessed(one)) return true;
    const calls = callsIn(one);
    return !deeper.some((way) => way.length > calls.length && calls.every((call, at) => call === way[at]));
  });
}

function isGuessed({ preset }: Effect): boolean {
  return preset === "http";
}

/** The calls that lead to a library's, from the outside in. */
function callsIn({ origin, root = "" }: Effect): readonly string[] {
  return [origin, ...root.split("\0")].filter((call) => call !== "");
}

/** The calls that an effect is: one, or one for each element of a list, which may be of several shapes. */
export function shapesOf(
  linker: Linker,
  { shapes, args }: Effect,
): readonly { readonly shape: CallShape; readonly args: readonly Value[] }[] {
  const shape = shapeFor(linker, shapes, args);
  if (shape === undefined) return [];
  const { each } = shape;
  if (each === undefined) return [{ shape, args }];
  const others = shapes.filter((one) => one.each?.join("\0") === each.join("\0"));
  return (listed(linker, args, each) ?? []).flatMap((element) => {
    const own = others.find((one) => shapeFor(linker, [withoutEach(one)], [element]) !== undefined);
    return own === undefined ? [] : [{ shape: own, args: [element] }];
  });
}

/** How much an effect says: a library that is known, a request, a guess. Those that say most are told. */
export function weight(effect: Effect | undefined): number {
  return effect === undefined || effect.preset === "own" ? 0 : effect.preset === "http" ? 1 : 2;
}

export function withoutEach({ each: _each, ...shape }: CallShape): CallShape {
  return shape;
}

/** Whether a name is none. */
export function isNothing(value: Value | undefined): boolean {
  if (value === undefined || value.kind === "undefined" || value.kind === "null") return true;
  if (value.kind === "string") return value.value === "";
  if (value.kind === "template")
    return value.parts.some((part) => typeof part !== "string" && isNothing(part));
  if (value.kind === "choice") return isNothing(value.yes) && isNothing(value.no);
  return value.kind === "union" && value.members.every(isNothing);
}

/** Whether something of an emission's name is known. */
export function isNamed(emission: Emission | undefined): boolean {
  const { names = [], patterns = [] } = emission?.name ?? {};
  return names.length > 0 || patterns.length > 0;
}
