// A call of what stands for one of several: an interface that several classes implement, a function that is set. It sends
// what one of them makes of it, and as a rule nothing says which.
import type { Effect } from "../effects/effects.js";
import type { Emission, EmittedName } from "../emission.js";
import { inOwnApplication } from "../values/nearest.js";
import { placeOfId } from "../values/values.js";
import type { Found } from "./found.js";
import { oneOf } from "./shapes.js";

/** Of effects of which one is had, those that the caller's own application brings in, where it brings in any. */
export function ofOwnApplication(effects: readonly Effect[], path: string): readonly Effect[] {
  if (effects.length < 2) return effects;
  const ways = new Map<string, Effect[]>();
  for (const effect of effects)
    if (effect.either !== undefined) ways.set(effect.either, [...(ways.get(effect.either) ?? []), effect]);
  const left = new Set([...ways.values()].flatMap((all) => inOwnApplication(all, path, innermost)));
  return effects.filter((one) => one.either === undefined || left.has(one));
}

/** The file of the call of a library that an effect is. */
function innermost({ origin, root }: Effect): string {
  const last = root?.split("\0").findLast((one) => one !== "");
  return placeOfId(last ?? origin).file;
}

/** One emission for those of which one is sent: it may have any of their names. */
export function eitherWay(found: readonly Found[]): readonly Found[] {
  const first = new Map<string, number>();
  const all: Found[] = [];
  for (const one of found) {
    const { effect, emission } = one;
    const key = [effect.either ?? "", emission?.preset ?? "", emission?.method ?? ""].join("\0");
    const at = effect.either === undefined || emission?.name === undefined ? undefined : first.get(key);
    const before = at === undefined ? undefined : all[at];
    if (at === undefined || before?.emission === undefined || emission === undefined) {
      if (effect.either !== undefined && emission?.name !== undefined) first.set(key, all.length);
      all.push(one);
      continue;
    }
    all[at] = { ...before, emission: joined(before.emission, emission) };
    all.push({ ...one, emission: undefined });
  }
  return all;
}

function joined(one: Emission, other: Emission): Emission {
  const shapes = [one, other].flatMap(({ properties }) => properties ?? []);
  const [first] = shapes;
  return {
    ...one,
    ...(one.name !== undefined && other.name !== undefined && { name: eitherName(one.name, other.name) }),
    properties: first === undefined || shapes.length < 2 ? first : oneOf(shapes, first.span),
    needsIdentity: one.needsIdentity && other.needsIdentity,
  };
}

function eitherName(one: EmittedName, other: EmittedName): EmittedName {
  const known = new Set(one.names.map(({ name }) => name));
  return {
    ...other,
    ...one,
    kind: "conditional",
    names: [...one.names, ...other.names.filter(({ name }) => !known.has(name))],
    patterns: [...one.patterns, ...other.patterns],
    complete: one.complete && other.complete,
  };
}
