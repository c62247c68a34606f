// What the type of a parameter allows, and no caller is seen to give: where the callers of a function are judged by what
// they give, that is not what it sends.
import type { CodeScan, Emission, ShapeProperty, ValueShape } from "../emission.js";

/** The calls inside of functions whose callers give the rest of what is sent, by their places. */
export function callsWithCallers({ given = [] }: CodeScan): ReadonlySet<string> {
  return new Set(given.flatMap(({ sentBy }) => (sentBy === undefined ? [] : [placeOf(sentBy)])));
}

/** The emission without what a type only allows, where its callers are seen. */
export function asCallersGive(emission: Emission, withCallers: ReadonlySet<string>): Emission {
  const { properties, span } = emission;
  if (properties === undefined || !withCallers.has(placeOf(span))) return emission;
  const left = withoutAllowed(properties);
  return left === properties ? emission : { ...emission, properties: left };
}

function placeOf({ file, start, end }: Emission["span"]): string {
  return `${file}:${start}:${end}`;
}

function withoutAllowed(shape: ValueShape): ValueShape {
  if (shape.kind === "union") return { ...shape, members: shape.members.map(withoutAllowed) };
  if (shape.kind !== "object" || !shape.properties.some(isAllowed)) return shape;
  const properties = shape.properties.map((property): ShapeProperty => {
    if (!isAllowed(property)) return property;
    // Of several values a caller gives one, and of what may be left out perhaps nothing.
    const { span } = property.value;
    return {
      ...property,
      value: { kind: "unknown", span },
      optional: false,
      ...(property.optional && { isUnsure: true }),
    };
  });
  return { ...shape, properties };
}

function isAllowed({ fromType, optional, value }: ShapeProperty): boolean {
  return fromType === true && (optional || value.kind === "union");
}
