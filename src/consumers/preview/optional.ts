// Which values of a preview may be missing in a real message, and a preview's data without one of them.
import type { Json, Property, Type } from "../../plan/plan.js";
import type { TypesByName } from "./sample.js";

/** The names that lead to a value; `[]` goes through each item of a list. */
export type ValuePath = readonly string[];

const depthLimit = 6;

/** A value that may be missing: absent, or there and null. */
export type Optional = { readonly path: ValuePath; readonly as: "absent" | "null" };

/** The values that may be absent or null, from the outside in. */
export function optionalValues(properties: readonly Property[], types: TypesByName): readonly Optional[] {
  const found: Optional[] = [];
  const visit = (list: readonly Property[], path: ValuePath): void => {
    for (const { name, required, type, status } of list) {
      if (status === "retired") continue;
      const at = [...path, name.value];
      if (!required) found.push({ path: at, as: "absent" });
      else if (isNullable(type, types, 0)) found.push({ path: at, as: "null" });
      if (at.length < depthLimit) inside(type, at);
    }
  };
  const inside = (type: Type, path: ValuePath): void => {
    if (path.length > depthLimit) return;
    if (type.kind === "object") visit(type.properties, path);
    else if (type.kind === "array") inside(type.items, [...path, "[]"]);
    else if (type.kind === "union") for (const member of type.members) inside(member, path);
    else if (type.kind === "ref") {
      const named = types.get(type.name);
      if (named !== undefined) inside(named.type, path);
    }
  };
  visit(properties, []);
  return found;
}

function isNullable(type: Type, types: TypesByName, depth: number): boolean {
  if (depth > depthLimit) return false;
  switch (type.kind) {
    case "null":
      return true;
    case "const":
      return type.value === null;
    case "enum":
      return type.values.some(({ value }) => value === null);
    case "union":
      return type.members.some((member) => isNullable(member, types, depth + 1));
    case "ref": {
      const named = types.get(type.name);
      return named !== undefined && isNullable(named.type, types, depth + 1);
    }
    default:
      return false;
  }
}

/** The value with null in place of what the path leads to, or without it; in every item of a list. */
export function without(value: Json, { path: [first, ...rest], as }: Optional): Json {
  if (first === undefined || value === null || typeof value !== "object") return value;
  const inside = { path: rest, as };
  if (isList(value)) return first === "[]" ? value.map((item) => without(item, inside)) : value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]): [string, Json][] => {
      if (key !== first) return [[key, inner]];
      if (rest.length > 0) return [[key, without(inner, inside)]];
      return as === "null" ? [[key, null]] : [];
    }),
  );
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

/** `items[].image_url`. */
export function pathText(path: ValuePath): string {
  return path.map((step, index) => (step === "[]" || index === 0 ? step : `.${step}`)).join("");
}
