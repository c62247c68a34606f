// Whether a repetition can match one text in more and more ways: what makes a backtracking matcher exponential.
import type { Automaton, Budget } from "./automaton.js";
import { intersection } from "./characters.js";

/**
 * A text that leads from a position within `from` up to `to` back to itself in two ways, as code points; undefined
 * where there is none. Repeating it doubles the ways each time.
 *
 * Two walks through the automaton read the same text side by side. They start at one position, part, and the text
 * is found where they meet again. Where they meet need not be where they parted: both can go back there together.
 */
export function ambiguousWord(
  automaton: Automaton,
  from: number,
  to: number,
  budget: Budget,
): readonly number[] | undefined {
  const { next } = automaton;
  const overlap = overlapOf(automaton);
  const size = next.length;
  const within = (position: number): boolean => position >= from && position < to;
  const wordAround = (start: number, word: readonly number[], end: number): readonly number[] | undefined => {
    const back = pathBetween(automaton, end, start, within, budget);
    return back === undefined ? undefined : [...word, ...back];
  };
  // Pairs of positions, the smaller first, in one number; with the pair and the character that led there.
  const seen = new Map<number, Origin>();
  const queue: number[] = [];
  const visit = (a: number, b: number, origin: Origin): void => {
    const pair = Math.min(a, b) * size + Math.max(a, b);
    if (seen.has(pair)) return;
    seen.set(pair, origin);
    queue.push(pair);
  };
  const step = (p: number, q: number, pair: number | undefined): readonly number[] | undefined => {
    for (const [a, waysA] of next[p] ?? []) {
      if (!within(a)) continue;
      budget.spend(1 + (next[q]?.size ?? 0));
      for (const [b] of next[q] ?? []) {
        if (!within(b) || (p === q && b < a)) continue;
        const character = overlap(a, b);
        if (character === undefined) continue;
        const origin = { pair, start: p, character };
        if (a !== b) visit(a, b, origin);
        else if (pair !== undefined || waysA > 1) {
          const { start, word } = wordTo(origin, seen);
          const found = wordAround(start, word, a);
          if (found !== undefined) return found;
        }
      }
    }
    return undefined;
  };
  for (let position = from; position < to; position++) {
    const found = step(position, position, undefined);
    if (found !== undefined) return found;
  }
  for (const pair of queue) {
    const found = step(Math.floor(pair / size), pair % size, pair);
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * The positions where a text can go on in several ways. Where there is none, a matcher never has to come back to
 * try another; and whatever takes many steps does so from one of these on.
 */
export function forks(automaton: Automaton, budget: Budget): readonly number[] {
  const overlap = overlapOf(automaton);
  return automaton.next.flatMap((ways, position) => {
    const following = [...ways.keys()];
    const forked = following.some((a, index) => {
      if ((ways.get(a) ?? 0) > 1) return true;
      budget.spend(1 + index / 4);
      return following.slice(0, index).some((b) => overlap(a, b) !== undefined);
    });
    return forked ? [position] : [];
  });
}

/** How a pair was reached: from another pair, or from the position where the two walks parted. */
type Origin = { readonly pair: number | undefined; readonly start: number; readonly character: number };

function wordTo(origin: Origin, seen: ReadonlyMap<number, Origin>): { start: number; word: number[] } {
  const word = [origin.character];
  let { pair, start } = origin;
  while (pair !== undefined) {
    const before = seen.get(pair);
    if (before === undefined) break;
    word.push(before.character);
    pair = before.pair;
    start = before.start;
  }
  return { start, word: word.reverse() };
}

/** A character that two positions share, if any; looked up once for each two sets. */
function overlapOf({ setOf, sets }: Automaton): (a: number, b: number) => number | undefined {
  const known = new Map<number, number | undefined>();
  return (a, b) => {
    const [i = 0, j = 0] = [setOf[a], setOf[b]];
    const key = i * sets.length + j;
    if (!known.has(key)) known.set(key, intersection(sets[i] ?? [], sets[j] ?? [])[0]);
    return known.get(key);
  };
}

/** The text of a shortest walk from one position to another; empty where they are the same. */
function pathBetween(
  { next, setOf, sets }: Automaton,
  start: number,
  end: number,
  within: (position: number) => boolean,
  budget: Budget,
): readonly number[] | undefined {
  const before = new Map<number, number>([[start, start]]);
  const queue = [start];
  for (const position of queue) {
    if (position === end) break;
    budget.spend(next[position]?.size ?? 0);
    for (const [following] of next[position] ?? []) {
      if (!within(following) || before.has(following)) continue;
      before.set(following, position);
      queue.push(following);
    }
  }
  if (!before.has(end)) return undefined;
  const word: number[] = [];
  for (let position = end; position !== start; position = before.get(position) ?? start) {
    word.push(sets[setOf[position] ?? 0]?.[0] ?? 0);
  }
  return word.reverse();
}
