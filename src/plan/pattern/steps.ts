// Counts the steps of a backtracking matcher on texts that are likely to be its worst.
import { type Automaton, atEnd, atStart, type Budget, type Step } from "./automaton.js";
import { includes, rangesOf } from "./characters.js";

type Word = readonly number[];

/** Longer ones, repeated, seldom keep a pattern busy. */
const longestWord = 12;

/** From as many places the rest of a pattern is looked at for a word: the first loops are the ones that matter. */
const studiedLoops = 8;
/** A text that is bad at `length` characters shows it at this length already. */
const probeLength = 25;
/** Above what is cubic, C(27, 3); a word of several characters goes round fewer times. */
const probeLimitOf = (word: Word): number => (word.length === 1 ? 3000 : 250);

/**
 * Words whose repetition may be a bad text: each character that the pattern tells apart from others, and the
 * shortest texts that match from the start or from behind a loop, whole and without the last character.
 */
export function candidateWords(automaton: Automaton, budget: Budget): readonly Word[] {
  const words: Word[] = distinctCharacters(automaton, budget).map((character) => [character]);
  const loops = automaton.next.flatMap((ways, position) =>
    ways.has(position) ? [[...ways.keys()].filter((other) => other !== position)] : [],
  );
  const starts = [automaton.first.map((step) => step.position), ...loops.slice(0, studiedLoops)];
  for (const start of starts) {
    const shortest = shortestMatch(automaton, start, budget);
    if (shortest.length < 2 || shortest.length > longestWord) continue;
    words.push(shortest);
    if (shortest.length > 2) words.push(shortest.slice(0, -1));
  }
  return [...new Map(words.map((word) => [word.join(), word])).values()];
}

/**
 * Whether a text of `length` characters, made of a word again and again and perhaps of what leads to one of the places
 * in the pattern, takes more than `limit` steps.
 */
export function isSlowOn(
  automaton: Automaton,
  places: readonly number[],
  word: Word,
  length: number,
  limit: number,
  budget: Budget,
): boolean {
  const probeLimit = probeLimitOf(word);
  if (
    stepsOn(automaton, word, probeLength, probeLimit, budget) > probeLimit &&
    stepsOn(automaton, word, length, limit, budget) > limit
  ) {
    return true;
  }
  // All places at once are an upper bound for each of them.
  const steps = places.map((position) => ({ position, conditions: 0, ways: 1 }));
  const from = (first: readonly Step[], characters: number, most: number, stops: boolean): boolean => {
    const { sums, match } = walkOn({ ...automaton, first }, word, 0, characters, most, budget, stops);
    const rest = match === undefined ? 1 : characters - match;
    return (sums.at(-1) ?? 0) * rest > most;
  };
  if (!from(steps, probeLength, probeLimit, false)) return false;
  return steps.some(
    (step) => from([step], probeLength, probeLimit, true) && from([step], length, limit, true),
  );
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
    const walk = walks.get(key) ?? walkOn(automaton, word, start, length - start, limit, budget, true);
    walks.set(key, walk);
    const left = length - start;
    // A text that ends the match just before keeps all these ways busy to its end.
    if (walk.match !== undefined && walk.match < left)
      return total + (walk.sums[walk.match] ?? 0) * (left - walk.match);
    total += walk.sums[Math.min(left, walk.sums.length) - 1] ?? 0;
  }
  return total;
}

/** The sum of steps up to each character, and the index of the one at which the pattern has matched, if it stops. */
type Walk = { readonly sums: readonly number[]; readonly match: number | undefined };

function walkOn(
  automaton: Automaton,
  word: Word,
  start: number,
  length: number,
  limit: number,
  budget: Budget,
  stops: boolean,
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
      if (stops && ends.has(position)) return { sums: [...sums, sum], match: offset };
      budget.spend(1 + (next[position]?.size ?? 0));
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

function shortestMatch(automaton: Automaton, start: readonly number[], budget: Budget): Word {
  const { next, setOf, sets } = automaton;
  const ends = new Set(automaton.last.map((step) => step.position));
  const before = new Map<number, number | undefined>();
  const queue: number[] = [];
  for (const position of start) {
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
