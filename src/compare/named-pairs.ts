// The pairs of named types that two plans use in the same places: each is compared once, and told wherever it is used.
import type { Notes, Pair, PlacedEdit } from "./type-notes.js";

/** Lives for one comparison of two plans. */
export class NamedPairs {
  readonly #pairs = new Map<string, Map<string, Pair>>();
  readonly #waiting: Pair[] = [];
  #changed: ReadonlySet<Pair> | undefined;

  /** The pair of these names, to be compared in `finish`. */
  pair(from: string, to: string): Pair {
    let ofFrom = this.#pairs.get(from);
    if (ofFrom === undefined) {
      ofFrom = new Map();
      this.#pairs.set(from, ofFrom);
    }
    let pair = ofFrom.get(to);
    if (pair === undefined) {
      pair = { from, to, edits: [], links: [] };
      ofFrom.set(to, pair);
      this.#waiting.push(pair);
    }
    return pair;
  }

  /** Has each pair compared, those too that are met on the way, and tells which changed, in themselves or inside. */
  finish(compare: (pair: Pair) => void): void {
    const all: Pair[] = [];
    for (let pair = this.#waiting.pop(); pair !== undefined; pair = this.#waiting.pop()) {
      all.push(pair);
      compare(pair);
    }
    const users = new Map<Pair, Pair[]>();
    for (const user of all) {
      for (const { pair } of user.links) {
        const known = users.get(pair);
        if (known === undefined) users.set(pair, [user]);
        else known.push(user);
      }
    }
    const changed = new Set(all.filter((pair) => pair.edits.length > 0));
    for (const pair of changed) for (const user of users.get(pair) ?? []) changed.add(user);
    this.#changed = changed;
  }

  /** Everything that changed at a place: its own edits, and those of the named types wherever it reaches them. */
  expand(notes: Notes): readonly PlacedEdit[] {
    const changed = this.#changed;
    if (changed === undefined) throw new Error("expand comes after finish");
    const found = [...notes.edits];
    const times = new Map<Pair, number>();
    // In breadth, so that each named type is told at its shortest paths, however many there are.
    let level: readonly Reached[] = notes.links.map((link) => ({ ...link, above: undefined }));
    while (level.length > 0) {
      const next: Reached[] = [];
      for (const { path, pair, above } of level) {
        const count = times.get(pair) ?? 0;
        // A type that is reached through itself has been told there.
        if (!changed.has(pair) || count >= mostPaths || isAbove(pair, above)) continue;
        times.set(pair, count + 1);
        for (const inner of pair.edits)
          found.push({
            path: [...path, ...inner.path],
            edit: inner.edit,
            via: { type: pair.to, path: inner.path },
          });
        for (const link of pair.links)
          next.push({ path: [...path, ...link.path], pair: link.pair, above: { pair, above } });
      }
      level = next;
    }
    return found;
  }
}

/** So many paths of one holder lead to a named type, and no more are told. */
const mostPaths = 20;

type Above = { readonly pair: Pair; readonly above: Above | undefined };
type Reached = { readonly path: readonly string[]; readonly pair: Pair; readonly above: Above | undefined };

function isAbove(pair: Pair, above: Above | undefined): boolean {
  for (let one = above; one !== undefined; one = one.above) if (one.pair === pair) return true;
  return false;
}
