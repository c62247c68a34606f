// Writes a resolved type the way the plan language does: for docs, where people read what they also write.
import type { EnumValue, Scalar, Type } from "./plan.js";

/** A piece of a rendered type: text, or the name of a type declared under `types`. */
export type TypePart = { readonly text: string; readonly named: boolean };

/**
 * The pieces of a type, to be joined without space. An inline object is `object`: its properties need lines of
 * their own. An enum that would take more than `longestEnum` characters is `enum`. Constraints are left out: they
 * are said in words.
 */
export function typeParts(type: Type, longestEnum = Number.POSITIVE_INFINITY): readonly TypePart[] {
  if (type.refines !== undefined) return [{ text: type.refines, named: true }];
  switch (type.kind) {
    case "string":
      return plain(type.format ?? "string");
    case "number":
      return plain(type.timestamp ? "timestamp" : type.integer ? "integer" : "number");
    case "boolean":
    case "null":
    case "any":
      return plain(type.kind);
    case "enum": {
      const text = `enum(${type.values.map(enumValueText).join(", ")})`;
      return plain(text.length > longestEnum ? "enum" : text);
    }
    case "const":
      return plain(scalarText(type.value));
    case "array":
      return type.items.kind === "union" && type.items.refines === undefined
        ? [...plain("("), ...typeParts(type.items, longestEnum), ...plain(")[]")]
        : [...typeParts(type.items, longestEnum), ...plain("[]")];
    case "object":
      return type.properties.length === 0 && typeof type.open !== "boolean"
        ? [...plain("map("), ...typeParts(type.open, longestEnum), ...plain(")")]
        : plain("object");
    case "union":
      return type.members.flatMap((member, index) => [
        ...(index === 0 ? [] : plain(" | ")),
        ...typeParts(member, longestEnum),
      ]);
    case "ref":
      return [{ text: type.name, named: true }];
  }
}

/** The type on one line: `LineItem[]`, `string | null`, `enum(bronze, silver)`. */
export function renderType(type: Type): string {
  return typeParts(type)
    .map((part) => part.text)
    .join("");
}

/** A value of an enum as the short form has it: bare where it can be. */
export function enumValueText({ value }: Pick<EnumValue, "value">): string {
  const bare = typeof value === "string" && value !== "null" && /^[A-Za-z_][\w.-]*$/.test(value);
  return bare ? value : scalarText(value);
}

function scalarText(value: Scalar): string {
  return JSON.stringify(value);
}

function plain(text: string): readonly TypePart[] {
  return [{ text, named: false }];
}
