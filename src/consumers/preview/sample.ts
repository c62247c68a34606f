// A value of a type, for a preview that has no example: what the plan says of it first, or else made up.
import type { Json, NamedType, Property, StringFormat, Type } from "../../plan/plan.js";

/** The named types of a plan, by name. */
export type TypesByName = ReadonlyMap<string, NamedType>;

/** No preview needs a value that is nested deeper. */
const depthLimit = 8;

const samples: { readonly [format in StringFormat]: string } = {
  date: "2026-03-31",
  datetime: "2026-03-31T12:00:00Z",
  email: "kim@example.com",
  phone: "+4915112345678",
  url: "https://example.com/page",
  uuid: "0b1f7c1e-8a52-4b7e-9a55-0f2d7f3f5c10",
  ulid: "01JQZ0V5N8Y6K3C2B1A0ZYXWVT",
  currency: "EUR",
  country: "DE",
};

/** 31 March 2026, 12:00 UTC. */
const sampleTimestamp = 1_774_958_400;

/** An object with a value for each property; retired ones are left out. */
export function sampleObject(
  properties: readonly Property[],
  types: TypesByName,
  depth: number = 0,
): { readonly [key: string]: Json } {
  return Object.fromEntries(
    properties
      .filter(({ status }) => status !== "retired")
      .map((property) => [property.name.value, sampleProperty(property, types, depth)]),
  );
}

function sampleProperty(property: Property, types: TypesByName, depth: number): Json {
  const given = property.examples[0] ?? property.default;
  return given === undefined ? sampleOf(property.type, types, property.name.value, depth) : given.value;
}

/** A value of a type; text says the name of what it stands for. */
function sampleOf(type: Type, types: TypesByName, name: string, depth: number): Json {
  if (depth > depthLimit) return null;
  switch (type.kind) {
    case "string":
      return type.format === undefined
        ? sampleText(name, type.minLength, type.maxLength)
        : samples[type.format];
    case "number":
      return sampleNumber(type);
    case "boolean":
      return true;
    case "null":
      return null;
    case "any":
      return name;
    case "enum":
      return type.values[0]?.value ?? null;
    case "const":
      return type.value;
    case "array": {
      const count = Math.min(Math.max(type.minItems ?? 2, 1), type.maxItems ?? 2, 10);
      return Array.from({ length: count }, () => sampleOf(type.items, types, name, depth + 1));
    }
    case "object":
      return sampleObject(type.properties, types, depth + 1);
    case "union": {
      const member = type.members.find(({ kind }) => kind !== "null") ?? type.members[0];
      return member === undefined ? null : sampleOf(member, types, name, depth + 1);
    }
    case "ref": {
      const named = types.get(type.name);
      if (named === undefined) return null;
      const given = named.examples[0] ?? named.default;
      return given === undefined ? sampleOf(named.type, types, name, depth + 1) : given.value;
    }
  }
}

function sampleText(name: string, minimum = 0, maximum = Number.POSITIVE_INFINITY): string {
  const words = name.replace(/[_-]+/g, " ").trim();
  return words.padEnd(Math.min(minimum, 1000), ".").slice(0, maximum);
}

function sampleNumber(type: Extract<Type, { readonly kind: "number" }>): number {
  if (type.timestamp) return sampleTimestamp;
  const step = type.multipleOf?.[0];
  const low = type.minimum ?? (type.exclusiveMinimum === undefined ? undefined : type.exclusiveMinimum + 1);
  const high = type.maximum ?? (type.exclusiveMaximum === undefined ? undefined : type.exclusiveMaximum - 1);
  const wanted = Math.min(Math.max(2, low ?? 2), high ?? Number.POSITIVE_INFINITY);
  return step === undefined ? wanted : Math.ceil(wanted / step) * step;
}
