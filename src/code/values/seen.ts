// What one look at the code came to depend on, beside what it was asked with.
import { type Trace, traceKey } from "./traces.js";

export type Seen = {
  /** The files that it asked for as modules, in that order, and those that it asked whether they hold a word. */
  readonly modules: Set<string>;
  readonly mentions: Set<string>;
  /** What it asked where an import leads, as `Imports` name it. */
  readonly resolved: Set<string>;
  /** What it sought among all files, by key, and the files that had it. */
  readonly among: Map<string, Among>;
  /** True where it asked for the same twice and got two answers. */
  isTorn: boolean;
};

export type Among = { readonly trace: Trace; readonly paths: readonly string[] };

/** The part of `Seen` that is kept. */
export type Basis = {
  readonly modules: readonly string[];
  readonly mentions: readonly string[];
  readonly resolved: readonly string[];
  readonly among: readonly { readonly trace: Trace; readonly paths: readonly string[] }[];
};

export function newSeen(): Seen {
  return {
    modules: new Set(),
    mentions: new Set(),
    resolved: new Set(),
    among: new Map(),
    isTorn: false,
  };
}

export function sameTexts(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((one, index) => one === b[index]);
}

/** What is kept of it. */
export function basisOf({ modules, mentions, resolved, among }: Seen): Basis {
  return {
    modules: [...modules],
    mentions: [...mentions],
    resolved: [...resolved],
    among: [...among.values()],
  };
}

/** What is to be found among all files, where a look is done once more as it was. */
export function pinnedBy({ among }: Basis): ReadonlyMap<string, readonly string[]> {
  return new Map(among.map(({ trace, paths }) => [traceKey(trace), paths]));
}
