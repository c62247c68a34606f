// Holds a comparison to the type of what it compares: conditions of campaigns and segments, and of templates.
import type { Comparison } from "../consumers/reference.js";
import { didYouMean } from "../diagnostics/did-you-mean.js";
import { mismatches } from "../plan/conforms.js";
import type { EnumType, NumberType, Operator, Scalar, Type } from "../plan/plan.js";
import { valueText } from "./condition-values.js";
import type { PlanIndex } from "./plan-index.js";

/** What is wrong with a comparison, as the end of a sentence. */
export type ConditionIssue = {
  readonly kind: "mismatch" | "impossible";
  readonly message: string;
  readonly help?: string;
  /** The value as it must be written instead, where nothing else can be meant. */
  readonly right?: Scalar;
};

const ordering: ReadonlySet<Operator> = new Set([">", ">=", "<", "<="]);
const equality: ReadonlySet<Operator> = new Set(["=", "!=", "in"]);

/** What is wrong with comparing a value of these types (null left out); undefined where it can be met. */
export function conditionIssue(
  comparison: Comparison,
  types: readonly Type[],
  index: PlanIndex,
): ConditionIssue | undefined {
  const { operator, value } = comparison;
  if (operator === "exists" || value === undefined || types.length === 0) return undefined;
  const values: readonly Scalar[] = isList(value) ? value : [value];
  for (const one of values) {
    // Nothing is compared with whether there is a value, which any type may be asked.
    if (one === null) continue;
    const issues = types.map((type) => issueOf(operator, one, type, comparison.loose, index));
    // One type that fits is enough; of several that don't, the nearest is told.
    if (issues.includes(undefined)) continue;
    const [first] = issues;
    return issues.find((issue) => issue?.kind === "impossible") ?? first;
  }
  return undefined;
}

function issueOf(
  operator: Operator,
  written: Exclude<Scalar, null>,
  type: Type,
  loose: boolean,
  index: PlanIndex,
): ConditionIssue | undefined {
  switch (type.kind) {
    case "number":
      return numberIssue(operator, loose ? asNumber(written) : written, type, index);
    case "boolean":
      return booleanIssue(operator, loose ? asBoolean(written) : written);
    case "string":
      return stringIssue(operator, written, type, loose, index);
    case "enum":
      return enumIssue(operator, written, type, loose);
    case "const":
      return constIssue(operator, written, type.value, loose);
    default:
      // Lists, objects and what can be anything: what a condition can ask of them is the destination's matter.
      return undefined;
  }
}

function numberIssue(
  operator: Operator,
  value: Exclude<Scalar, null>,
  type: NumberType,
  index: PlanIndex,
): ConditionIssue | undefined {
  if (operator === "contains") return mismatch(`a ${type.timestamp ? "date" : "number"} contains nothing`);
  if (typeof value !== "number") {
    if (type.timestamp)
      return mismatch(
        `it is a date in Unix seconds, and ${valueText(value)} is ${typeof value === "string" ? "text" : "none"}`,
        "Compare it with Unix seconds, such as 1767225600.",
      );
    const number = typeof value === "string" ? asNumber(value) : value;
    const isNumber = typeof number === "number";
    return mismatch(
      `it is a number, and ${valueText(value)} is ${typeof value === "string" ? "text" : "true or false"}`,
      isNumber ? `Write ${number} without quotes.` : undefined,
      isNumber ? number : undefined,
    );
  }
  if (type.timestamp && value > 100_000_000_000)
    return mismatch(
      `it is a date in Unix seconds, and ${value} is in milliseconds`,
      `Write ${Math.floor(value / 1000)}.`,
      Math.floor(value / 1000),
    );
  if (equality.has(operator)) {
    if (operator === "!=") return undefined;
    const [wrong] = mismatches(value, type, index.lookup);
    return wrong === undefined ? undefined : impossible(`it ${wrong.message}`);
  }
  return boundIssue(operator, value, type);
}

/** A comparison that nothing in the bounds of a number can meet. */
function boundIssue(operator: Operator, value: number, type: NumberType): ConditionIssue | undefined {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = type;
  const least = Math.max(minimum ?? -Infinity, exclusiveMinimum ?? -Infinity);
  const most = Math.min(maximum ?? Infinity, exclusiveMaximum ?? Infinity);
  const isLeastOpen = exclusiveMinimum !== undefined && exclusiveMinimum === least;
  const isMostOpen = exclusiveMaximum !== undefined && exclusiveMaximum === most;
  const tooHigh =
    operator === ">"
      ? value >= most
      : operator === ">="
        ? value > most || (isMostOpen && value === most)
        : false;
  if (tooHigh) return impossible(`it is ${isMostOpen ? "less than" : "at most"} ${most}`);
  const tooLow =
    operator === "<"
      ? value <= least
      : operator === "<="
        ? value < least || (isLeastOpen && value === least)
        : false;
  return tooLow ? impossible(`it is ${isLeastOpen ? "more than" : "at least"} ${least}`) : undefined;
}

