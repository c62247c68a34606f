// Says the constraints of a type in words.
import { formatNames } from "../plan/formats.js";
import type { Type } from "../plan/plan.js";
import { renderType } from "../plan/render-type.js";

/**
 * What a value must be beyond its type, as phrases without a capital or full stop: `at least 1 item`. `code` marks
 * text that is code where the phrases go. A type that is declared elsewhere says nothing here.
 */
export function constraintPhrases(type: Type, code: (text: string) => string): readonly string[] {
  switch (type.kind) {
    case "string":
      return [
        ...(type.format === undefined ? [] : [formatNames[type.format]]),
        ...count(type.minLength, type.maxLength, "character"),
        ...(type.patterns ?? []).map((pattern) => `matches ${code(pattern)}`),
      ];
    case "number":
      return [
        ...(type.timestamp ? ["in Unix seconds"] : []),
        ...range(type.minimum, type.maximum),
        ...(type.exclusiveMinimum === undefined ? [] : [`more than ${type.exclusiveMinimum}`]),
        ...(type.exclusiveMaximum === undefined ? [] : [`less than ${type.exclusiveMaximum}`]),
        ...(type.multipleOf ?? []).map((step) => `a multiple of ${step}`),
      ];
    case "array":
      return [
        ...count(type.minItems, type.maxItems, "item"),
        ...(type.uniqueItems === true ? ["no item twice"] : []),
        ...prefixed("each item: ", constraintPhrases(type.items, code)),
      ];
    case "object":
      return typeof type.open === "boolean"
        ? []
        : prefixed("each value: ", constraintPhrases(type.open, code));
    case "enum":
      return type.values
        .filter((value) => value.description !== undefined)
        .map((value) => `${code(String(value.value))}: ${phrase(value.description?.value ?? "")}`);
    case "union": {
      const members = type.members.filter((member) => member.kind !== "null");
      return members.flatMap((member) => {
        const phrases = constraintPhrases(member, code);
        return members.length === 1 ? phrases : prefixed(`${code(renderType(member))}: `, phrases);
      });
    }
    default:
      return [];
  }
}

/** A description to stand among others: without its last full stop. */
function phrase(description: string): string {
  return description.trim().replace(/(?<!\.)\.$/, "");
}

function prefixed(prefix: string, phrases: readonly string[]): readonly string[] {
  return phrases.length === 0 ? [] : [prefix + phrases.join(", ")];
}

function count(minimum: number | undefined, maximum: number | undefined, unit: string): readonly string[] {
  const many = (amount: number) => `${amount} ${unit}${amount === 1 ? "" : "s"}`;
  if (minimum !== undefined && maximum !== undefined) {
    return [minimum === maximum ? `exactly ${many(minimum)}` : `${minimum} to ${many(maximum)}`];
  }
  if (minimum !== undefined) return [`at least ${many(minimum)}`];
  return maximum === undefined ? [] : [`at most ${many(maximum)}`];
}

function range(minimum: number | undefined, maximum: number | undefined): readonly string[] {
  if (minimum !== undefined && maximum !== undefined) {
    return [minimum === maximum ? `exactly ${minimum}` : `from ${minimum} to ${maximum}`];
  }
  if (minimum !== undefined) return [`${minimum} or more`];
  return maximum === undefined ? [] : [`at most ${maximum}`];
}
