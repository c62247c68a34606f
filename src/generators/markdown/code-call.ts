// Shows an example as the call of the generated TypeScript that sends it.
import type { Json, PlanEvent } from "../../plan/plan.js";
import { camelCase } from "../names.js";
import { sortedJson } from "../sorted-json.js";

/** How much fits on a line of the call. */
const lineWidth = 88;

/** `orderCompleted({ order_id: "o-1001" })`. */
export function codeCall(event: PlanEvent, example: Json | undefined): string {
  const creator = camelCase(event.name.value);
  const empty = example === undefined || (isObject(example) && Object.keys(example).length === 0);
  return empty ? `${creator}();` : `${creator}(${literal(sortedJson(example), "", creator.length + 3)});`;
}

/** A JavaScript literal; `used` characters of the first line are taken. */
function literal(value: Json, indent: string, used: number): string {
  const short = shortLiteral(value);
  if (value === null || typeof value !== "object" || indent.length + used + short.length <= lineWidth) {
    return short;
  }
  const inner = `${indent}  `;
  const lines = isList(value)
    ? value.map((item) => `${inner}${literal(item, inner, 1)},`)
    : Object.entries(value).map(([key, item]) => {
        const name = keyText(key);
        return `${inner}${name}: ${literal(item, inner, name.length + 3)},`;
      });
  const [open, close] = isList(value) ? ["[", "]"] : ["{", "}"];
  return `${open}\n${lines.join("\n")}\n${indent}${close}`;
}

function shortLiteral(value: Json): string {
  if (isList(value)) return `[${value.map(shortLiteral).join(", ")}]`;
  if (!isObject(value)) return scalar(value);
  const entries = Object.entries(value).map(([key, item]) => `${keyText(key)}: ${shortLiteral(item)}`);
  return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
}

/** A key of a literal; `__proto__` would set the prototype, so it is computed. */
function keyText(key: string): string {
  if (key === "__proto__") return '["__proto__"]';
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : scalar(key);
}

/** JSON's text is JavaScript's, as line separators are allowed in strings. */
function scalar(value: Json): string {
  return JSON.stringify(value);
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function isObject(value: Json): value is { readonly [key: string]: Json } {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}
