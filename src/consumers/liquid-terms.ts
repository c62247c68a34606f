// The values of a template as its walk sees them: paths with their places, texts and numbers, what is compared.
import type { Scalar } from "../plan/plan.js";
import type { Step } from "./reference.js";

type Place = { readonly start: number; readonly end: number };

/** `event.items[0].price`: where it begins, and the steps from there. */
export type PathTerm = Place & {
  readonly kind: "path";
  readonly root: string;
  readonly steps: readonly Step[];
  /** True where the steps go on with one that only sending the message tells, such as `[name]`. */
  readonly goesOn: boolean;
  /** The paths inside of brackets. */
  readonly inner: readonly PathTerm[];
};

export type LiteralTerm = Place & {
  readonly kind: "literal";
  readonly value: Scalar;
  /** `nil`, `blank` and `empty` ask whether there is a value at all. */
  readonly nothing: "nil" | "blank" | "empty" | undefined;
};

export type RangeTerm = Place & { readonly kind: "range"; readonly from: Term; readonly to: Term };

export type Term = PathTerm | LiteralTerm | RangeTerm;

export type LiquidOperator = "==" | "!=" | ">" | "<" | ">=" | "<=" | "contains" | "not" | "and" | "or";

/** An expression in postfix order, as LiquidJS evaluates it. */
export type Postfix = readonly (Term | LiquidOperator)[];

export type FilterCall = Place & {
  readonly name: string;
  /** The place of the name. */
  readonly arguments: readonly Term[];
};

/** `event.coupon | default: "none"`. */
export type FilteredValue = Place & { readonly postfix: Postfix; readonly filters: readonly FilterCall[] };

/** `limit: 3`. */
export type NamedArgument = { readonly name: string; readonly value: Term | undefined };

/** The paths of a term, those in its brackets among them. */
export function pathsOf(term: Term | undefined): readonly PathTerm[] {
  if (term === undefined || term.kind === "literal") return [];
  if (term.kind === "range") return [...pathsOf(term.from), ...pathsOf(term.to)];
  return term.inner.length === 0 ? [term] : [term, ...term.inner.flatMap(pathsOf)];
}
