// Whether a value of which the code shows no more than its kind can be of a type, and what to do where it can't.
import type { NumberMeaning, StringMeaning, ValueShape } from "../code/emission.js";
import { didYouMean } from "../diagnostics/did-you-mean.js";
import type { Scalar, StringFormat, Type } from "../plan/plan.js";

/** False where no value of the shape is of the type, which is neither a name nor a union. */
export function valueFits(shape: ValueShape, type: Type): boolean {
  switch (type.kind) {
    case "any":
      return shape.kind !== "other" || shape.what === "date";
    case "null":
      return shape.kind === "null";
    case "boolean":
      return shape.kind === "boolean";
    case "const":
      return isKindOf(shape, type.value);
    case "enum":
      return type.values.some(({ value }) => isKindOf(shape, value));
    case "string":
      if (shape.kind === "other") return shape.what === "date" && takesIsoText(type.format);
      return shape.kind === "string" && textFits(shape.meaning, type.format);
    case "number":
      return shape.kind === "number" && !(type.timestamp && shape.meaning === "milliseconds");
    case "array":
    case "object":
      return shape.kind === type.kind;
    case "union":
    case "ref":
      return true;
  }
}

function isKindOf(shape: ValueShape, value: Scalar): boolean {
  if (value === null) return shape.kind === "null";
  return shape.kind === typeof value;
}

function takesIsoText(format: StringFormat | undefined): boolean {
  return format === undefined || format === "datetime";
}

/** A text without a known origin may be anything. */
function textFits(meaning: StringMeaning | undefined, format: StringFormat | undefined): boolean {
  if (format === undefined) return true;
  switch (meaning) {
    case "iso-date":
      return takesIsoText(format);
    case "json":
      return false;
    case "stringified-number":
      // A number may have been all that was missing of a phone number.
      return format === "phone";
    case "stringified":
    case undefined:
      return true;
  }
}

/** What to write instead; undefined where the message says it all. */
export function mismatchHelp(shape: ValueShape, types: readonly Type[]): string | undefined {
  const takes = (test: (type: Type) => boolean): boolean => types.some(test);
  const wantsSeconds = takes((type) => type.kind === "number" && type.timestamp);
  if (shape.kind === "number") {
    const meaning: NumberMeaning | undefined = shape.meaning;
    if (wantsSeconds && (meaning === "milliseconds" || (shape.value ?? 0) > 99_999_999_999))
      return "Divide by 1,000: `Math.floor(Date.now() / 1000)`.";
    const takesText = (formats: readonly (StringFormat | undefined)[]): boolean =>
      takes((type) => type.kind === "string" && formats.includes(type.format));
    if (takesText([undefined, "phone"])) return "Send it as text: `String(…)`.";
    if (meaning !== undefined && takesText(["datetime"]))
      return `Send it as text: \`new Date(…${meaning === "seconds" ? " * 1000" : ""}).toISOString()\`.`;
  }
  if (shape.kind === "other" && shape.what === "date" && wantsSeconds)
    return "Send seconds: `Math.floor(date.getTime() / 1000)`.";
  if (shape.kind === "other" && shape.what === "bigint")
    return "Send it as text or as a number: `String(…)`, `Number(…)`.";
  if (shape.kind !== "string") return undefined;
  if (shape.meaning === "iso-date" && wantsSeconds)
    return "Send seconds: `Math.floor(date.getTime() / 1000)`.";
  if (shape.meaning === "json" && takes(({ kind }) => kind === "array" || kind === "object"))
    return "Send the value itself, without `JSON.stringify`.";
  if (takes((type) => type.kind === "number" && !type.timestamp))
    return shape.meaning === "stringified-number" || shape.meaning === "stringified"
      ? "Send the number itself: without `String` or `toFixed`, or wrapped in `Number(…)`."
      : `Send a number${withoutQuotes(shape.value, isNumber)}.`;
  if (takes(({ kind }) => kind === "boolean"))
    return `Send true or false${withoutQuotes(shape.value, (text) => text === "true" || text === "false")}.`;
  return outsideHelp(shape.value, types);
}

/** What to send instead of a text that is none of those that the plan lists. */
function outsideHelp(value: string | undefined, types: readonly Type[]): string | undefined {
  const listed = types.flatMap((type) =>
    type.kind === "enum" ? type.values.map((one) => one.value) : type.kind === "const" ? [type.value] : [],
  );
  const texts = listed.filter((one) => typeof one === "string");
  if (value === undefined || texts.length === 0) return undefined;
  const near = didYouMean(value, texts);
  return near === undefined
    ? `Send ${texts.length > 1 ? "one of them" : "that"}, or add "${value}" to the plan.`
    : `Did you mean "${near}"? Otherwise add "${value}" to the plan.`;
}

/** Quotes are the mistake where a literal would be right without them. */
function withoutQuotes(value: string | undefined, isRight: (text: string) => boolean): string {
  return value !== undefined && isRight(value) ? ", without quotes" : "";
}

function isNumber(text: string): boolean {
  return text.trim() !== "" && Number.isFinite(Number(text));
}
