// Which values of a preview may be missing in a real message, and a preview's data without one of them.
import type { Json, Property, Type } from "../../plan/plan.js";
import type { TypesByName } from "./sample.js";

/** The names that lead to a value; `[]` goes through each item of a list. */
export type ValuePath = readonly string[];

const depthLimit = 6;

/** The paths that may be absent or null, from the outside in. */
export function optionalPaths(properties: readonly Property[], types: TypesByName): readonly ValuePath[] {
  const found: ValuePath[] = [];
  const visit = (list: readonly Property[], path: ValuePath): void => {
    for (const { name, required, type, status } of list) {
      if (status === "retired") continue;
      const at = [...path, name.value];
      if (!required || isNullable(type, types, 0)) found.push(at);
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

/** The value without what the path leads to, in every item of a list. */
export function without(value: Json, path: ValuePath): Json {
  const [first, ...rest] = path;
  if (first === undefined || value === null || typeof value !== "object") return value;
  if (isList(value)) return first === "[]" ? value.map((item) => without(item, rest)) : value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) =>
      key !== first ? [[key, inner]] : rest.length === 0 ? [] : [[key, without(inner, rest)]],
    ),
  );
}

/** Null is nothing to a template: a key that holds it is as good as absent. */
export function withoutNulls(value: Json): Json {
  if (value === null || typeof value !== "object") return value;
  if (isList(value)) return value.map(withoutNulls);
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) => (inner === null ? [] : [[key, withoutNulls(inner)]])),
  );
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

/** `items[].image_url`. */
export function pathText(path: ValuePath): string {
  return path.map((step, index) => (step === "[]" || index === 0 ? step : `.${step}`)).join("");
}
