// How the values of one type relate to those of another: what the verdicts about types rest on.
import { mismatches } from "../plan/conforms.js";
import { timestampMaximum, timestampMinimum } from "../plan/formats.js";
import type { NumberType, ObjectType, Property, Scalar, StringType, Type } from "../plan/plan.js";
import { resolved } from "../plan/property-path.js";

export type Lookup = (name: string) => Type | undefined;

/**
 * How closely to look. `history`: every constraint, as JSON Schema does. `code`: what TypeScript sees. `payload`:
 * the kinds of values and their formats.
 */
export type Closeness = "history" | "code" | "payload";

/** A type and the plan that its names belong to. */
export type Placed = { readonly type: Type; readonly lookup: Lookup };

/** True only where every value of `a` is surely one of `b`. */
export function isSubset(a: Placed, b: Placed, closeness: Closeness): boolean {
  return new Subset(a.lookup, b.lookup, closeness).holds(a.type, b.type);
}

class Subset {
  readonly #a: Lookup;
  readonly #b: Lookup;
  readonly #closeness: Closeness;
  /** Pairs that are being looked at: they hold unless something else does not. */
  readonly #assumed = new Map<Type, Set<Type>>();
  /** The same, in the order in which they were assumed. */
  readonly #trail: (readonly [Type, Type])[] = [];
  readonly #failed = new Map<Type, Set<Type>>();

  constructor(a: Lookup, b: Lookup, closeness: Closeness) {
    this.#a = a;
    this.#b = b;
    this.#closeness = closeness;
  }

