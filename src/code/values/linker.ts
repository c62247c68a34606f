// What evaluation across modules needs: parsed modules on demand, where imports lead, and bounds on the work.
import type { Node } from "oxc-parser";
import type { Target } from "../imports/resolve-import.js";
import type { Each } from "./each.js";
import { freshly } from "./lazily.js";
import type { Module } from "./module.js";
import { newSeen, type Seen } from "./seen.js";
import type { Trace } from "./traces.js";
import type { Site, Value } from "./values.js";

export type Linker = {
  /** Parses a file, or gives it back; undefined where it can't be read. */
  readonly module: (path: string) => Module | undefined;
  readonly resolve: (from: string, specifier: string) => Target;
  /** Whether a file's bytes hold a word: cheaper than parsing it. */
  readonly mentions: (path: string, word: string) => boolean;
  /**
   * The modules in which something may be, among those that are looked at so far and in the order in which they came.
   * Those whose trees are not in memory are parsed where they may hold it, as far as is known of them.
   */
  readonly among: (trace: Trace) => Iterable<Module>;
  /** What the look that is going on came to depend on. */
  seen: Seen;
  /** What `among` is to give by a trace's key, where a look is done once more as it was done before. */
  pinned: ReadonlyMap<string, readonly string[]> | undefined;
  /** Values of bindings and of functions' results, once they are worked out in this look. */
  memo: Memo;
  /** What is being worked out now: asking for it again is a circle. */
  active: Set<object>;
  /** Evaluates an expression: here so that the parts need not all import each other. */
  readonly evaluate: (expression: Node, site: Site) => Value;
  /** How deep evaluation is nested. */
  depth: number;
  /** How many steps may still be taken for one call: values that are made of each other can be endlessly many. */
  fuel: number;
  /** How many there were at first, how many were added, and whether there were none left at some time. */
  most: number;
  added: number;
  isCut: boolean;
  /**
   * True while a payload is worked out: constants of other files are followed, their functions and types are not.
   * These would make most of a project be read for what `--types` tells better.
   */
  near: boolean;
  /** What names stand for in code that runs for each key of an object, while it is worked out for one of them. */
  each: Each | undefined;
};

/** Values that are known by heart: `near` without what other files say. */
export type Memo = { readonly far: Map<object, Value>; readonly near: Map<object, Value> };

/** Where values are kept once they are known. */
export function memoOf({ near, memo }: Linker): Map<object, Value> {
  return near ? memo.near : memo.far;
}

/**
 * Does one look apart from all others: what it comes to hangs on the files, on what it asks and on nothing that was
 * worked out before it. So it may be left out where all of that is known to be the same.
 */
export function apart<T>(linker: Linker, work: () => T, pinned?: Linker["pinned"], steps = fuelForCall): T {
  const { seen, memo, active, depth, fuel, most, added, isCut, near, pinned: before, each } = linker;
  Object.assign(linker, fresh(steps), { pinned });
  try {
    return freshly(work);
  } finally {
    Object.assign(linker, {
      seen,
      memo,
      active,
      depth,
      fuel,
      most,
      added,
      isCut,
      near,
      pinned: before,
      each,
    });
  }
}

/** What a look is done with that is its own. */
type Fresh =
  | "seen"
  | "memo"
  | "active"
  | "depth"
  | "fuel"
  | "most"
  | "added"
  | "isCut"
  | "near"
  | "pinned"
  | "each";

/** What a look begins with that may take so many steps. */
export function fresh(steps = fuelForCall): Pick<Linker, Fresh> {
  return {
    seen: newSeen(),
    memo: { far: new Map(), near: new Map() },
    active: new Set(),
    depth: 0,
    fuel: steps,
    most: steps,
    added: 0,
    isCut: false,
    near: false,
    pinned: undefined,
    each: undefined,
  };
}

/** Evaluation that nests deeper gives up: its stack is bounded whatever the code does. */
export const deepestEvaluation = 120;

/** The steps that one call may take. */
export const fuelForCall = 25_000;

/** Sees to it that a quarter of the steps are left: what comes now is not to be missed for what took long before. */
export function refuel(linker: Linker): void {
  const missing = linker.most / 4 - linker.fuel;
  if (missing <= 0) return;
  linker.isCut ||= linker.fuel <= 0;
  linker.fuel += missing;
  linker.added += missing;
}

/**
 * Works out what only helps to choose, such as the test of a condition: it may take a part of what is left, and where
 * that is not enough it is not known, rather than what was asked for.
 */
export function aside(linker: Linker, span: Value["span"], work: () => Value): Value {
  const { fuel } = linker;
  const share = Math.min(fuel, linker.most / 8);
  if (share >= fuel) return work();
  const kept = memoOf(linker);
  const known = kept.size;
  linker.fuel = share;
  try {
    const value = work();
    if (linker.fuel > 0) return value;
    // What was cut off on the way may be known to who has more.
    for (const key of [...kept.keys()].slice(known)) kept.delete(key);
    return { kind: "unknown", span, reason: "it is nested too deeply" };
  } finally {
    linker.fuel = fuel - (share - linker.fuel);
  }
}

/** What the look that is going on has taken so far. */
export function workOf({ most, added, fuel, isCut }: Linker): Work {
  return { most, steps: most + added - fuel, isCut: isCut || fuel <= 0 };
}

/** The steps that a look might take and took, and whether it would have taken more. */
export type Work = { readonly most: number; readonly steps: number; readonly isCut: boolean };

/** Whether a value that was worked out may be kept: what was cut off by a bound may be known another time. */
export function mayKeep(linker: Linker, value: Value): boolean {
  return value.kind !== "unknown" || (linker.depth < deepestEvaluation / 2 && linker.fuel > 0);
}

/** Does work one level deeper; gives up where that is too deep. */
export function nested(linker: Linker, span: Value["span"], work: () => Value): Value {
  return deeper(linker, work, () => ({ kind: "unknown", span, reason: "it is nested too deeply" }));
}

/** Does work one level deeper, and something else where that is too deep. */
export function deeper<T>(linker: Linker, work: () => T, otherwise: () => T): T {
  if (linker.depth >= deepestEvaluation || linker.fuel <= 0) return otherwise();
  linker.depth++;
  linker.fuel--;
  try {
    return work();
  } finally {
    linker.depth--;
  }
}
