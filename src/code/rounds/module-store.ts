// Holds the modules that are worked with, and lets go of those that are likely not to be asked for again: what a scan
// holds in memory does not grow with the project. A module that is asked for all the same is parsed again.
import type { Module } from "../values/module.js";
import { isAmong, mayBeAmong, type Trace, type Traces } from "../values/traces.js";
import { openTraceIndex } from "./trace-index.js";

export type ModuleStore = {
  /** Undefined where a file can't be read or parsed. */
  readonly get: (path: string) => Module | undefined;
  /** The same without reading anything. */
  readonly held: (path: string) => Module | undefined;
  /** Notes that a file is among those that are looked at, with its traces where they are known. */
  readonly expect: (path: string, traces?: Traces) => void;
  /** Counts a file as looked at that need not be: what is known of it is what would be seen. */
  readonly touch: (file: Touched) => void;
  /** The paths among those that are looked at, and some that come after them, that have a trace. */
  readonly having: (trace: Trace, after: readonly Touched[]) => readonly string[];
  /** Whether a module that was parsed once has a trace. */
  readonly has: (path: string, trace: Trace) => boolean;
  /** The modules that may have a trace, among all files that are looked at, in the order in which they came. */
  readonly among: (trace: Trace) => Iterable<Module>;
  /** How many files are looked at so far. */
  readonly size: () => number;
  /** Whether none of the files that came after so many may have a trace. */
  readonly isLastOf: (trace: Trace, size: number) => boolean;
  /** How many of these files are modules. */
  readonly parsedCount: () => number;
  /** Does work on a module that is its own: who else asks for one meanwhile shares it. */
  readonly during: <T>(path: string, work: () => T) => T;
  /**
   * Lets modules go where more are held than should be. Nothing may be at work with them.
   */
  readonly relieve: () => void;
};

/** A file that need not be looked at, and its traces; none where it is no module. */
export type Touched = readonly [path: string, traces: Traces | undefined];

/** `shared` where another module asked for it: it may well be asked for again. */
type Held = { readonly module: Module; used: number; shared: boolean };

/** How much text is held as modules at a time, in characters: of modules that others share, and of the rest. */
export type MostHeld = { readonly shared: number; readonly own: number };

/**
 * `load` parses a file, `has` tells whether its text may hold a word. A tree takes some sixty times as many bytes as
 * `most` has characters.
 */
export function openModuleStore(
  load: (path: string) => { readonly module: Module; readonly traces: Traces } | undefined,
  has: (path: string, word: string) => boolean,
  most: MostHeld,
): ModuleStore {
  const held = new Map<string, Held>();
  const looked = new Set<string>();
  /** Files that are no modules. */
  const none = new Set<string>();
  const parsed = new Set<string>();
  const traces = new Map<string, Traces>();
  const mayHave = (path: string, trace: Trace): boolean => {
    if (none.has(path)) return false;
    const own = traces.get(path);
    return own === undefined ? mayBeAmong(trace, (word) => has(path, word), path) : isAmong(trace, own);
  };
  const index = openTraceIndex(mayHave);
  const look = (path: string): void => {
    if (looked.has(path)) return;
    looked.add(path);
    index.add(path);
  };
  /** Keeps the traces of a file; undefined where it is no module. */
  const learn = (path: string, own: Traces | undefined): void => {
    if (own === undefined) none.add(path);
    else {
      const isNew = !traces.has(path);
      traces.set(path, own);
      if (isNew) index.learn(path);
    }
  };
  const sizes = { shared: 0, own: 0 };
  /** What was parsed since modules were let go the last time, and is nobody else's. */
  const lately: string[] = [];
  let clock = 0;
  let current: string | undefined;
  const get = (path: string): Module | undefined => {
    const known = held.get(path);
    if (known !== undefined) {
      known.used = ++clock;
      if (path !== current && !known.shared) {
        known.shared = true;
        sizes.own -= known.module.text.length;
        sizes.shared += known.module.text.length;
      }
      return known.module;
    }
    if (none.has(path)) return undefined;
    look(path);
    const loaded = load(path);
    learn(path, loaded?.traces);
    if (loaded === undefined) return undefined;
    const { module } = loaded;
    parsed.add(path);
    const shared = path !== current;
    held.set(path, { module, used: ++clock, shared });
    if (!shared) lately.push(path);
    sizes[shared ? "shared" : "own"] += module.text.length;
    return module;
  };
  /** Lets those go that others share and that were not used for longest. */
  const releaseShared = (): void => {
    if (sizes.shared <= most.shared) return;
    const byUse = [...held].filter(([, { shared }]) => shared);
    byUse.sort(([, a], [, b]) => a.used - b.used);
    for (const [path, { module }] of byUse) {
      if (sizes.shared <= most.shared / 2) break;
      held.delete(path);
      sizes.shared -= module.text.length;
    }
  };
  /**
   * Lets the rest go that came last: rounds go through files in one order, so what has waited longest is asked for next.
   * It also leaves V8 nothing to move around, where what is let go is as young as that.
   */
  const releaseOwn = (): void => {
    for (let path = lately.pop(); path !== undefined && sizes.own > most.own; path = lately.pop()) {
      const one = held.get(path);
      if (one === undefined || one.shared) continue;
      held.delete(path);
      sizes.own -= one.module.text.length;
    }
    lately.length = 0;
  };
  return {
    get,
    held: (path) => held.get(path)?.module,
    expect(path, known) {
      look(path);
      if (known !== undefined) learn(path, known);
    },
    touch([path, known]) {
      look(path);
      learn(path, known);
      if (known !== undefined) parsed.add(path);
    },
    having(trace, after) {
      const found: string[] = [];
      for (const path of index.among(trace)) {
        if (!traces.has(path)) get(path);
        const own = traces.get(path);
        if (own !== undefined && isAmong(trace, own)) found.push(path);
      }
      for (const [path, own] of after)
        if (own !== undefined && isAmong(trace, own) && !looked.has(path)) found.push(path);
      return found;
    },
    has: (path, trace) => {
      const own = traces.get(path);
      return own !== undefined && isAmong(trace, own);
    },
    *among(trace) {
      for (const path of index.among(trace)) {
        const module = get(path);
        if (module !== undefined) yield module;
      }
    },
    size: () => looked.size,
    isLastOf: index.isLastOf,
    parsedCount: () => parsed.size,
    during(path, work) {
      current = path;
      try {
        return work();
      } finally {
        current = undefined;
      }
    },
    relieve() {
      releaseOwn();
      releaseShared();
    },
  };
}
