// What evaluation across modules needs: parsed modules on demand, where imports lead, and bounds on the work.
import type { Node } from "oxc-parser";
import type { Module } from "./module.js";
import type { Trace } from "./traces.js";
import type { Site, Value } from "./values.js";

/** Where an import leads: a file of the project, or a package that is not read. */
export type Target =
  | { readonly kind: "file"; readonly path: string }
  | { readonly kind: "package"; readonly name: string };

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
  /** What was asked of `among` so far, in order; whoever wants to know what is asked from now on puts a new list there. */
  asked: Trace[];
  /** How often a bound cut something off. */
  cuts: number;
  /** What is being worked out now: asking for it again is a circle. */
  readonly active: Set<object>;
  /** Evaluates an expression: here so that the parts need not all import each other. */
  readonly evaluate: (expression: Node, site: Site) => Value;
  /** How deep evaluation is nested. */
  depth: number;
  /** How many steps may still be taken for one call: values that are made of each other can be endlessly many. */
  fuel: number;
  /**
   * True while a payload is worked out: constants of other files are followed, their functions and types are not.
   * These would make most of a project be read for what `--types` tells better.
   */
  near: boolean;
};

/** Where values of a module are kept once they are known. */
export function memoOf(linker: Linker, module: Module): Map<object, Value> {
  return linker.near ? module.near : module.memo;
}

/** Evaluation that nests deeper gives up: its stack is bounded whatever the code does. */
export const deepestEvaluation = 120;

/** The steps that one call may take. */
export const fuelForCall = 25_000;

/** Whether a value that was worked out may be kept: what was cut off by a bound may be known another time. */
export function mayKeep(linker: Linker, value: Value): boolean {
  return value.kind !== "unknown" || (linker.depth < deepestEvaluation / 2 && linker.fuel > 0);
}

/** Does work one level deeper; gives up where that is too deep. */
export function nested(linker: Linker, span: Value["span"], work: () => Value): Value {
  if (linker.depth >= deepestEvaluation || linker.fuel <= 0) {
    linker.cuts++;
    return { kind: "unknown", span, reason: "it is nested too deeply" };
  }
  linker.depth++;
  linker.fuel--;
  try {
    return work();
  } finally {
    linker.depth--;
  }
}
