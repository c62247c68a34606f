// A call through an interface that several classes implement: it sends what one of them makes of it, and nothing says which.
import type { Emission, EmittedName } from "../emission.js";
import type { Found } from "./found.js";
import { oneOf } from "./shapes.js";

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
