// What a condition of a template tells about values being there, and what it compares them with.
import type { Operator } from "../plan/plan.js";
import type { LiquidOperator, LiteralTerm, PathTerm, Postfix, Term } from "./liquid-terms.js";

/** The keys of values that are there where a condition holds, and where it does not. */
export type Facts = { readonly whenTrue: ReadonlySet<string>; readonly whenFalse: ReadonlySet<string> };

export type TermComparison = {
  readonly path: PathTerm;
  readonly operator: Operator;
  readonly literal: LiteralTerm;
};

export type Tested = { readonly facts: Facts; readonly comparisons: readonly TermComparison[] };

type Node = {
  readonly term: Term | undefined;
  readonly whenTrue: Set<string>;
  readonly whenFalse: Set<string>;
};

/**
 * Evaluates a condition without values. `keysOf` gives the keys of a path and of what leads to it. The time is linear
 * in the length of the condition.
 */
export function factsOf(postfix: Postfix, keysOf: (path: PathTerm) => readonly string[]): Tested {
  const [only] = postfix;
  // Nearly all conditions ask for one value.
  if (postfix.length === 1 && typeof only === "object")
    return {
      facts: { whenTrue: new Set(only.kind === "path" ? keysOf(only) : []), whenFalse: new Set() },
      comparisons: [],
    };
  const comparisons: TermComparison[] = [];
  const stack: Node[] = [];
  const keys = (term: Term | undefined): readonly string[] => (term?.kind === "path" ? keysOf(term) : []);
  for (const one of postfix) {
    if (typeof one !== "string") {
      stack.push({ term: one, whenTrue: new Set(keys(one)), whenFalse: new Set() });
      continue;
    }
    const right = stack.pop() ?? nothing();
    if (one === "not") {
      stack.push({ term: undefined, whenTrue: right.whenFalse, whenFalse: right.whenTrue });
      continue;
    }
    const left = stack.pop() ?? nothing();
    if (one === "and" || one === "or") stack.push(joined(one, left, right));
    else {
      const comparison = comparisonOf(one, left.term, right.term);
      if (comparison !== undefined) comparisons.push(comparison);
      stack.push(compared(one, left.term, right.term, keys));
    }
  }
  const { whenTrue, whenFalse } = stack[0] ?? nothing();
  return { facts: { whenTrue, whenFalse }, comparisons };
}

function nothing(): Node {
  return { term: undefined, whenTrue: new Set(), whenFalse: new Set() };
}

function joined(operator: "and" | "or", left: Node, right: Node): Node {
  const both = operator === "and";
  return {
    term: undefined,
    whenTrue: both ? union(left.whenTrue, right.whenTrue) : intersection(left.whenTrue, right.whenTrue),
    whenFalse: both ? intersection(left.whenFalse, right.whenFalse) : union(left.whenFalse, right.whenFalse),
  };
}

function compared(
  operator: Exclude<LiquidOperator, "and" | "or" | "not">,
  left: Term | undefined,
  right: Term | undefined,
  keys: (term: Term | undefined) => readonly string[],
): Node {
  const node = nothing();
  const add = (set: Set<string>, term: Term | undefined): void => {
    for (const key of keys(term)) set.add(key);
  };
  if (operator === "contains") add(node.whenTrue, left);
  else if (operator !== "==" && operator !== "!=") {
    // Nothing is neither more nor less than anything.
    add(node.whenTrue, left);
    add(node.whenTrue, right);
  } else {
    const equal = operator === "==" ? node.whenTrue : node.whenFalse;
    const unequal = operator === "==" ? node.whenFalse : node.whenTrue;
    for (const [path, other] of [
      [left, right],
      [right, left],
    ]) {
      if (other?.kind !== "literal") continue;
      // An empty text is not nothing: `x != empty` holds where there is no x.
      if (other.nothing === "nil" || other.nothing === "blank") add(unequal, path);
      else if (other.nothing === undefined && other.value !== null) add(equal, path);
    }
  }
  return node;
}

const planOperators: ReadonlyMap<LiquidOperator, readonly [Operator, Operator]> = new Map([
  ["==", ["=", "="]],
  ["!=", ["!=", "!="]],
  [">", [">", "<"]],
  [">=", [">=", "<="]],
  ["<", ["<", ">"]],
  ["<=", ["<=", ">="]],
]);

function comparisonOf(
  operator: LiquidOperator,
  left: Term | undefined,
  right: Term | undefined,
): TermComparison | undefined {
  const [forward, backward] = planOperators.get(operator) ?? ["contains", undefined];
  if (left?.kind === "path" && right?.kind === "literal" && right.nothing === undefined)
    return { path: left, operator: forward, literal: right };
  if (right?.kind === "path" && left?.kind === "literal" && left.nothing === undefined && backward)
    return { path: right, operator: backward, literal: left };
  return undefined;
}

function union(a: Set<string>, b: Set<string>): Set<string> {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  for (const key of small) large.add(key);
  return large;
}

function intersection(a: Set<string>, b: Set<string>): Set<string> {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  return new Set([...small].filter((key) => large.has(key)));
}
