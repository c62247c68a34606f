// Which of the files that are looked at may have a trace, in the order in which they came: asked at every name that
// nobody declares, of thousands of files, so each file is asked about a trace once.
import { type Trace, traceKey } from "../values/traces.js";

export type TraceIndex = {
  /** Adds a file after all others. */
  readonly add: (path: string) => void;
  /** Says that more is known of a file than when it was added. */
  readonly learn: (path: string) => void;
  /** The files that may have a trace; those that come in meanwhile are among them. */
  readonly among: (trace: Trace) => Iterable<string>;
  /** Whether none of the files that came after so many may have a trace. */
  readonly isLastOf: (trace: Trace, size: number) => boolean;
};

/** Places of files that may have a trace, from the first; and how much was read to know that. */
type Entry = { places: number[]; files: number; learned: number };

/** `mayHave` tells what is known of a file now: less may be left of what was thought possible, and seldom more. */
export function openTraceIndex(mayHave: (path: string, trace: Trace) => boolean): TraceIndex {
  const paths: string[] = [];
  const placeOf = new Map<string, number>();
  const learned: number[] = [];
  const entries = new Map<string, Entry>();

  const readUp = (trace: Trace, entry: Entry): Entry => {
    for (; entry.files < paths.length; entry.files++)
      if (mayHave(paths[entry.files] ?? "", trace)) entry.places.push(entry.files);
    for (; entry.learned < learned.length; entry.learned++) {
      const place = learned[entry.learned] ?? 0;
      const at = firstFrom(entry.places, place);
      if (entry.places[at] !== place && mayHave(paths[place] ?? "", trace)) entry.places.splice(at, 0, place);
    }
    return entry;
  };
  const entryOf = (trace: Trace): Entry => {
    const key = traceKey(trace);
    const known = entries.get(key);
    if (known !== undefined) return known;
    const entry: Entry = { places: [], files: 0, learned: learned.length };
    entries.set(key, entry);
    return entry;
  };

  return {
    add(path) {
      if (placeOf.has(path)) return;
      placeOf.set(path, paths.push(path) - 1);
    },
    learn(path) {
      const place = placeOf.get(path);
      if (place !== undefined) learned.push(place);
    },
    *among(trace) {
      const entry = entryOf(trace);
      for (let next = 0; ; next++) {
        const { places } = readUp(trace, entry);
        next = places[firstFrom(places, next)] ?? paths.length;
        const path = paths[next];
        if (path === undefined) return;
        if (mayHave(path, trace)) yield path;
      }
    },
    isLastOf(trace, size) {
      if (size === paths.length) return true;
      const { places } = readUp(trace, entryOf(trace));
      for (let at = firstFrom(places, size); at < places.length; at++)
        if (mayHave(paths[places[at] ?? 0] ?? "", trace)) return false;
      return true;
    },
  };
}

/** Where in a list that grows the first number stands that is no less than one. */
function firstFrom(numbers: readonly number[], least: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((numbers[middle] ?? least) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
