// Writes what a property holds as the plan language does: a type on one line, or an object over several.
import type { ObjectShape, ValueShape } from "../code/emission.js";
import { membersOf } from "../code/emissions/shapes.js";
import { quoted } from "../plan/yaml-text.js";
import type { PlannedProperty } from "./payload.js";
import { propertiesOf } from "./payload.js";
import { keyText } from "./yaml.js";

/** More values than these, or longer ones, are text that happens to repeat. */
const enumLimit = 12;
const enumWidth = 90;
/** How deep objects are written out. */
const depthLimit = 3;

/** Lines of YAML, without a line break; the first begins with the key. */
export function propertyLines(property: PlannedProperty, indent: string, depth = 0): readonly string[] {
  const key = `${indent}${keyText(property.name, property.optional)}:`;
  const objects = onlyObjects(property.value);
  if (objects === undefined || depth >= depthLimit) return [`${key} ${typeText(property)}`];
  return [key, ...objectLines(objects, `${indent}  `, depth)];
}

function objectLines(objects: readonly ObjectShape[], indent: string, depth: number): readonly string[] {
  const properties = propertiesOf(objects, objects.length);
  const open = objects.some(({ closed }) => !closed);
  return [
    ...(open ? [`${indent}open: true`] : []),
    `${indent}properties:`,
    ...properties.flatMap((inner) => propertyLines(inner, `${indent}  `, depth + 1)),
  ];
}

/** The objects of a shape that is nothing else; undefined where it is, or where nothing is known of their keys. */
function onlyObjects(shape: ValueShape): readonly ObjectShape[] | undefined {
  const objects: ObjectShape[] = [];
  for (const member of membersOf(shape)) {
    if (member.kind === "object") objects.push(member);
    else if (member.kind !== "undefined") return undefined;
  }
  return objects.some(({ properties }) => properties.length > 0) ? objects : undefined;
}

/** The type of a property on one line, as a YAML scalar. */
export function typeText({ value, known }: Pick<PlannedProperty, "value" | "known">): string {
  const text = expression(value, known);
  return /: |:$| #/.test(text) ? quoted(text) : text;
}

/** A type expression. `known` says that literals are all that the value can be. */
function expression(shape: ValueShape, known: boolean): string {
  const words = new Set<string>();
  const literals = new Set<string>();
  let nullable = false;
  for (const member of membersOf(shape)) {
    if (member.kind === "unknown") return "any";
    if (member.kind === "undefined") continue;
    if (member.kind === "null") nullable = true;
    else if (member.kind === "string" && member.value !== undefined) literals.add(member.value);
    else words.add(wordOf(member, known));
  }
  if (words.has("any")) return "any";
  if (words.has("number")) words.delete("integer");
  if (literals.size > 0) words.add(literalText(literals, known && !words.has("string")));
  // Of null alone one can't tell what it stands for.
  if (words.size === 0) return "any";
  return [...words, ...(nullable ? ["null"] : [])].join(" | ");
}

function wordOf(shape: ValueShape, known: boolean): string {
  switch (shape.kind) {
    case "boolean":
      return "boolean";
    case "number":
      if (shape.meaning === "seconds") return "timestamp";
      return shape.value !== undefined && Number.isSafeInteger(shape.value) && known ? "integer" : "number";
    case "string":
      return shape.meaning === "iso-date" ? "datetime" : "string";
    case "array":
      return listText(shape.items, shape.complete && known);
    case "object":
      return "object";
    case "other":
      // What JSON makes of it: of a bigint nothing, so that whatever sends it decides.
      return shape.what === "date" ? "datetime" : "any";
    default:
      return "any";
  }
}

function listText(items: readonly ValueShape[], known: boolean): string {
  const texts = [...new Set(items.map((item) => expression(item, known)))];
  const text = texts.length === 1 ? texts[0] : undefined;
  if (text === undefined) return "any[]";
  return text.includes(" | ") ? `(${text})[]` : `${text}[]`;
}

/** One value says nothing: it is the only one that was seen. */
function literalText(values: ReadonlySet<string>, listed: boolean): string {
  const sorted = [...values].sort();
  const writable = sorted.every(
    (value) => /^[\w$%&*+,./:;<=>?@^~() -]+$/.test(value) && value === value.trim(),
  );
  if (!listed || values.size < 2 || values.size > enumLimit || !writable) return "string";
  const text = `enum(${sorted.map(enumValue).join(", ")})`;
  return text.length > enumWidth ? "string" : text;
}

function enumValue(value: string): string {
  return value !== "null" && /^[A-Za-z_][\w.-]*$/.test(value) ? value : `"${value}"`;
}
