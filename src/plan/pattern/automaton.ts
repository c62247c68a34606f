// The automaton of a pattern: which character may stand behind which, and in how many ways a backtracking matcher
// gets from one to the other.
import { type CharacterSet, complement, intersection, wordCharacters } from "./characters.js";
import { asksForBoundary, type PatternNode, type Repeat } from "./tree.js";

/**
 * Each character of a pattern is a position; counted repetitions are spelled out, so `a{3}` has three. Between two
 * positions nothing is consumed.
 */
export type Automaton = {
  /** Per position the index of its characters in `sets`. */
  readonly setOf: readonly number[];
  readonly sets: readonly CharacterSet[];
  /** Per position the positions that may come next, each with the number of ways that lead there. */
  readonly next: readonly ReadonlyMap<number, number>[];
  readonly first: readonly Step[];
  readonly last: readonly Step[];
  /** The conditions under which the pattern matches the empty text. */
  readonly empty: readonly Way[];
};

/** A way that consumes nothing: what must hold on it, as bits of `conditions`, and how many such ways there are. */
type Way = { readonly conditions: number; readonly ways: number };
export type Step = Way & { readonly position: number };

export const atStart = 1;
export const atEnd = 2;
const atBoundary = 4;
const offBoundary = 8;

const conditionOf = { "^": atStart, $: atEnd, "\\b": atBoundary, "\\B": offBoundary } as const;

/** Asked for after each repetition without bound is built; the positions are `from` up to `to`. */
export type OnRepeat = (repeat: Repeat, automaton: Automaton, from: number, to: number) => void;

/** Thrown where a pattern takes more than its share of positions or steps. */
export class TooComplex extends Error {}

/** How many steps (of any kind) the study of one pattern may take: some tens of milliseconds. */
export class Budget {
  #left = 300_000;
  spend(steps: number): void {
    this.#left -= steps;
    if (this.#left < 0) throw new TooComplex();
  }
}

/** Enough to tell one way from several; keeps products finite. */
const waysLimit = 1e6;

type Part = Pick<Automaton, "first" | "last" | "empty">;

const free: readonly Way[] = [{ conditions: 0, ways: 1 }];

/** Builds the automaton; throws `TooComplex` where the budget ends. */
export function buildAutomaton(node: PatternNode, budget: Budget, onRepeat: OnRepeat): Automaton {
  return new Builder(node, budget, onRepeat).build();
}

class Builder {
  readonly #node: PatternNode;
  readonly #budget: Budget;
  readonly #onRepeat: OnRepeat;
  /** Whether a position is a word character must be known where the pattern asks for word boundaries. */
  readonly #splits: boolean;
  readonly #setOf: number[] = [];
  readonly #sets: CharacterSet[] = [];
  readonly #setIds = new Map<string, number>();
  readonly #isWord: boolean[] = [];
  readonly #next: Map<number, number>[] = [];

  constructor(node: PatternNode, budget: Budget, onRepeat: OnRepeat) {
    this.#node = node;
    this.#budget = budget;
    this.#onRepeat = onRepeat;
    this.#splits = asksForBoundary(node);
  }

  build(): Automaton {
    return this.#automaton(this.#part(this.#node));
  }

  #automaton(part: Part): Automaton {
    return { ...part, setOf: this.#setOf, sets: this.#sets, next: this.#next };
  }

  #part(node: PatternNode): Part {
    switch (node.kind) {
      case "character":
        return this.#character(node.set);
      case "assertion":
        return { first: [], last: [], empty: [{ conditions: conditionOf[node.assertion], ways: 1 }] };
      case "sequence":
        return this.#sequence(node.items.map((item) => this.#part(item)));
      case "choice": {
        const options = node.options.map((option) => this.#part(option));
        return {
          first: options.flatMap((option) => option.first),
          last: options.flatMap((option) => option.last),
          empty: merged(options.flatMap((option) => option.empty)),
        };
      }
      case "repeat":
        return this.#repeat(node);
    }
  }

