// Joins the payloads of an event's calls into the properties that a plan declares.
import type { Emission, ObjectShape, ShapeProperty, ValueShape } from "../code/emission.js";
import { mergedShape } from "../code/emissions/shapes.js";
import { compareText } from "../diagnostics/diagnostic.js";
import { objectsOf } from "./gather.js";

export type Payload = {
  /** Sorted by name. */
  readonly properties: readonly PlannedProperty[];
  /** True where some call sends what could not be read. */
  readonly open: boolean;
};

export type PlannedProperty = {
  readonly name: string;
  readonly optional: boolean;
  readonly value: ValueShape;
  /** True where each call shows what the value is, so that literals are all that it can be. */
  readonly known: boolean;
};

/** A property is required where every call sends it for sure. */
export function payloadOf(emissions: readonly Emission[]): Payload {
  const objects: ObjectShape[] = [];
  let open = false;
  let without = 0;
  for (const { properties, via } of emissions) {
    const found = objectsOf(properties);
    objects.push(...found);
    if (properties === undefined) {
      // A wrapper may add what its callers don't see.
      if (via !== undefined) open = true;
      without += 1;
    } else if (!isWhole(properties)) {
      open = true;
      if (found.length === 0) without += 1;
    }
  }
  const calls = objects.length + without;
  return { properties: propertiesOf(objects, calls), open: open || objects.some(({ closed }) => !closed) };
}

/** The properties of objects that are one; `calls` is how many would have to have a key that is required. */
export function propertiesOf(objects: readonly ObjectShape[], calls: number): readonly PlannedProperty[] {
  const byName = new Map<string, ShapeProperty[]>();
  for (const { properties } of objects) {
    for (const [name, property] of new Map(properties.map((one) => [one.name, one]))) {
      const same = byName.get(name);
      if (same === undefined) byName.set(name, [property]);
      else same.push(property);
    }
  }
  return [...byName]
    .map(([name, all]): PlannedProperty => {
      const values = all.map(({ value }) => value);
      const value = mergedShape(values, values[0]?.span ?? { file: "", start: 0, end: 0 });
      return {
        name,
        optional:
          all.length < calls ||
          all.some(({ optional, isUnsure }) => optional || isUnsure === true) ||
          values.some(mayBeAbsent),
        value,
        known: values.every(isKnown),
      };
    })
    .sort((a, b) => compareText(a.name, b.name));
}

function isWhole(shape: ValueShape): boolean {
  return shape.kind === "object" || (shape.kind === "union" && shape.members.every(isWhole));
}

function mayBeAbsent(shape: ValueShape): boolean {
  return shape.kind === "undefined" || (shape.kind === "union" && shape.members.some(mayBeAbsent));
}

function isKnown(shape: ValueShape): boolean {
  return shape.kind !== "unknown";
}
