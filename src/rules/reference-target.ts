// Follows a consumer's reference to the value of the plan that it means: the ground of the rules about consumers.
import type { Reference, Step } from "../consumers/reference.js";
import type { ObjectType, Property, Type } from "../plan/plan.js";
import { resolved } from "../plan/property-path.js";
import type { PlanIndex } from "./plan-index.js";

/** Something that may be missing on the way to a value. */
export type Uncertain = {
  readonly property: Property;
  /** How many steps lead to it. */
  readonly depth: number;
  /** True where it is always there, and may be null. */
  readonly nullable: boolean;
};

export type Target =
  | {
      readonly kind: "value";
      /** The property that the path ends in; undefined for an element of a list or a free key. */
      readonly property: Property | undefined;
      /** What the value can be, null left out. */
      readonly types: readonly Type[];
      /** The first thing that may be missing, beyond the steps that are known to be there. */
      readonly uncertain: Uncertain | undefined;
    }
  | {
      readonly kind: "missing";
      readonly name: string;
      /** How many steps lead to where it was looked for. */
      readonly depth: number;
      /** The names that lead there. */
      readonly within: readonly string[];
      /** The names that are declared there. */
      readonly among: readonly string[];
      /** The tombstone under that name. */
      readonly retired: Property | undefined;
      /** True where it was looked for in a list, and not in one of its elements. */
      readonly inList: boolean;
    }
  /** The steps go on into a text, number or boolean. */
  | {
      readonly kind: "scalar";
      readonly property: Property | undefined;
      readonly depth: number;
      readonly type: Type;
    };

export type Holder = Pick<ObjectType, "properties" | "open">;

type Walk = {
  readonly steps: readonly Step[];
  readonly index: PlanIndex;
  readonly isCondition: boolean;
  /** Sources that send the event: a property of others alone may be missing. */
  readonly sources: readonly string[];
  readonly sure: number;
};

/** Where a reference leads in what it is looked up in; undefined where the plan does not tell. */
export function targetOf(
  reference: Pick<Reference, "steps" | "where" | "sure">,
  holder: Holder,
  index: PlanIndex,
  sources: readonly string[] = [],
): Target | undefined {
  const { steps, where, sure } = reference;
  if (steps.length === 0) return undefined;
  const walk = { steps, index, isCondition: where !== "template", sources, sure };
  return inHolders([holder], walk, 0, [], undefined);
}

/** Looks the next name up in objects; a name that holds dots itself comes first. */
function inHolders(
  holders: readonly Holder[],
  walk: Walk,
  at: number,
  within: readonly string[],
  uncertain: Uncertain | undefined,
): Target | undefined {
  const { steps } = walk;
  for (let length = walk.isCondition ? steps.length - at : 1; length > 0; length--) {
    const name = joinedName(steps.slice(at, at + length));
    if (name === undefined) continue;
    const found = holders.flatMap(({ properties }) => propertiesByName(properties).get(name) ?? []);
    const [property] = found;
    if (property === undefined) continue;
    const depth = at + length;
    if (found.every(({ status }) => status === "retired"))
      return { kind: "missing", name, depth: at, within, among: [], retired: property, inList: false };
    const next = uncertain ?? uncertainty(property, depth, walk);
    const types = found.flatMap(({ type }) => resolved(type, walk.index.lookup));
    return inTypes(types, property, walk, depth, [...within, name], next);
  }
  const open = holders.flatMap(({ open: free }) => (free === false ? [] : [free]));
  if (open.includes(true)) return undefined;
  const free = open.flatMap((type) => (typeof type === "object" ? resolved(type, walk.index.lookup) : []));
  const step = steps[at];
  const name = step !== undefined && "name" in step ? step.name : "";
  if (free.length > 0) return inTypes(free, undefined, walk, at + 1, [...within, name], uncertain);
  const among = holders.flatMap(({ properties }) =>
    properties.filter(({ status }) => status !== "retired").map((property) => property.name.value),
  );
  return { kind: "missing", name, depth: at, within, among, retired: undefined, inList: false };
}

