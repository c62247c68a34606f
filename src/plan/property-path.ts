// Finds the property that a path such as `order.id` names, and tells how sure its value is to be there.
import type { Span } from "../diagnostics/diagnostic.js";
import { isHiddenVariant } from "../diagnostics/invisible.js";
import type { Lookup } from "./constraints.js";
import type { Property, PropertyPath, Type } from "./plan.js";

export type FoundProperty = {
  readonly path: PropertyPath;
  readonly property: Property;
  /** True where every step of the path is required, and none may be null. */
  readonly certain: boolean;
};

/** The step of a path that is not there. */
export type MissingProperty = {
  readonly missing: string;
  readonly among: readonly string[];
  /** Where a name is declared that is the missing one but for what nobody sees. */
  readonly hidden?: Span;
};

/** A property by its path; a name that holds dots itself comes first. Where it is not there, the step that is missing. */
export function findProperty(
  text: string,
  properties: readonly Property[],
  lookup: Lookup,
): FoundProperty | MissingProperty {
  const whole = properties.find(({ name, status }) => name.value === text && status !== "retired");
  if (whole !== undefined) return { path: [text], property: whole, certain: isCertain(whole, lookup) };
  const live = properties.filter((property) => property.status !== "retired");
  let dot = text.indexOf(".");
  while (dot > 0) {
    const head = text.slice(0, dot);
    const first = live.find((property) => property.name.value === head);
    const inner = first === undefined ? undefined : objectProperties(first.type, lookup);
    if (first !== undefined && inner !== undefined) {
      const rest = findProperty(text.slice(dot + 1), inner, lookup);
      if ("missing" in rest) return rest;
      return { ...rest, path: [head, ...rest.path], certain: rest.certain && isCertain(first, lookup) };
    }
    dot = text.indexOf(".", dot + 1);
  }
  const hidden = live.find((property) => isHiddenVariant(property.name.value, text))?.name.span;
  return {
    missing: text,
    among: live.map((property) => property.name.value),
    ...(hidden !== undefined && { hidden }),
  };
}

function isCertain(property: Property, lookup: Lookup): boolean {
  return (
    property.required &&
    !resolved(property.type, lookup).some((type) => type.kind === "null" || type.kind === "any")
  );
}

/** The members that a type comes down to, through names and unions. */
export function resolved(type: Type, lookup: Lookup): readonly Type[] {
  // Nearly all types are what they are.
  return type.kind === "union" || type.kind === "ref" ? membersOf(type, lookup, new Set()) : [type];
}

function membersOf(type: Type, lookup: Lookup, seen: Set<string>): readonly Type[] {
  if (type.kind === "union") return type.members.flatMap((member) => membersOf(member, lookup, seen));
  if (type.kind !== "ref") return [type];
  // What a name comes down to is there already, however many ways lead to it.
  if (seen.has(type.name)) return [];
  const target = lookup(type.name);
  return target === undefined ? [] : membersOf(target, lookup, seen.add(type.name));
}

function objectProperties(type: Type, lookup: Lookup): readonly Property[] | undefined {
  const members = resolved(type, lookup).filter((member) => member.kind !== "null");
  const only = members[0];
  return members.length === 1 && only?.kind === "object" ? only.properties : undefined;
}

/** True where a value of the type is one text, number or boolean (or null). */
export function isScalarType(type: Type, lookup: Lookup): boolean {
  return resolved(type, lookup).every(
    (member) => member.kind !== "array" && member.kind !== "object" && member.kind !== "any",
  );
}

/** True where a value of the type is a timestamp (or null). */
export function isTimestampType(type: Type, lookup: Lookup): boolean {
  const members = resolved(type, lookup).filter((member) => member.kind !== "null");
  return members.length > 0 && members.every((member) => member.kind === "number" && member.timestamp);
}
