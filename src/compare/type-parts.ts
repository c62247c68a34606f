// The parts that a type comes down to when it is compared: null, single values, and a part a kind of value.
import type { ArrayType, NumberType, ObjectType, Plan, Scalar, StringType, Type } from "../plan/plan.js";
import { literalsOf } from "./type-relation.js";

export type Parts = {
  readonly any: boolean;
  readonly nullable: boolean;
  readonly literals: readonly Scalar[];
  readonly others: ReadonlyMap<string, readonly (StringType | NumberType | ArrayType | ObjectType | Type)[]>;
};

export function parts(members: readonly Type[]): Parts {
  const literals = new Set<Scalar>();
  const others = new Map<string, Type[]>();
  for (const member of members) {
    const values = literalsOf(member);
    if (values !== undefined) for (const value of values) literals.add(value);
    else {
      const known = others.get(member.kind);
      if (known === undefined) others.set(member.kind, [member]);
      else known.push(member);
    }
  }
  const nullable = literals.delete(null);
  return { any: members.some(({ kind }) => kind === "any"), nullable, literals: [...literals], others };
}

export function kindsOf(members: readonly Type[]): ReadonlySet<string> {
  return new Set(
    members.flatMap((member): readonly string[] => {
      const literals = literalsOf(member);
      if (literals !== undefined) return literals.map((value) => (value === null ? "null" : typeof value));
      return [member.kind];
    }),
  );
}

/** `T | null` as T. */
export function withoutNull(type: Type): { readonly type: Type; readonly nullable: boolean } {
  if (type.kind !== "union") return { type, nullable: false };
  const others = type.members.filter((member) => member.kind !== "null");
  const [only] = others;
  const isNullable = others.length < type.members.length;
  return others.length === 1 && only !== undefined
    ? { type: only, nullable: isNullable }
    : { type, nullable: false };
}

export function bareString({ format, span }: StringType): Type {
  return format === undefined ? { kind: "string", span } : { kind: "string", span, format };
}

export function bareNumber({ integer, timestamp, span }: NumberType): Type {
  return { kind: "number", span, integer, timestamp };
}

export function lookupOf(plan: Plan): ReadonlyMap<string, Type> {
  return new Map(plan.types.map(({ name, type }) => [name.value, type]));
}

export function personalTypes(plan: Plan): ReadonlySet<string> {
  return new Set(plan.types.filter(({ pii }) => pii).map(({ name }) => name.value));
}

/** The named types that values of a type are, or are lists of; those of inner properties are not among them. */
export function namesIn(type: Type): readonly string[] {
  const own = type.refines === undefined ? [] : [type.refines];
  if (type.kind === "ref") return [type.name];
  if (type.kind === "array") return [...own, ...namesIn(type.items)];
  if (type.kind === "union") return [...own, ...type.members.flatMap(namesIn)];
  return own;
}
