// What values a property has, as filters tell them apart: several kinds under one name are a conflict.
import { compareText } from "../diagnostics/diagnostic.js";
import type { Type } from "../plan/plan.js";
import { resolved } from "../plan/property-path.js";
import type { DeclaredProperty, PlanIndex } from "./plan-index.js";

/** The names that stand for several kinds of values, which the rule property-type-conflict reports. */
export function conflictingNames(index: PlanIndex): ReadonlySet<string> {
  return new Set(conflictingKinds(index).keys());
}

type Kinds = ReadonlyMap<string, readonly DeclaredProperty[]>;
const known = new WeakMap<PlanIndex, ReadonlyMap<string, Kinds>>();

/** The kinds of each name that stands for several; looked for once in a check. */
export function conflictingKinds(index: PlanIndex): ReadonlyMap<string, Kinds> {
  const before = known.get(index);
  if (before !== undefined) return before;
  const kinds = new Map<string, Kinds>();
  for (const [name, declared] of index.propertiesByName) {
    // Nearly all names have one kind, wherever they are declared.
    if (haveSeveralKinds(declared, index)) kinds.set(name, kindsOf(declared, index));
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

function haveSeveralKinds(declared: readonly DeclaredProperty[], index: PlanIndex): boolean {
  if (declared.length < 2) return false;
  let first: string | undefined;
  for (const place of declared) {
    if (!isCompared(place)) continue;
    const kind = kindOf(place.property.type, index);
    if (kind === undefined) continue;
    if (first !== undefined && kind !== first) return true;
    first = kind;
  }
  return false;
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
  const only = onlyKind(type);
  if (only !== undefined) return only;
  const kinds = new Set<string>();
  for (const member of resolved(type, index.lookup)) {
    if (member.kind === "any") return undefined;
    for (const kind of valueKinds(member)) if (kind !== "null") kinds.add(kind);
  }
  return kinds.size === 0 ? undefined : [...kinds].sort(compareText).join(" or ");
}

/** The kind of a type that has one alone, whatever it refers to. */
function onlyKind(type: Type): string | undefined {
  switch (type.kind) {
    case "string":
      return "text";
    case "number":
      return type.timestamp ? "a timestamp" : "a number";
    case "boolean":
      return "true or false";
    case "array":
      return "a list";
    case "object":
      return "an object";
    case "enum":
      return type.values.every(({ value }) => typeof value === "string") && type.values.length > 0
        ? "text"
        : undefined;
    default:
      return undefined;
  }
}

function valueKinds(type: Type): readonly string[] {
  if (type.kind === "enum") return type.values.map(({ value }) => scalarKind(value));
  if (type.kind === "const") return [scalarKind(type.value)];
  const only = onlyKind(type);
  return only === undefined ? [] : [only];
}

function scalarKind(value: string | number | boolean | null): string {
  if (value === null) return "null";
  return typeof value === "string" ? "text" : typeof value === "number" ? "a number" : "true or false";
}
