// Writes the plan's texts and values as TypeScript source: escaped for where they stand, never trusted.
import type { Json, PropertyPath, Scalar } from "../../plan/plan.js";
import { isIdentifier } from "../names.js";
import { sortedJson } from "../sorted-json.js";

/** Characters that would end a line, reorder text or hide in it. */
const unsafe = /[\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;

function escapeOf(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/** A string literal, in the quotes that need fewer escapes. */
export function stringLiteral(text: string): string {
  // Nearly all texts need no escape, and looking for one costs more than the rest.
  if (/^[\w .,:;!?/()[\]{}<>|*+=$@#%&-]*$/.test(text)) return `"${text}"`;
  const json = JSON.stringify(text).replace(unsafe, escapeOf);
  const doubles = text.split('"').length - 1;
  const singles = text.split("'").length - 1;
  if (doubles <= singles) return json;
  return `'${json.slice(1, -1).replace(/\\"/g, '"').replace(/'/g, "\\'")}'`;
}

/** A literal of a scalar; `-0` is `0`. */
export function scalarLiteral(value: Scalar): string {
  return typeof value === "string" ? stringLiteral(value) : String(value);
}

/** A key of an object type. */
export function propertyKey(name: string): string {
  return isIdentifier(name) ? name : stringLiteral(name);
}

/** `properties.order_id`, `properties["a-b"]`. */
export function propertyAccess(object: string, path: PropertyPath): string {
  return path.reduce(
    (access, key) => (isIdentifier(key) ? `${access}.${key}` : `${access}[${stringLiteral(key)}]`),
    object,
  );
}

/** A value as compact JSON for a comment, its keys sorted. */
export function jsonText(value: Json): string {
  return JSON.stringify(sortedJson(value));
}

/** Code for a comment: what could end the comment or its fence stands in strings, where it is escaped. */
export function commentedCode(text: string): string {
  return text.replace(unsafe, escapeOf).replaceAll("*/", "*\\/").replaceAll("```", "\\`\\`\\`");
}

/** A regular expression literal in `u` mode. */
export function regexLiteral(pattern: string): string {
  return `/${new RegExp(pattern, "u").source.replace(unsafe, escapeOf)}/u`;
}

/** A key as a token of a JSON pointer, with its slash. */
export function pointerToken(key: string): string {
  return `/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
}
