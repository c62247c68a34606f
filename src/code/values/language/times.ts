// Times as the language and its libraries give them: milliseconds, seconds, dates and their texts.
import type { Linker } from "../linker.js";
import type { Value } from "../values.js";
import { byType, settle } from "./types.js";

/** Whether a value is a date, by what made it or by its type. */
export function isDate(linker: Linker, value: Value): boolean {
  if (value.kind === "other") return value.what === "date";
  const typed =
    value.kind === "parameter"
      ? byType(linker, value)
      : value.kind === "typed"
        ? settle(linker, value)
        : undefined;
  return typed?.kind === "other" && typed.what === "date";
}

/** A value as a number, as `+x` and `Number(x)` have it. */
export function asNumber(linker: Linker, value: Value | undefined, span: Value["span"]): Value {
  if (value === undefined) return { kind: "number", span };
  if (isDate(linker, value)) return { kind: "number", span, meaning: "milliseconds" };
  return value.kind === "number" ? { ...value, span } : { kind: "number", span };
}

/** Libraries whose objects stand for a time. */
const libraries: ReadonlySet<string> = new Set(["dayjs", "moment", "moment-timezone", "luxon"]);

/** What a method of a date, or of a library's time, gives; undefined for any other. */
export function timeOf(
  linker: Linker,
  object: Value,
  name: string,
  isPlain: boolean,
  span: Value["span"],
): Value | undefined {
  const isTime = object.kind === "external" && libraries.has(object.source);
  if (!isTime && !isDate(linker, object)) {
    // Nothing else that is known has it.
    const isOpen = object.kind === "parameter" || object.kind === "unknown" || object.kind === "typed";
    return name === "getTime" && isPlain && isOpen
      ? { kind: "number", span, meaning: "milliseconds" }
      : undefined;
  }
  switch (name) {
    case "getTime":
    case "valueOf":
    case "toMillis":
      return { kind: "number", span, meaning: "milliseconds" };
    case "unix":
    case "toUnixInteger":
      // `moment.unix(n)` makes a time of a number.
      return isPlain ? { kind: "number", span, meaning: "seconds" } : undefined;
    case "toISOString":
    case "toJSON":
    case "toISO":
      return { kind: "text", span, meaning: "iso-date" };
    case "format":
      return { kind: "text", span, ...(isPlain && { meaning: "iso-date" as const }) };
    case "toDate":
    case "toJSDate":
      return { kind: "other", span, what: "date" };
    default:
      return undefined;
  }
}

/** What date-fns' functions give; undefined for others. */
export function timeFrom(source: string, name: string, span: Value["span"]): Value | undefined {
  if (source !== "date-fns") return undefined;
  switch (name) {
    case "getTime":
      return { kind: "number", span, meaning: "milliseconds" };
    case "getUnixTime":
      return { kind: "number", span, meaning: "seconds" };
    case "formatISO":
      return { kind: "text", span, meaning: "iso-date" };
    default:
      return undefined;
  }
}
