// Counts the steps of a backtracking matcher on texts that are likely to be its worst.
import { type Automaton, atEnd, atStart, type Budget } from "./automaton.js";
import { includes, rangesOf } from "./characters.js";

type Word = readonly number[];

/** Longer ones, repeated, seldom keep a pattern busy. */
const longestWord = 12;

/**
 * Words whose repetition may be a bad text: each character that the pattern tells apart from others, and the
 * shortest text that matches, whole and without its last character.
 */
export function candidateWords(automaton: Automaton, budget: Budget): readonly Word[] {
  const words: Word[] = distinctCharacters(automaton, budget).map((character) => [character]);
  const shortest = shortestMatch(automaton, budget);
  if (shortest.length > 1 && shortest.length <= longestWord) {
    words.push(shortest);
    if (shortest.length > 2) words.push(shortest.slice(0, -1));
  }
  return words;
}

/**
 * The steps of a search in `word` repeated to `length` characters, with an end that makes it fail: every way to get
 * to each character, from each place where the search starts. Gives up above `limit`.
 */
export function stepsOn(
  automaton: Automaton,
  word: Word,
  length: number,
  limit: number,
  budget: Budget,
): number {
  const walks = new Map<number, Walk>();
  let total = 0;
  for (let start = 0; start < length && total <= limit; start++) {
    // Later starts at one place of the word differ only in how much text is left.
    const key = start === 0 ? -1 : start % word.length;
    const walk = walks.get(key) ?? walkOn(automaton, word, start, length - start, limit, budget);
    walks.set(key, walk);
    const left = length - start;
    // A text that ends the match just before keeps all these ways busy to its end.
    if (walk.match !== undefined && walk.match < left)
      return total + (walk.sums[walk.match] ?? 0) * (left - walk.match);
    total += walk.sums[Math.min(left, walk.sums.length) - 1] ?? 0;
  }
  return total;
}

/** The sum of steps up to each character, and the index of the one at which the pattern has matched. */
type Walk = { readonly sums: readonly number[]; readonly match: number | undefined };

function walkOn(
  automaton: Automaton,
  word: Word,
  start: number,
  length: number,
  limit: number,
  budget: Budget,
): Walk {
  const { next, setOf, sets, first } = automaton;
  const ends = new Set(automaton.last.flatMap((step) => (step.conditions === 0 ? [step.position] : [])));
  const members = word.map((character) => sets.map((set) => includes(set, character)));
  const matches = (position: number, offset: number): boolean =>
    members[offset % word.length]?.[setOf[position] ?? 0] === true;
  let ways = new Map<number, number>();
  for (const step of first) {
    if ((step.conditions & atEnd) !== 0 || (start > 0 && (step.conditions & atStart) !== 0)) continue;
    if (matches(step.position, start)) ways.set(step.position, (ways.get(step.position) ?? 0) + step.ways);
  }
  const sums: number[] = [];
  let sum = 0;
  for (let offset = 0; offset < length && ways.size > 0 && sum <= limit; offset++) {
    const following = new Map<number, number>();
    for (const [position, count] of ways) {
      sum += count;
      // The matcher is done as soon as it gets here, whatever else it could have tried.
      if (ends.has(position)) return { sums: [...sums, sum], match: offset };
      budget.spend(next[position]?.size ?? 0);
      for (const [to, more] of next[position] ?? []) {
        if (matches(to, start + offset + 1)) following.set(to, (following.get(to) ?? 0) + count * more);
      }
    }
    sums.push(sum);
    ways = following;
  }
  return { sums, match: undefined };
}

/** One character of each group of characters that the same sets of the pattern have. */
function distinctCharacters({ sets }: Automaton, budget: Budget): readonly number[] {
  const borders = new Set(sets.flatMap((set) => rangesOf(set).map(([start]) => start)));
  for (const set of sets) for (const [, end] of rangesOf(set)) borders.add(end + 1);
  const groups = new Map<string, number>();
  budget.spend(borders.size * sets.length);
  for (const character of [...borders].sort((a, b) => a - b)) {
    const key = sets.map((set) => (includes(set, character) ? "1" : "0")).join("");
    if (key.includes("1") && !groups.has(key)) groups.set(key, character);
  }
  return [...groups.values()];
}

function shortestMatch(automaton: Automaton, budget: Budget): Word {
  const { next, setOf, sets, first } = automaton;
  const ends = new Set(automaton.last.map((step) => step.position));
  const before = new Map<number, number | undefined>();
  const queue: number[] = [];
  for (const { position } of first) {
    if (before.has(position)) continue;
    before.set(position, undefined);
    queue.push(position);
  }
  let end: number | undefined;
  for (const position of queue) {
    if (ends.has(position)) {
      end = position;
      break;
    }
    budget.spend(next[position]?.size ?? 0);
    for (const following of next[position]?.keys() ?? []) {
      if (before.has(following)) continue;
      before.set(following, position);
      queue.push(following);
    }
  }
  const word: number[] = [];
  for (let at = end; at !== undefined; at = before.get(at)) word.push(sets[setOf[at] ?? 0]?.[0] ?? 0);
  return word.reverse();
}
