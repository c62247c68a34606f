// What values a property has, as filters tell them apart: several kinds under one name are a conflict.
import { compareText } from "../diagnostics/diagnostic.js";
import type { Type } from "../plan/plan.js";
import { resolved } from "../plan/property-path.js";
import type { DeclaredProperty, PlanIndex } from "./plan-index.js";

/** The names that stand for several kinds of values, which the rule property-type-conflict reports. */
export function conflictingNames(index: PlanIndex): ReadonlySet<string> {
  const names = new Set<string>();
  for (const [name, kinds] of kindsByName(index)) if (kinds.size > 1) names.add(name);
  return names;
}

type Kinds = ReadonlyMap<string, readonly DeclaredProperty[]>;
const known = new WeakMap<PlanIndex, ReadonlyMap<string, Kinds>>();

/** The kinds of each name that is declared in several places; sorted once in a check. */
export function kindsByName(index: PlanIndex): ReadonlyMap<string, Kinds> {
  const before = known.get(index);
  if (before !== undefined) return before;
  const kinds = new Map<string, Kinds>();
  for (const [name, declared] of index.propertiesByName) {
    if (declared.length > 1) kinds.set(name, kindsOf(declared, index));
  }
  known.set(index, kinds);
  return kinds;
}

/** Properties inside of objects are addressed by their path, so their names may repeat. */
function isCompared({ property, owner, within }: DeclaredProperty): boolean {
  return (
    within.length === 0 &&
    property.status !== "retired" &&
    property.status !== "deprecated" &&
    (owner.kind === "event" || owner.kind === "group" || owner.kind === "person")
  );
}

/** What a filter on a name has to be written for, with the places that declare it so; one kind is no conflict. */
function kindsOf(
  declared: readonly DeclaredProperty[],
  index: PlanIndex,
): ReadonlyMap<string, readonly DeclaredProperty[]> {
  const kinds = new Map<string, DeclaredProperty[]>();
  for (const place of declared.filter(isCompared)) {
    const kind = kindOf(place.property.type, index);
    if (kind === undefined) continue;
    const places = kinds.get(kind);
    if (places === undefined) kinds.set(kind, [place]);
    else places.push(place);
  }
  return kinds;
}

/** What a filter has to be written for; undefined for a type that allows anything. */
export function kindOf(type: Type, index: PlanIndex): string | undefined {
  // Nearly all types are one kind, and there are very many of them.
  if (type.kind === "any") return undefined;
  if (type.kind !== "ref" && type.kind !== "union") {
    const some = valueKinds(type);
    if (some.length < 2) return some[0] === "null" ? undefined : some[0];
  }
  const kinds = new Set<string>();
  for (const member of resolved(type, index.lookup)) {
    if (member.kind === "any") return undefined;
    for (const kind of valueKinds(member)) if (kind !== "null") kinds.add(kind);
  }
  return kinds.size === 0 ? undefined : [...kinds].sort(compareText).join(" or ");
}

function valueKinds(type: Type): readonly string[] {
  switch (type.kind) {
    case "string":
      return ["text"];
    case "number":
      return [type.timestamp ? "a timestamp" : "a number"];
    case "boolean":
      return ["true or false"];
    case "array":
      return ["a list"];
    case "object":
      return ["an object"];
    case "enum":
      return type.values.map(({ value }) => scalarKind(value));
    case "const":
      return [scalarKind(type.value)];
    default:
      return [];
  }
}

function scalarKind(value: string | number | boolean | null): string {
  if (value === null) return "null";
  return typeof value === "string" ? "text" : typeof value === "number" ? "a number" : "true or false";
}
