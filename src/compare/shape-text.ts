// A type or a set of properties as text that is the same for the same shape: what renames are told by.
import type { Property, Type } from "../plan/plan.js";

/** Wherever it is written, and whatever is said about it. */
export function typeShape(type: Type): string {
  switch (type.kind) {
    case "array":
      return `[${typeShape(type.items)}]${constraintText(type)}`;
    case "object":
      return `{${propertiesShape(type.properties)};${typeof type.open === "boolean" ? type.open : typeShape(type.open)}}`;
    case "union":
      return `(${type.members.map(typeShape).toSorted().join("|")})`;
    case "enum":
      return JSON.stringify(type.values.map(({ value }) => value));
    case "ref":
      return `&${type.name}`;
    default:
      return constraintText(type);
  }
}

export function propertiesShape(properties: readonly Property[]): string {
  return properties
    .filter((property) => property.status !== "retired")
    .map(
      ({ name, required, type, sources }) =>
        `${JSON.stringify(name.value)}${required ? "" : "?"}:${typeShape(type)}@${sources.map((source) => source.value).join()}`,
    )
    .join(",");
}

function constraintText(type: Type): string {
  if (type.kind === "array") {
    const { minItems, maxItems, uniqueItems } = type;
    return JSON.stringify([minItems, maxItems, uniqueItems]);
  }
  const { span, refines, ...rest } = type;
  return JSON.stringify(rest);
}