  holds(a: Type, b: Type): boolean {
    const targets = resolved(b, this.#b);
    if (targets.some((target) => target.kind === "any")) return true;
    return resolved(a, this.#a).every((member) => this.#memberHolds(member, targets));
  }

  #memberHolds(member: Type, targets: readonly Type[]): boolean {
    switch (member.kind) {
      case "any":
        return false;
      case "null":
        return targets.some((target) => this.#takes(target, null));
      case "const":
        return targets.some((target) => this.#takes(target, member.value));
      case "enum":
        return member.values.every(({ value }) => targets.some((target) => this.#takes(target, value)));
      case "boolean":
        return [true, false].every((value) => targets.some((target) => this.#takes(target, value)));
      default:
        return targets.some((target) => this.#oneHolds(member, target));
    }
  }

  #takes(target: Type, value: Scalar): boolean {
    if (this.#closeness === "history" || target.kind === "const" || target.kind === "enum")
      return mismatches(value, target, this.#b).length === 0;
    return target.kind === (value === null ? "null" : typeof value);
  }

  #oneHolds(a: Type, b: Type): boolean {
    if (a.kind === "string" && b.kind === "string") return this.#stringHolds(a, b);
    if (a.kind === "number" && b.kind === "number") return this.#numberHolds(a, b);
    if (a.kind === "array" && b.kind === "array") {
      if (this.#closeness === "history") {
        if ((a.minItems ?? 0) < (b.minItems ?? 0)) return false;
        if ((a.maxItems ?? Infinity) > (b.maxItems ?? Infinity)) return false;
        if (b.uniqueItems === true && a.uniqueItems !== true) return false;
      }
      return this.#assuming(a, b, () => this.holds(a.items, b.items));
    }
    if (a.kind === "object" && b.kind === "object")
      return this.#assuming(a, b, () => this.#objectHolds(a, b));
    return false;
  }

  #assuming(a: Type, b: Type, decide: () => boolean): boolean {
    if (this.#failed.get(a)?.has(b) === true) return false;
    if (this.#assumed.get(a)?.has(b) === true) return true;
    const begun = this.#trail.length;
    this.#trail.push([a, b]);
    note(this.#assumed, a, b);
    if (decide()) return true;
    // What held as long as this pair was assumed to hold is open again; that the pair fails is for good, since it
    // failed although so much was assumed.
    for (const [one, other] of this.#trail.splice(begun)) this.#assumed.get(one)?.delete(other);
    note(this.#failed, a, b);
    return false;
  }

  #stringHolds(a: StringType, b: StringType): boolean {
    if (this.#closeness === "code") return true;
    if (b.format !== undefined && a.format !== b.format) return false;
    if (this.#closeness === "payload") return a.format === b.format || b.format === undefined;
    return (
      (a.minLength ?? 0) >= (b.minLength ?? 0) &&
      (a.maxLength ?? Infinity) <= (b.maxLength ?? Infinity) &&
      (b.patterns ?? []).every((pattern) => a.patterns?.includes(pattern) === true)
    );
  }

  #numberHolds(a: NumberType, b: NumberType): boolean {
    if (this.#closeness === "code") return true;
    if (b.integer && !a.integer) return false;
    // Date conditions match what is declared as Unix seconds.
    if (this.#closeness === "payload") return a.timestamp === b.timestamp;
    const inner = intervalOf(a);
    const outer = intervalOf(b);
    return (
      (inner.low > outer.low || (inner.low === outer.low && (inner.lowOpen || !outer.lowOpen))) &&
      (inner.high < outer.high || (inner.high === outer.high && (inner.highOpen || !outer.highOpen))) &&
      (b.multipleOf ?? []).every((factor) => impliesMultiple(a, factor))
    );
  }

  #objectHolds(a: ObjectType, b: ObjectType): boolean {
    const own = liveByName(a.properties);
    const wanted = liveByName(b.properties);
    for (const [name, property] of wanted) {
      const given = own.get(name);
      if (given === undefined) {
        if (property.required) return false;
        if (a.open === false) continue;
        if (!this.#freeHolds(a.open, property.type)) return false;
      } else if ((property.required && !given.required) || !this.holds(given.type, property.type))
        return false;
    }
    for (const [name, property] of own) {
      if (wanted.has(name)) continue;
      if (b.open === false || (b.open !== true && !this.holds(property.type, b.open))) return false;
    }
    if (a.open === false || b.open === true) return true;
    return b.open !== false && this.#freeHolds(a.open, b.open);
  }

  #freeHolds(free: true | Type, type: Type): boolean {
    if (free !== true) return this.holds(free, type);
    return resolved(type, this.#b).some((member) => member.kind === "any");
  }
}

function note(pairs: Map<Type, Set<Type>>, a: Type, b: Type): void {
  const known = pairs.get(a);
  if (known === undefined) pairs.set(a, new Set([b]));
  else known.add(b);
}

/** True only where no value is surely of both types. */
export function isDisjoint(a: Placed, b: Placed): boolean {
  const left = resolved(a.type, a.lookup);
  const right = resolved(b.type, b.lookup);
  return left.every((one) => right.every((other) => membersAreDisjoint(one, other, a.lookup, b.lookup)));
}

function membersAreDisjoint(a: Type, b: Type, lookupA: Lookup, lookupB: Lookup): boolean {
  if (a.kind === "any" || b.kind === "any") return false;
  const literals = literalsOf(a);
  if (literals !== undefined) return literals.every((value) => mismatches(value, b, lookupB).length > 0);
  const others = literalsOf(b);
  if (others !== undefined) return others.every((value) => mismatches(value, a, lookupA).length > 0);
  if (a.kind !== b.kind) return true;
  // No text is of two formats: a date is no time, an e-mail address no URL.
  if (a.kind === "string" && b.kind === "string")
    return (
      (a.format !== undefined && b.format !== undefined && a.format !== b.format) ||
      (a.maxLength ?? Infinity) < (b.minLength ?? 0) ||
      (b.maxLength ?? Infinity) < (a.minLength ?? 0)
    );
  if (a.kind === "number" && b.kind === "number") return intervalsAreDisjoint(a, b);
  if (a.kind === "array" && b.kind === "array")
    return (a.maxItems ?? Infinity) < (b.minItems ?? 0) || (b.maxItems ?? Infinity) < (a.minItems ?? 0);
  return false;
}

/** The values that a type lists; undefined where it does not list them. */
export function literalsOf(type: Type): readonly Scalar[] | undefined {
  if (type.kind === "enum") return type.values.map(({ value }) => value);
  if (type.kind === "const") return [type.value];
  return type.kind === "null" ? [null] : undefined;
}

type Interval = {
  readonly low: number;
  readonly lowOpen: boolean;
  readonly high: number;
  readonly highOpen: boolean;
};

function intervalOf(type: NumberType): Interval {
  const minimum = Math.max(type.minimum ?? -Infinity, type.timestamp ? timestampMinimum : -Infinity);
  const maximum = Math.min(type.maximum ?? Infinity, type.timestamp ? timestampMaximum : Infinity);
  const above = type.exclusiveMinimum ?? -Infinity;
  const below = type.exclusiveMaximum ?? Infinity;
  return {
    low: Math.max(minimum, above),
    lowOpen: above >= minimum && above !== -Infinity,
    high: Math.min(maximum, below),
    highOpen: below <= maximum && below !== Infinity,
  };
}

/** True where no number lies within the bounds of both. */
export function intervalsAreDisjoint(a: NumberType, b: NumberType): boolean {
  const one = intervalOf(a);
  const other = intervalOf(b);
  const apart = (below: Interval, above: Interval): boolean =>
    below.high < above.low || (below.high === above.low && (below.highOpen || above.lowOpen));
  return apart(one, other) || apart(other, one);
}

/** True where each value that a type allows is a multiple of `factor`. */
export function impliesMultiple(type: NumberType, factor: number): boolean {
  const steps = [...(type.multipleOf ?? []), ...(type.integer ? [1] : [])];
  return steps.some((step) => Number.isInteger(step / factor));
}

/** The properties that are not retired, by name. */
export function liveByName(properties: readonly Property[]): ReadonlyMap<string, Property> {
  return new Map(
    properties
      .filter((property) => property.status !== "retired")
      .map((property) => [property.name.value, property]),
  );
}
