// Shows an example as JSON, and as the call of the generated TypeScript that sends it.
import type { Json, PlanEvent } from "../plan/plan.js";
import { camelCase } from "./names.js";
import { sortedJson } from "./sorted-json.js";

/** How much fits on a line: what GitHub shows without a scroll bar. */
const lineWidth = 110;

/** How keys and line ends are written. */
type Style = { readonly key: (key: string) => string; readonly lastComma: boolean };

const json: Style = { key: (key) => JSON.stringify(key), lastComma: false };
const javaScript: Style = { key: keyText, lastComma: true };

/** An example as JSON, with its keys sorted; what fits on a line stays on one. */
export function exampleJson(example: Json): string {
  const value = sortedJson(example);
  return isObject(value) && Object.keys(value).length > 0
    ? broken(value, json, "")
    : literal(value, json, "", 0);
}

/** `orderCompleted({ order_id: "o-1001" })`. */
export function codeCall(event: PlanEvent, example: Json | undefined): string {
  const creator = camelCase(event.name.value);
  const empty = example === undefined || (isObject(example) && Object.keys(example).length === 0);
  return empty
    ? `${creator}();`
    : `${creator}(${literal(sortedJson(example), javaScript, "", creator.length + 3)});`;
}

/** A literal; `used` characters of the first line are taken. */
function literal(value: Json, style: Style, indent: string, used: number): string {
  const short = shortLiteral(value, style);
  const fits = indent.length + used + short.length <= lineWidth;
  return fits || value === null || typeof value !== "object" ? short : broken(value, style, indent);
}

/** A list or an object with a line for each item. */
function broken(value: Json, style: Style, indent: string): string {
  const inner = `${indent}  `;
  const lines = isList(value)
    ? value.map((item) => inner + literal(item, style, inner, 1))
    : Object.entries(value ?? {}).map(([key, item]) => {
        const name = style.key(key);
        return `${inner}${name}: ${literal(item, style, inner, name.length + 3)}`;
      });
  const [open, close] = isList(value) ? ["[", "]"] : ["{", "}"];
  return `${open}\n${lines.join(",\n")}${style.lastComma ? "," : ""}\n${indent}${close}`;
}

function shortLiteral(value: Json, style: Style): string {
  if (isList(value)) return `[${value.map((item) => shortLiteral(item, style)).join(", ")}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const entries = Object.entries(value).map(
    ([key, item]) => `${style.key(key)}: ${shortLiteral(item, style)}`,
  );
  return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
}

/** A key of a literal; `__proto__` would set the prototype, so it is computed. */
function keyText(key: string): string {
  if (key === "__proto__") return '["__proto__"]';
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : JSON.stringify(key);
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function isObject(value: Json): value is { readonly [key: string]: Json } {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}
