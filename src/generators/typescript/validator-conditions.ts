// Writes the conditions under which a value fails a type that needs no loop and no look inside.
import { timestampMaximum, timestampMinimum } from "../../plan/formats.js";
import { javascriptPattern } from "../../plan/patterns.js";
import type { NumberType, StringType, Type } from "../../plan/plan.js";
import type { Helper } from "./checks-module.js";
import type { Resolve } from "./describe.js";
import { type Doc, group, indent, join, line, softline } from "./layout.js";
import { regexLiteral, scalarLiteral } from "./source-text.js";

/** What conditions need from the module they stand in. */
export type Surroundings = {
  readonly resolve: Resolve;
  /** Imports a helper, and gives its name. */
  readonly use: (helper: Helper) => string;
  /** Declares a constant of the module, and gives its name. */
  readonly hoist: (wish: string, type: string, value: Doc) => string;
};

/** A failure: one of several conditions holds, or all of them do. */
export type Condition = string | { readonly operator: "||" | "&&"; readonly operands: readonly Condition[] };

/** More values than this are looked up in a set. */
const fewValues = 12;

/** Whether a type's failure is one condition: scalars, enums, unions of them, `any`. */
export function isSimple(type: Type, resolve: Resolve): boolean {
  const resolved = resolve(type);
  if (resolved.kind === "union") return resolved.members.every((member) => isSimple(member, resolve));
  return resolved.kind !== "array" && resolved.kind !== "object";
}

/** When `value`, a local variable, is not of a simple type. */
export function failure(type: Type, value: string, around: Surroundings): Condition {
  const resolved = around.resolve(type);
  switch (resolved.kind) {
    case "string":
      return any(stringFailures(resolved, value, around));
    case "number":
      return any(numberFailures(resolved, value, around));
    case "boolean":
      return `typeof ${value} !== "boolean"`;
    case "null":
      return `${value} !== null`;
    case "const":
      return `${value} !== ${scalarLiteral(resolved.value)}`;
    case "enum": {
      const values = [...new Set(resolved.values.map((one) => scalarLiteral(one.value)))];
      if (values.length <= fewValues) return all(values.map((one) => `${value} !== ${one}`));
      const set = [
        "/* @__PURE__ */ new Set([",
        indent(values.map((one) => [softline, one, ","])),
        softline,
        "])",
      ];
      return `!${around.hoist(`${value}Values`, "ReadonlySet<unknown>", group(set))}.has(${value})`;
    }
    case "union": {
      const members = resolved.members.map((member) => failure(member, value, around));
      return all([...new Set(members)]);
    }
    default:
      return `!${around.use("isJson")}(${value})`;
  }
}

function stringFailures(type: StringType, value: string, around: Surroundings): string[] {
  const { format, minLength, maxLength, patterns = [] } = type;
  const failures = [`typeof ${value} !== "string"`];
  if (format !== undefined) failures.push(`!${around.use(`${format}Pattern`)}.test(${value})`);
  if (minLength === 1) failures.push(`${value} === ""`);
  else if (minLength !== undefined && minLength > 0) {
    failures.push(`${around.use("codePoints")}(${value}) < ${minLength}`);
  }
  if (maxLength === 0) failures.push(`${value} !== ""`);
  else if (maxLength !== undefined) failures.push(`${around.use("codePoints")}(${value}) > ${maxLength}`);
  for (const pattern of patterns) {
    const name = around.hoist(`${value}Pattern`, "RegExp", regexLiteral(javascriptPattern(pattern)));
    failures.push(`!${name}.test(${value})`);
  }
  return failures;
}

function numberFailures(type: NumberType, value: string, around: Surroundings): string[] {
  const { integer, timestamp, exclusiveMinimum, exclusiveMaximum, multipleOf = [] } = type;
  const minimum = timestamp ? Math.max(type.minimum ?? timestampMinimum, timestampMinimum) : type.minimum;
  const maximum = timestamp ? Math.min(type.maximum ?? timestampMaximum, timestampMaximum) : type.maximum;
  const bounds = [
    ...(minimum === undefined ? [] : [`${value} < ${minimum}`]),
    ...(maximum === undefined ? [] : [`${value} > ${maximum}`]),
    ...(exclusiveMinimum === undefined ? [] : [`${value} <= ${exclusiveMinimum}`]),
    ...(exclusiveMaximum === undefined ? [] : [`${value} >= ${exclusiveMaximum}`]),
    ...multipleOf.map((step) => `!${around.use("isMultiple")}(${value}, ${step})`),
  ];
  const whole = `!Number.${integer ? "isInteger" : "isFinite"}(${value})`;
  // The check of `typeof` tells the compiler what the next conditions may rely on.
  return bounds.length === 0 ? [whole] : [`typeof ${value} !== "number"`, whole, ...bounds];
}

/** One of the conditions holds. */
export function any(operands: readonly Condition[]): Condition {
  return combined("||", operands);
}

/** All of the conditions hold. */
export function all(operands: readonly Condition[]): Condition {
  return combined("&&", operands);
}

function combined(operator: "||" | "&&", operands: readonly Condition[]): Condition {
  const flat = operands.flatMap((operand) =>
    typeof operand !== "string" && operand.operator === operator ? operand.operands : [operand],
  );
  const [only] = flat;
  return only !== undefined && flat.length === 1 ? only : { operator, operands: flat };
}

/** `if (CONDITION) {` */
export function ifOpen(condition: Condition): Doc {
  return group("if (", indent(softline, conditionDoc(condition)), softline, ") {");
}

function conditionDoc(condition: Condition): Doc {
  if (typeof condition === "string") return condition;
  const { operator, operands } = condition;
  return join(
    operands.map((operand) =>
      typeof operand === "string" ? operand : group("(", indent(conditionDoc(operand)), ")"),
    ),
    [` ${operator}`, line],
  );
}