  #character(set: CharacterSet): Part {
    const sets = this.#splits
      ? [intersection(set, wordCharacters), intersection(set, complement(wordCharacters))]
      : [set];
    const steps: Step[] = [];
    for (const [index, part] of sets.entries()) {
      if (part.length === 0) continue;
      steps.push({ position: this.#setOf.length, conditions: 0, ways: 1 });
      const key = part.join();
      const id = this.#setIds.get(key) ?? this.#sets.push(part) - 1;
      this.#setIds.set(key, id);
      this.#setOf.push(id);
      this.#isWord.push(this.#splits && index === 0);
      this.#next.push(new Map());
    }
    this.#budget.spend(1);
    return { first: steps, last: steps, empty: [] };
  }

  #sequence(parts: readonly Part[]): Part {
    const first: Step[] = [];
    let last: readonly Step[] = [];
    let empty = free;
    for (const part of parts) {
      this.#connect(last, part.first);
      first.push(...joined(part.first, empty));
      last = [...part.last, ...joined(last, part.empty)];
      empty = merged(joined(part.empty, empty));
      this.#budget.spend(last.length + part.first.length);
    }
    return { first, last, empty };
  }

  /**
   * As JavaScript repeats: up to `min` times even where nothing is consumed, then only as long as something is. So
   * an optional round never matches the empty text.
   */
  #repeat(node: Repeat): Part {
    const { body, min, max } = node;
    const required = max === Infinity ? Math.max(min - 1, 0) : min;
    const parts: Part[] = [];
    for (let round = 0; round < required; round++) parts.push(this.#part(body));
    if (max === Infinity) {
      const from = this.#setOf.length;
      const part = this.#part(body);
      this.#connect(part.last, part.first);
      this.#onRepeat(node, this.#automaton(part), from, this.#setOf.length);
      parts.push(
        min === 0
          ? { ...part, empty: free }
          : { ...part, first: [...part.first, ...joined(part.first, part.empty)] },
      );
    } else if (max > min) {
      const rounds = Array.from({ length: max - min }, () => this.#part(body));
      for (const [index, round] of rounds.entries()) {
        const previous = rounds[index - 1];
        if (previous !== undefined) this.#connect(previous.last, round.first);
      }
      parts.push({
        first: rounds[0]?.first ?? [],
        last: rounds.flatMap((round) => round.last),
        empty: free,
      });
    }
    return this.#sequence(parts);
  }

  #connect(last: readonly Step[], first: readonly Step[]): void {
    this.#budget.spend(last.length * first.length);
    for (const from of last) {
      for (const to of first) {
        if (!this.#canFollow(from, to)) continue;
        const ways = this.#next[from.position];
        const more = (ways?.get(to.position) ?? 0) + from.ways * to.ways;
        ways?.set(to.position, Math.min(more, waysLimit));
      }
    }
  }

  #canFollow(from: Step, to: Step): boolean {
    const conditions = from.conditions | to.conditions;
    if (conditions === 0) return true;
    // Between two characters is neither the start nor the end.
    if ((conditions & (atStart | atEnd)) !== 0) return false;
    const boundary = this.#isWord[from.position] !== this.#isWord[to.position];
    return (conditions & (boundary ? offBoundary : atBoundary)) === 0;
  }
}

/** Each of `ways` after or before each of `through`. */
function joined<T extends Way>(ways: readonly T[], through: readonly Way[]): readonly T[] {
  if (through === free) return ways;
  return through.flatMap((way) =>
    ways.map((other) => ({
      ...other,
      conditions: other.conditions | way.conditions,
      ways: Math.min(other.ways * way.ways, waysLimit),
    })),
  );
}

function merged(ways: readonly Way[]): readonly Way[] {
  if (ways.length < 2) return ways;
  const counts = new Map<number, number>();
  for (const way of ways) counts.set(way.conditions, (counts.get(way.conditions) ?? 0) + way.ways);
  return [...counts].map(([conditions, count]) => ({ conditions, ways: Math.min(count, waysLimit) }));
}
