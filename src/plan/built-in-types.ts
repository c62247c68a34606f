// The types that the language brings along, and what other languages call them.
import type { Span } from "../diagnostics/diagnostic.js";
import { type StringFormat, stringFormats, type Type } from "./plan.js";

export const builtInTypes: readonly string[] = [
  "string",
  "integer",
  "number",
  "boolean",
  "object",
  "any",
  "null",
  "timestamp",
  ...stringFormats,
];

/** What other languages call the built-in types. */
export const synonyms: ReadonlyMap<string, string> = new Map(
  Object.entries({
    int: "integer",
    int32: "integer",
    int64: "integer",
    long: "integer",
    bigint: "integer",
    float: "number",
    float64: "number",
    double: "number",
    decimal: "number",
    numeric: "number",
    bool: "boolean",
    str: "string",
    text: "string",
    varchar: "string",
    char: "string",
    datetimestamp: "timestamp",
    unix: "timestamp",
    epoch: "timestamp",
    time: "timestamp",
    "date-time": "datetime",
    uri: "url",
    link: "url",
    guid: "uuid",
    json: "any",
    unknown: "any",
    mixed: "any",
    nil: "null",
    none: "null",
    undefined: "null",
    array: "T[]",
    list: "T[]",
    dict: "map(T)",
    record: "map(T)",
    hash: "map(T)",
  }),
);

/** A built-in type by its name. */
export function builtInType(name: string, span: Span): Type | undefined {
  switch (name) {
    case "string":
      return { kind: "string", span };
    case "integer":
    case "number":
      return { kind: "number", span, integer: name === "integer", timestamp: false };
    case "timestamp":
      return { kind: "number", span, integer: true, timestamp: true };
    case "boolean":
    case "null":
    case "any":
      return { kind: name, span };
    case "object":
      return { kind: "object", span, properties: [], open: true };
  }
  const format = formats.get(name);
  return format === undefined ? undefined : { kind: "string", span, format };
}

const formats: ReadonlyMap<string, StringFormat> = new Map(stringFormats.map((format) => [format, format]));
