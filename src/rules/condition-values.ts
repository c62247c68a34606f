// Shows the values of conditions in messages.

import type { Comparison, ReferenceWhere } from "../consumers/reference.js";
import type { Scalar } from "../plan/plan.js";

/** A value as a condition has it: text in quotes. */
export function valueText(value: Scalar): string {
  return typeof value === "string" ? JSON.stringify(value) : String(value);
}

/** `>= 50`, `in ("gold", "silver")`; in a template `== 50`, as Liquid writes what conditions write as `= 50`. */
export function comparisonText({ operator, value }: Comparison, where: ReferenceWhere): string {
  if (value === undefined) return operator;
  if (isScalar(value)) {
    const sign = operator === "=" && where === "template" ? "==" : operator;
    return `${sign} ${valueText(value)}`;
  }
  return `${operator} (${value.map(valueText).join(", ")})`;
}

function isScalar(value: Scalar | readonly Scalar[]): value is Scalar {
  return !Array.isArray(value);
}
