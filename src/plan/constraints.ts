// The constraints that stand beside a type: which of them fit it, and the type with them merged in.
import type { Located } from "../diagnostics/diagnostic.js";
import type { ArrayType, NumberType, StringType, Type } from "./plan.js";

export const numberConstraints = [
  "minimum",
  "maximum",
  "exclusiveMinimum",
  "exclusiveMaximum",
  "multipleOf",
] as const;
export const lengthConstraints = ["minLength", "maxLength", "minItems", "maxItems"] as const;
export const constraintNames = [
  ...numberConstraints,
  ...lengthConstraints,
  "pattern",
  "uniqueItems",
] as const;
export type ConstraintName = (typeof constraintNames)[number];

const names: ReadonlySet<string> = new Set(constraintNames);

export function isConstraintName(name: string): name is ConstraintName {
  return names.has(name);
}

export type Constraint = {
  readonly name: ConstraintName;
  readonly value: Located<number | string | boolean>;
};

/** Looks a named type up; undefined where it can't be resolved. */
export type Lookup = (name: string) => Type | undefined;

/** What a constraint binds: the kind of type. */
export function bindsKind(name: ConstraintName): "number" | "string" | "array" {
  if (name === "minLength" || name === "maxLength" || name === "pattern") return "string";
  if (name === "minItems" || name === "maxItems" || name === "uniqueItems") return "array";
  return "number";
}

/** True where a constraint binds a type, or a member of a union. Looks through names. */
export function fits(name: ConstraintName, type: Type, lookup: Lookup, seen?: Set<string>): boolean {
  if (type.kind === "union") return type.members.some((member) => fits(name, member, lookup, seen));
  if (type.kind === "ref") {
    // Seen before without a fit, or just being looked at: either way it adds none.
    if (seen?.has(type.name) === true) return false;
    const target = lookup(type.name);
    return target !== undefined && fits(name, target, lookup, (seen ?? new Set()).add(type.name));
  }
  return type.kind === bindsKind(name);
}

/**
 * The type with the constraints that fit it merged in: the tighter of two bounds, both of two patterns. A named
 * type becomes a copy that keeps its name in `refines`; what no constraint fits stays as it is.
 */
export function constrain(type: Type, constraints: readonly Constraint[], lookup: Lookup): Type {
  const fitting = constraints.filter((constraint) => fits(constraint.name, type, lookup));
  if (fitting.length === 0) return type;
  switch (type.kind) {
    case "union": {
      const members = flatMembers(type, lookup, new Set());
      return { ...type, members: members.map((member) => constrain(member, fitting, lookup)) };
    }
    case "ref": {
      const target = lookup(type.name);
      if (target === undefined) return type;
      return { ...constrain(target, fitting, lookup), span: type.span, refines: type.name };
    }
    case "number":
      return fitting.reduce(constrainNumber, type);
    case "string":
      return fitting.reduce(constrainString, type);
    case "array":
      return fitting.reduce(constrainArray, type);
    default:
      return type;
  }
}

/** The members of a union, with those of the named unions among them in place of their names, each once. */
function flatMembers(type: Type, lookup: Lookup, seen: Set<string>): readonly Type[] {
  if (type.kind === "union") return type.members.flatMap((member) => flatMembers(member, lookup, seen));
  if (type.kind !== "ref") return [type];
  if (seen.has(type.name)) return [];
  const target = lookup(type.name);
  seen.add(type.name);
  return target?.kind === "union" ? flatMembers(target, lookup, seen) : [type];
}

function constrainNumber(type: NumberType, { name, value: { value } }: Constraint): NumberType {
  if (typeof value !== "number") return type;
  switch (name) {
    // Each on its own: a computed key makes objects that are slow to make and to read.
    case "minimum":
      return { ...type, minimum: Math.max(type.minimum ?? -Infinity, value) };
    case "exclusiveMinimum":
      return { ...type, exclusiveMinimum: Math.max(type.exclusiveMinimum ?? -Infinity, value) };
    case "maximum":
      return { ...type, maximum: Math.min(type.maximum ?? Infinity, value) };
    case "exclusiveMaximum":
      return { ...type, exclusiveMaximum: Math.min(type.exclusiveMaximum ?? Infinity, value) };
    case "multipleOf":
      return { ...type, multipleOf: [...(type.multipleOf ?? []).filter((known) => known !== value), value] };
    default:
      return type;
  }
}

function constrainString(type: StringType, { name, value: { value } }: Constraint): StringType {
  if (name === "pattern" && typeof value === "string") {
    return { ...type, patterns: [...(type.patterns ?? []).filter((known) => known !== value), value] };
  }
  if (typeof value !== "number") return type;
  if (name === "minLength") return { ...type, minLength: Math.max(type.minLength ?? 0, value) };
  if (name === "maxLength") return { ...type, maxLength: Math.min(type.maxLength ?? Infinity, value) };
  return type;
}

function constrainArray(type: ArrayType, { name, value: { value } }: Constraint): ArrayType {
  if (name === "uniqueItems") return value === true ? { ...type, uniqueItems: true } : type;
  if (typeof value !== "number") return type;
  if (name === "minItems") return { ...type, minItems: Math.max(type.minItems ?? 0, value) };
  if (name === "maxItems") return { ...type, maxItems: Math.min(type.maxItems ?? Infinity, value) };
  return type;
}

/** Why no value can satisfy a type's own constraints, in words; undefined where one can. */
export function contradiction(type: Type): string | undefined {
  if (type.kind === "union") {
    const reasons = type.members.map(contradiction);
    return reasons.every((reason) => reason !== undefined) ? reasons[0] : undefined;
  }
  if (type.kind === "string") return crossed("minLength", type.minLength, "maxLength", type.maxLength);
  if (type.kind === "array") return crossed("minItems", type.minItems, "maxItems", type.maxItems);
  if (type.kind !== "number") return undefined;
  return (
    crossed("minimum", type.minimum, "maximum", type.maximum) ??
    crossedOrEqual("exclusiveMinimum", type.exclusiveMinimum, "maximum", type.maximum) ??
    crossedOrEqual("minimum", type.minimum, "exclusiveMaximum", type.exclusiveMaximum) ??
    crossedOrEqual("exclusiveMinimum", type.exclusiveMinimum, "exclusiveMaximum", type.exclusiveMaximum)
  );
}

function crossed(
  low: string,
  from: number | undefined,
  high: string,
  to: number | undefined,
): string | undefined {
  if (from === undefined || to === undefined || from <= to) return undefined;
  return `${low} ${from} is above ${high} ${to}`;
}

function crossedOrEqual(
  low: string,
  from: number | undefined,
  high: string,
  to: number | undefined,
): string | undefined {
  if (from === undefined || to === undefined || from < to) return undefined;
  return `nothing lies between ${low} ${from} and ${high} ${to}`;
}
