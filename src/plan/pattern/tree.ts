// The parts of a pattern as the parser gives them, and what can be asked of a part.
import type { CharacterSet } from "./characters.js";

/** A part of a pattern. Groups are their content: nothing asks for what they captured. */
export type PatternNode =
  | { readonly kind: "character"; readonly set: CharacterSet }
  | { readonly kind: "assertion"; readonly assertion: "^" | "$" | "\\b" | "\\B" }
  | { readonly kind: "sequence"; readonly items: readonly PatternNode[] }
  | { readonly kind: "choice"; readonly options: readonly PatternNode[] }
  | Repeat;

/** `max` is Infinity where there is no upper bound; `start` and `end` are the range in the pattern's text. */
export type Repeat = {
  readonly kind: "repeat";
  readonly body: PatternNode;
  readonly min: number;
  readonly max: number;
  readonly start: number;
  readonly end: number;
};

/** Why a pattern can't be used: one sentence, the range in its text (end exclusive), and what to do instead. */
export type PatternProblem = {
  readonly message: string;
  readonly start: number;
  readonly end: number;
  readonly help?: string;
};

/** Innermost first. */
export function repeatsOf(node: PatternNode): readonly Repeat[] {
  switch (node.kind) {
    case "character":
    case "assertion":
      return [];
    case "sequence":
      return node.items.flatMap(repeatsOf);
    case "choice":
      return node.options.flatMap(repeatsOf);
    case "repeat":
      return [...repeatsOf(node.body), node];
  }
}

/** Whether there is more than one way through a part: without, its repetition is never ambiguous. */
export function branches(node: PatternNode): boolean {
  switch (node.kind) {
    case "character":
    case "assertion":
      return false;
    case "sequence":
      return node.items.some(branches);
    case "choice":
      return true;
    case "repeat":
      return true;
  }
}

/** Whether a part asks for a word boundary. */
export function asksForBoundary(node: PatternNode): boolean {
  switch (node.kind) {
    case "character":
      return false;
    case "assertion":
      return node.assertion.startsWith("\\");
    case "sequence":
      return node.items.some(asksForBoundary);
    case "choice":
      return node.options.some(asksForBoundary);
    case "repeat":
      return asksForBoundary(node.body);
  }
}

/** How often the innermost part of nested counts is repeated, at most; `*`, `+` and `?` do not count. */
export function countProduct(node: PatternNode): number {
  switch (node.kind) {
    case "character":
    case "assertion":
      return 1;
    case "sequence":
      return Math.max(1, ...node.items.map(countProduct));
    case "choice":
      return Math.max(1, ...node.options.map(countProduct));
    case "repeat":
      return Math.max(1, node.max === Infinity ? node.min : node.max) * countProduct(node.body);
  }
}

/** How many characters a part has when its counts are spelled out. */
export function characterCount(node: PatternNode): number {
  switch (node.kind) {
    case "character":
      return 1;
    case "assertion":
      return 0;
    case "sequence":
      return node.items.reduce((sum, item) => sum + characterCount(item), 0);
    case "choice":
      return node.options.reduce((sum, option) => sum + characterCount(option), 0);
    case "repeat":
      return Math.max(1, node.max === Infinity ? node.min : node.max) * characterCount(node.body);
  }
}
