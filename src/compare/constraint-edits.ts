// What changed about the constraints of a type: one edit a keyword, or one for all where no value fits both.
import type { ArrayType, Json, NumberType, StringType } from "../plan/plan.js";
import { impliesMultiple, intervalsAreDisjoint } from "./type-relation.js";

export type ConstraintEdit = {
  readonly aspect:
    | "constraint-tightened"
    | "constraint-loosened"
    | "constraint-changed"
    | "constraint-disjoint";
  readonly constraint: string;
  readonly before: Json;
  readonly after: Json;
};

/** Bounds from below: a higher one is tighter. */
const lowerBounds = ["minimum", "exclusiveMinimum", "minLength", "minItems"] as const;
const upperBounds = ["maximum", "exclusiveMaximum", "maxLength", "maxItems"] as const;

type Bounds = { readonly [name in (typeof lowerBounds)[number] | (typeof upperBounds)[number]]?: number };

export function stringEdits(a: StringType, b: StringType): readonly ConstraintEdit[] {
  const bounds = boundEdits(a, b);
  if ((a.maxLength ?? Infinity) < (b.minLength ?? 0) || (b.maxLength ?? Infinity) < (a.minLength ?? 0))
    return [disjoint("minLength", a, b)];
  return [...bounds, ...listEdit("pattern", a.patterns ?? [], b.patterns ?? [], includes)];
}

export function numberEdits(a: NumberType, b: NumberType): readonly ConstraintEdit[] {
  const bounds = boundEdits(a, b);
  if (bounds.length > 0 && intervalsAreDisjoint(a, b)) return [disjoint("minimum", a, b)];
  const holds = (wanted: number, _among: readonly number[], by: "a" | "b"): boolean =>
    impliesMultiple(by === "a" ? a : b, wanted);
  return [...bounds, ...listEdit("multipleOf", a.multipleOf ?? [], b.multipleOf ?? [], holds)];
}

export function arrayEdits(a: ArrayType, b: ArrayType): readonly ConstraintEdit[] {
  if ((a.maxItems ?? Infinity) < (b.minItems ?? 0) || (b.maxItems ?? Infinity) < (a.minItems ?? 0))
    return [disjoint("minItems", a, b)];
  const unique: ConstraintEdit[] =
    (a.uniqueItems ?? false) === (b.uniqueItems ?? false)
      ? []
      : [
          {
            aspect: b.uniqueItems === true ? "constraint-tightened" : "constraint-loosened",
            constraint: "uniqueItems",
            before: a.uniqueItems ?? false,
            after: b.uniqueItems ?? false,
          },
        ];
  return [...boundEdits(a, b), ...unique];
}

function boundEdits(a: Bounds, b: Bounds): readonly ConstraintEdit[] {
  const edits: ConstraintEdit[] = [];
  const add = (constraint: keyof Bounds, isTighter: boolean): void => {
    edits.push({
      aspect: isTighter ? "constraint-tightened" : "constraint-loosened",
      constraint,
      before: a[constraint] ?? null,
      after: b[constraint] ?? null,
    });
  };
  for (const name of lowerBounds) {
    if (a[name] !== b[name]) add(name, (b[name] ?? -Infinity) > (a[name] ?? -Infinity));
  }
  for (const name of upperBounds) {
    if (a[name] !== b[name]) add(name, (b[name] ?? Infinity) < (a[name] ?? Infinity));
  }
  return edits;
}

function listEdit<T extends string | number>(
  constraint: string,
  before: readonly T[],
  after: readonly T[],
  holds: (wanted: T, among: readonly T[], by: "a" | "b") => boolean,
): readonly ConstraintEdit[] {
  if (before.length === after.length && before.every((one) => after.includes(one))) return [];
  const isLooser = after.every((one) => holds(one, before, "a"));
  const isTighter = before.every((one) => holds(one, after, "b"));
  const aspect =
    isLooser === isTighter ? "constraint-changed" : isLooser ? "constraint-loosened" : "constraint-tightened";
  return [{ aspect, constraint, before: oneOrAll(before), after: oneOrAll(after) }];
}

function includes(wanted: string, among: readonly string[]): boolean {
  return among.includes(wanted);
}

function oneOrAll(values: readonly (string | number)[]): Json {
  return values.length === 0 ? null : values.length === 1 ? (values[0] ?? null) : values;
}

/** All bounds at once: none of them alone says that nothing fits both. */
function disjoint(constraint: string, a: Bounds, b: Bounds): ConstraintEdit {
  return { aspect: "constraint-disjoint", constraint, before: boundsText(a), after: boundsText(b) };
}

function boundsText(bounds: Bounds): string {
  const parts = [...lowerBounds, ...upperBounds].flatMap((name) =>
    bounds[name] === undefined ? [] : [`${name} ${bounds[name]}`],
  );
  return parts.length === 0 ? "no bounds" : parts.join(", ");
}