/** Goes on from values of these types. */
function inTypes(
  members: readonly Type[],
  property: Property | undefined,
  walk: Walk,
  at: number,
  within: readonly string[],
  uncertain: Uncertain | undefined,
): Target | undefined {
  const types = members.filter(({ kind }) => kind !== "null");
  const step = walk.steps[at];
  if (step === undefined) return { kind: "value", property, types, uncertain };
  if (types.length === 0 || types.some(({ kind }) => kind === "any")) return undefined;
  const lists = types.flatMap((type) => (type.kind === "array" ? [type] : []));
  const objects = types.flatMap((type) => (type.kind === "object" ? [type] : []));
  if ("element" in step) {
    if (lists.length > 0) {
      const items = lists.flatMap(({ items: type }) => resolved(type, walk.index.lookup));
      return inTypes(items, undefined, walk, at + 1, within, uncertain);
    }
    // Of a mapping, a loop gives pairs of a name and a value.
    if (objects.length > 0) return undefined;
    const [type] = types;
    return type === undefined ? undefined : { kind: "scalar", property, depth: at, type };
  }
  if (objects.length > 0) {
    if (
      step.name === "size" &&
      !objects.some((type) => type.properties.some(({ name }) => name.value === "size"))
    )
      return undefined;
    const target = inHolders(objects, walk, at, within, uncertain);
    return lists.length > 0 && target?.kind === "missing" ? undefined : target;
  }
  if (lists.length > 0) {
    // What a condition can ask of a list is the destination's matter.
    if (walk.isCondition || step.name === "size") return undefined;
    if (step.name === "first" || step.name === "last") {
      const items = lists.flatMap(({ items: type }) => resolved(type, walk.index.lookup));
      return inTypes(items, undefined, walk, at + 1, within, uncertain);
    }
    return {
      kind: "missing",
      name: step.name,
      depth: at,
      within,
      among: [],
      retired: undefined,
      inList: true,
    };
  }
  const [type] = types;
  if (type === undefined || (step.name === "size" && isText(type))) return undefined;
  if (walk.isCondition)
    return {
      kind: "missing",
      name: step.name,
      depth: at,
      within,
      among: [],
      retired: undefined,
      inList: false,
    };
  return { kind: "scalar", property, depth: at, type };
}

const named = new WeakMap<readonly Property[], ReadonlyMap<string, Property>>();

/** The properties of a holder by their name, worked out once: consumers ask for the same ones again and again. */
export function propertiesByName(properties: readonly Property[]): ReadonlyMap<string, Property> {
  const known = named.get(properties);
  if (known !== undefined) return known;
  const byName = new Map(properties.map((property) => [property.name.value, property]));
  named.set(properties, byName);
  return byName;
}

function joinedName(steps: readonly Step[]): string | undefined {
  const [first] = steps;
  if (steps.length === 1) return first !== undefined && "name" in first ? first.name : undefined;
  const names = steps.flatMap((step) => ("name" in step ? [step.name] : []));
  return names.length === steps.length ? names.join(".") : undefined;
}

function uncertainty(
  property: Property,
  depth: number,
  { index, sources, sure }: Walk,
): Uncertain | undefined {
  if (depth <= sure) return undefined;
  const own = property.sources.map(({ value }) => value);
  const isElsewhere = own.length > 0 && sources.some((source) => !own.includes(source));
  if (!property.required || isElsewhere) return { property, depth, nullable: false };
  const isNullable = resolved(property.type, index.lookup).some(({ kind }) => kind === "null");
  return isNullable ? { property, depth, nullable: true } : undefined;
}

/** Whether a value of the type is text. */
export function isText(type: Type): boolean {
  return (
    type.kind === "string" ||
    (type.kind === "const" && typeof type.value === "string") ||
    (type.kind === "enum" && type.values.every(({ value }) => typeof value === "string"))
  );
}
