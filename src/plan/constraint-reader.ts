// The constraints beside a type: located tree -> the type with them merged in.
import {
  bindsKind,
  type Constraint,
  type ConstraintName,
  constrain,
  constraintNames,
  contradiction,
  fits,
  isConstraintName,
  type Lookup,
  lengthConstraints,
  numberConstraints,
} from "./constraints.js";
import type { Context, Fields } from "./context.js";
import type { ExpressionReader } from "./expression-reader.js";
import type { Type } from "./plan.js";
import { patternIsSound } from "./read-pattern.js";
import { describeNode, type Entry, isEmpty, scalarValue } from "./tree.js";

/** Lives for one load. */
export class ConstraintReader {
  readonly #context: Context;
  readonly #lookup: Lookup;
  readonly #expressions: ExpressionReader;

  constructor(context: Context, lookup: Lookup, expressions: ExpressionReader) {
    this.#context = context;
    this.#lookup = lookup;
    this.#expressions = expressions;
  }

  /** The constraints among the fields of a long form. */
  read(fields: Fields): readonly Constraint[] {
    if (!holdsConstraint(fields)) return none;
    const constraints: Constraint[] = [];
    for (const name of constraintNames) {
      const entry = fields.get(name);
      if (entry === undefined) continue;
      const value = this.#constraintValue(name, entry);
      if (value !== undefined) constraints.push({ name, value: { value, span: entry.span } });
    }
    return constraints;
  }

  #constraintValue(name: ConstraintName, entry: Entry): number | string | boolean | undefined {
    if (name === "uniqueItems") return this.#context.boolean(entry, '"uniqueItems"');
    if (name === "pattern") return this.#pattern(entry);
    const whole = lengthConstraints.some((length) => length === name);
    const value = this.#context.number(entry, `"${name}"`, whole);
    if (name === "multipleOf" && value !== undefined && value <= 0) {
      this.#context.error("invalid-value", entry.value.span, '"multipleOf" must be above 0.');
      return undefined;
    }
    return value;
  }

  #pattern(entry: Entry): string | undefined {
    const node = entry.value;
    if (node.kind !== "scalar") {
      const written = this.#context.source(node.span);
      this.#context.error("invalid-value", node.span, `"pattern" must be text, not ${describeNode(node)}.`, {
        help: `Quote it with single quotes: '${written.replaceAll("'", "''")}'.`,
      });
      return undefined;
    }
    if (!isEmpty(node) && typeof scalarValue(node) !== "string")
      return this.#context.text(entry, '"pattern"')?.value;
    return patternIsSound(this.#context, node) ? node.text : undefined;
  }

  /** The type with its constraints; those that fit nothing, and those that leave no value, are findings. */
  apply(type: Type, constraints: readonly Constraint[], what: string): Type {
    if (constraints.length === 0) return type;
    if (type.kind === "any" && type.span.start === type.span.end) return type;
    for (const { name, value } of constraints) {
      if (fits(name, type, this.#lookup) || this.#expressions.isUnread(type)) continue;
      const binds = bindsKind(name);
      const article = binds === "array" ? "an array" : binds === "number" ? "a number" : "text";
      this.#context.error("invalid-type", value.span, `"${name}" binds ${article}, and ${what} is none.`, {
        help:
          type.kind === "array" && numberConstraints.some((number) => number === name)
            ? "To bind the items, declare a named type for them."
            : `Remove "${name}", or change the type.`,
      });
    }
    const constrained = constrain(type, constraints, this.#lookup);
    const reason = contradiction(constrained);
    const last = constraints.at(-1);
    if (reason !== undefined && last !== undefined) {
      this.#context.error("contradiction", last.value.span, `No value can be ${what}: ${reason}.`);
    }
    return constrained;
  }
}

const none: readonly Constraint[] = [];

/** Nearly all types have no constraints, and there are more names of those than fields. */
function holdsConstraint(fields: Fields): boolean {
  for (const name of fields.keys()) if (isConstraintName(name)) return true;
  return false;
}
