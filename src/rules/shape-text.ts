// Says what a value in the code is, and what the plan asks for, as parts of a sentence.
import type { ValueShape } from "../code/emission.js";
import { formatNames } from "../plan/formats.js";
import type { Type } from "../plan/plan.js";
import { resolved } from "../plan/property-path.js";

/** What a value is: `a number`, `"cash"`, `milliseconds`. */
export function shapeText(shape: ValueShape): string {
  switch (shape.kind) {
    case "unknown":
    case "null":
    case "undefined":
      return shape.kind;
    case "boolean":
      return shape.value === undefined ? "true or false" : String(shape.value);
    case "number":
      if (shape.meaning === "milliseconds") return "milliseconds";
      return shape.value === undefined ? "a number" : String(shape.value);
    case "string":
      if (shape.value !== undefined) return shorten(JSON.stringify(shape.value));
      return shape.meaning === undefined ? "text" : stringTexts[shape.meaning];
    case "array":
      return "a list";
    case "object":
      return "an object";
    case "other":
      return otherTexts[shape.what];
    case "union":
      return shape.members.map(shapeText).join(" or ");
  }
}

const stringTexts = {
  json: "JSON as text",
  "stringified-number": "a number as text",
  stringified: "a value turned into text",
  "iso-date": "an ISO date as text",
} as const;

const otherTexts = {
  date: "a Date, which is sent as ISO text",
  bigint: "a bigint, which JSON can't hold",
  function: "a function, which JSON can't hold",
  symbol: "a symbol, which JSON can't hold",
} as const;

/** What a type takes: `Unix seconds`, `one of "card", "paypal"`, `a list`. */
export function expectedText(type: Type, lookup: (name: string) => Type | undefined): string {
  switch (type.kind) {
    case "string":
      return type.format === undefined ? "text" : formatNames[type.format];
    case "number":
      return type.timestamp ? "Unix seconds" : type.integer ? "an integer" : "a number";
    case "boolean":
      return "true or false";
    case "null":
      return "null";
    case "any":
      return "a JSON value";
    case "const":
      return JSON.stringify(type.value);
    case "enum":
      return `${type.values.length === 1 ? "" : "one of "}${listText(type.values.map(({ value }) => JSON.stringify(value)))}`;
    case "array":
      return "a list";
    case "object":
      return "an object";
    case "union":
    case "ref":
      return [...new Set(resolved(type, lookup).map((member) => expectedText(member, lookup)))].join(" or ");
  }
}

/** So many are listed; a longer list tells the first ones. */
const listed = 8;

function listText(values: readonly string[]): string {
  const more = values.length - listed;
  return more > 1 ? `${values.slice(0, listed).join(", ")} and ${more} more` : values.join(", ");
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…"` : text;
}
