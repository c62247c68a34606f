// Holds the modules that are worked with, and lets go of those that were not used for longest: what a scan holds in
// memory does not grow with the project. A module that is asked for again is parsed again.
import type { Glimpse } from "./linker.js";
import type { Module, Traces } from "./module.js";
import { tracesOf } from "./traces.js";

export type ModuleStore = {
  /** Undefined where a file can't be read or parsed. */
  readonly get: (path: string) => Module | undefined;
  /** The same without reading anything. */
  readonly held: (path: string) => Module | undefined;
  /** Notes that a file is among those that are looked at. */
  readonly expect: (path: string) => void;
  /** Every file that is looked at, in the order in which they came. */
  readonly all: (may: (file: Glimpse) => boolean) => Iterable<Module>;
  readonly size: () => number;
  /** How many of these files are modules. */
  readonly parsedCount: () => number;
  /** Lets modules go where more are held than should be; true where some went. Nothing may be at work with them. */
  readonly relieve: () => boolean;
};

type Held = { readonly module: Module; used: number };

/**
 * `load` parses a file, `has` tells whether its text may hold a word, and `most` is how much text is held as modules, in
 * characters: a tree takes some sixty times as many bytes.
 */
export function openModuleStore(
  load: (path: string) => Module | undefined,
  has: (path: string, word: string) => boolean,
  most: number,
): ModuleStore {
  const held = new Map<string, Held>();
  const looked = new Set<string>();
  /** Files that are no modules. */
  const none = new Set<string>();
  const parsed = new Set<string>();
  const traces = new Map<string, Traces>();
  let clock = 0;
  let size = 0;
  const get = (path: string): Module | undefined => {
    const known = held.get(path);
    if (known !== undefined) {
      known.used = ++clock;
      return known.module;
    }
    if (none.has(path)) return undefined;
    looked.add(path);
    const module = load(path);
    if (module === undefined) {
      none.add(path);
      return undefined;
    }
    parsed.add(path);
    held.set(path, { module, used: ++clock });
    size += module.text.length;
    return module;
  };
  return {
    get,
    held: (path) => held.get(path)?.module,
    expect: (path) => void looked.add(path),
    *all(may) {
      for (const path of looked) {
        if (none.has(path)) continue;
        const isHeld = held.has(path);
        if (!isHeld && !may({ has: (word) => has(path, word), traces: traces.get(path) })) continue;
        const module = get(path);
        if (module !== undefined) yield module;
      }
    },
    size: () => looked.size,
    parsedCount: () => parsed.size,
    relieve() {
      if (size <= most) return false;
      const byUse = [...held].sort(([, a], [, b]) => a.used - b.used);
      for (const [path, { module }] of byUse) {
        if (size <= most / 2) break;
        if (!traces.has(path)) traces.set(path, tracesOf(module));
        held.delete(path);
        size -= module.text.length;
      }
      return true;
    },
  };
}