function booleanIssue(operator: Operator, value: Exclude<Scalar, null>): ConditionIssue | undefined {
  if (ordering.has(operator) || operator === "contains")
    return mismatch(
      `it is true or false, which can't be asked for "${operator}"`,
      "Compare it with true or false.",
    );
  if (typeof value === "boolean") return undefined;
  const meant = asBoolean(value);
  const isBoolean = typeof meant === "boolean";
  return mismatch(
    `it is true or false, and ${valueText(value)} is ${typeof value === "string" ? "text" : "a number"}`,
    isBoolean ? `Write ${meant} without quotes.` : "Compare it with true or false.",
    isBoolean ? meant : undefined,
  );
}

function stringIssue(
  operator: Operator,
  value: Exclude<Scalar, null>,
  type: Extract<Type, { readonly kind: "string" }>,
  loose: boolean,
  index: PlanIndex,
): ConditionIssue | undefined {
  // Dates that are text have a rule of their own.
  if (type.format === "date" || type.format === "datetime") return undefined;
  if (!loose && typeof value !== "string")
    return mismatch(
      `it is text, and ${valueText(value)} is ${typeof value === "number" ? "a number" : "true or false"}`,
      `Write "${value}" in quotes.`,
      String(value),
    );
  if (operator !== "=" && operator !== "in") return undefined;
  const [wrong] = mismatches(String(value), type, index.lookup);
  return wrong === undefined ? undefined : impossible(`it ${wrong.message}`);
}

function enumIssue(
  operator: Operator,
  value: Exclude<Scalar, null>,
  { values }: EnumType,
  loose: boolean,
): ConditionIssue | undefined {
  const known = values.flatMap((one) => (one.value === null ? [] : [one.value]));
  if (operator === "contains") {
    const part = String(value);
    return known.some((one) => String(one).includes(part))
      ? undefined
      : mismatch(`it never contains ${valueText(value)}`, `It is one of ${listed(known)}.`);
  }
  const isText = known.every((one) => typeof one === "string");
  if (ordering.has(operator)) {
    return typeof value === "number" && isText && !loose
      ? mismatch(`it is one of ${listed(known)}, and ${value} is a number`)
      : undefined;
  }
  const matches = known.some((one) => (loose ? String(one) === String(value) : one === value));
  return matches ? undefined : noSuchValue(value, known);
}

function constIssue(
  operator: Operator,
  value: Exclude<Scalar, null>,
  only: Scalar,
  loose: boolean,
): ConditionIssue | undefined {
  if (!equality.has(operator) || only === null) return undefined;
  const matches = loose ? String(only) === String(value) : only === value;
  return matches ? undefined : noSuchValue(value, [only]);
}

function noSuchValue(value: Exclude<Scalar, null>, known: readonly Scalar[]): ConditionIssue {
  const texts = known.filter((one) => typeof one === "string");
  const meant = typeof value === "string" ? didYouMean(value, texts) : undefined;
  const all = known.length === 1 ? `It is always ${listed(known)}.` : `It is one of ${listed(known)}.`;
  return mismatch(
    `it is never ${valueText(value)}`,
    meant === undefined ? all : `Did you mean ${valueText(meant)}? ${all}`,
    meant,
  );
}

function listed(values: readonly Scalar[]): string {
  const shown = values.slice(0, 8).map(valueText);
  return `${shown.join(", ")}${values.length > shown.length ? "…" : ""}`;
}

function mismatch(message: string, help?: string, right?: Scalar): ConditionIssue {
  return {
    kind: "mismatch",
    message,
    ...(help !== undefined && { help }),
    ...(right !== undefined && { right }),
  };
}

function impossible(message: string): ConditionIssue {
  return { kind: "impossible", message };
}

/** Text that is a number as Customer.io stores it; the text itself where it is none. */
function asNumber(value: Exclude<Scalar, null>): Exclude<Scalar, null> {
  return typeof value === "string" && /^[-+]?\d+(?:\.\d+)?$/.test(value.trim()) ? Number(value) : value;
}

function asBoolean(value: Exclude<Scalar, null>): Exclude<Scalar, null> {
  if (value === "true") return true;
  return value === "false" ? false : value;
}

function isList(value: Scalar | readonly Scalar[]): value is readonly Scalar[] {
  return Array.isArray(value);
}
