// Tells which regular expressions a backtracking engine, such as JavaScript's, can be made to run on for ever.
import type { CodeRange, PatternNode } from "./pattern-syntax.js";

/** How many single characters a pattern may stand for once its counted repetitions are written out. */
const sizeLimit = 3_000;
/** How many pairs of places are compared before a pattern is called too complex. */
const workLimit = 200_000;
/** How many loops in a row may compete for the same characters: the time grows with the text to that power. */
const chainLimit = 3;
/** How many ways there may be to read a text of `probeLength` characters. */
const waysLimit = 50_000;
const probeLength = 40;

/** Why a pattern may be slow, as the end of a sentence ("it …"); undefined where it is not. */
export function patternCost(root: PatternNode): string | undefined {
  const automaton = new Automaton();
  if (!automaton.build(root))
    return `stands for more than ${sizeLimit} characters once its repetitions are written out`;
  if (automaton.emptyRepeats)
    return "repeats a counted number of times something that may be empty, which takes exponential time";
  return automaton.cost();
}

type Ends = {
  readonly empty: boolean;
  readonly first: ReadonlyMap<number, number>;
  readonly last: ReadonlyMap<number, number>;
};
const nothing: Ends = { empty: true, first: new Map(), last: new Map() };

/**
 * The automaton of a pattern's positions: a state for each character that it spells, an edge for each that may
 * follow. An edge that can be taken in two ways counts as 2: that is what makes `(a+)+` slow.
 */
class Automaton {
  readonly #sets: (readonly CodeRange[])[] = [];
  readonly #next: Map<number, number>[] = [];
  #first: ReadonlyMap<number, number> = new Map();
  emptyRepeats = false;

  /** False where the pattern is too large. */
  build(root: PatternNode): boolean {
    const ends = this.#add(root);
    this.#first = ends?.first ?? new Map();
    return ends !== undefined;
  }

  #add(node: PatternNode): Ends | undefined {
    if (this.#sets.length > sizeLimit) return undefined;
    switch (node.kind) {
      case "empty":
        return nothing;
      case "set": {
        const state = this.#sets.push(node.ranges) - 1;
        this.#next.push(new Map());
        return { empty: false, first: new Map([[state, 1]]), last: new Map([[state, 1]]) };
      }
      case "sequence":
        return this.#sequence(node.parts.map((part) => () => this.#add(part)));
      case "choice": {
        let ends: Ends = { ...nothing, empty: false };
        for (const part of node.parts) {
          const added = this.#add(part);
          if (added === undefined) return undefined;
          ends = {
            empty: ends.empty || added.empty,
            first: sum(ends.first, added.first),
            last: sum(ends.last, added.last),
          };
        }
        return ends;
      }
      case "repeat":
        return this.#repeat(node.body, node.min, node.max);
    }
  }

  #repeat(body: PatternNode, min: number, max: number): Ends | undefined {
    const endless = !Number.isFinite(max);
    const copies: (() => Ends | undefined)[] = Array.from(
      { length: endless ? Math.max(min - 1, 0) : min },
      () => () => this.#add(body),
    );
    if (endless) copies.push(() => this.#loop(body, min === 0));
    else if (max > min) copies.push(() => this.#optional(body, max - min));
    const ends = this.#sequence(copies);
    if (ends !== undefined && Number.isFinite(max) && max > 1 && this.#mayBeEmpty(body))
      this.emptyRepeats = true;
    return ends;
  }

  #loop(body: PatternNode, empty: boolean): Ends | undefined {
    const ends = this.#add(body);
    if (ends === undefined) return undefined;
    this.#connect(ends.last, ends.first);
    return { ...ends, empty: empty || ends.empty };
  }

  /** `x{0,3}` is `(x(x(x)?)?)?`: built from the end, so that no place has more than one way on. */
  #optional(body: PatternNode, count: number): Ends | undefined {
    let rest: Ends = nothing;
    for (let copy = 0; copy < count; copy++) {
      const ends = this.#add(body);
      if (ends === undefined) return undefined;
      this.#connect(ends.last, rest.first);
      rest = {
        empty: true,
        first: ends.empty ? sum(ends.first, rest.first) : ends.first,
        last: sum(ends.last, rest.last),
      };
    }
    return rest;
  }

  #sequence(parts: readonly (() => Ends | undefined)[]): Ends | undefined {
    let ends = nothing;
    for (const part of parts) {
      const added = part();
      if (added === undefined) return undefined;
      this.#connect(ends.last, added.first);
      ends = {
        empty: ends.empty && added.empty,
        first: ends.empty ? sum(ends.first, added.first) : ends.first,
        last: added.empty ? sum(ends.last, added.last) : added.last,
      };
    }
    return ends;
  }

  #connect(from: ReadonlyMap<number, number>, to: ReadonlyMap<number, number>): void {
    for (const [state, ways] of from) {
      const next = this.#next[state];
      for (const [other, otherWays] of to)
        next?.set(other, Math.min((next.get(other) ?? 0) + ways * otherWays, 2));
    }
  }

  #mayBeEmpty(node: PatternNode): boolean {
    switch (node.kind) {
      case "set":
        return false;
      case "empty":
        return true;
      case "sequence":
        return node.parts.every((part) => this.#mayBeEmpty(part));
      case "choice":
        return node.parts.some((part) => this.#mayBeEmpty(part));
      case "repeat":
        return node.min === 0 || this.#mayBeEmpty(node.body);
    }
  }

  cost(): string | undefined {
    const loops = this.#loops();
    let work = 0;
    for (const loop of loops) {
      const inside = new Set(loop);
      for (const state of loop) {
        for (const [other, ways] of this.#next[state] ?? []) {
          if (ways > 1 && inside.has(other)) return "repeats a repetition, which takes exponential time";
        }
      }
      work += loop.length ** 2;
      if (work > workLimit) return "is too complex to tell that it is quick";
      if (this.#canPart(loop, inside))
        return "can match the same text in many ways, which takes exponential time";
    }
    if (loops.length > 200) return "holds too many repetitions";
    if (this.#longestChain(loops) > chainLimit) {
      return "holds several repetitions in a row that match the same text, which takes very long";
    }
    return this.#mostWays() > waysLimit ? "can match the same text in very many ways" : undefined;
  }

  /** True where two ways through a loop read the same text and meet again. */
  #canPart(loop: readonly number[], inside: ReadonlySet<number>): boolean {
    const start = loop[0];
    if (start === undefined || loop.length < 2) return false;
    // Pairs that can be reached from a pair of equal places; whether a parted one leads back decides.
    const key = (a: number, b: number): number => a * this.#sets.length + b;
    const before = new Map<number, number[]>();
    const stack: (readonly [number, number])[] = [[start, start]];
    const seen = new Set([key(start, start)]);
    for (let pair = stack.pop(); pair !== undefined; pair = stack.pop()) {
      const [a, b] = pair;
      for (const nextA of this.#next[a]?.keys() ?? []) {
        if (!inside.has(nextA)) continue;
        for (const nextB of this.#next[b]?.keys() ?? []) {
          if (!inside.has(nextB) || !this.#overlap(nextA, nextB)) continue;
          const next = key(nextA, nextB);
          before.set(next, [...(before.get(next) ?? []), key(a, b)]);
          if (seen.has(next)) continue;
          seen.add(next);
          stack.push([nextA, nextB]);
        }
      }
    }
    const back = [key(start, start)];
    const returns = new Set(back);
    for (let pair = back.pop(); pair !== undefined; pair = back.pop()) {
      for (const previous of before.get(pair) ?? []) {
        if (returns.has(previous)) continue;
        returns.add(previous);
        back.push(previous);
      }
    }
    const size = this.#sets.length;
    return [...seen].some((pair) => Math.floor(pair / size) !== pair % size && returns.has(pair));
  }

  /** How many ways lead through texts that repeat one or two of the pattern's characters: a try for each. */
  #mostWays(): number {
    const characters = [
      ...new Set(this.#sets.flatMap((ranges) => ranges.slice(0, 2).map((range) => range.from))),
    ];
    const tried = characters.slice(0, 12);
    const texts = tried.flatMap((one) => [[one], ...tried.slice(0, 4).map((other) => [one, other])]);
    return Math.max(0, ...texts.map((unit) => this.#ways(unit)));
  }

  #ways(unit: readonly number[]): number {
    let total = 0;
    let alive: ReadonlyMap<number, number> = this.#first;
    for (let at = 0; at < probeLength && alive.size > 0; at++) {
      const character = unit[at % unit.length] ?? 0;
      const next = new Map<number, number>();
      for (const [state, ways] of alive) {
        if (!(this.#sets[state] ?? []).some(({ from, to }) => from <= character && character <= to)) continue;
        total += ways;
        for (const [other, edges] of this.#next[state] ?? [])
          next.set(other, (next.get(other) ?? 0) + ways * edges);
      }
      if (total > waysLimit) return total;
      alive = next;
    }
    return total;
  }

  /** The most loops that follow each other and can all read one text, with whatever stands between them. */
  #longestChain(loops: readonly (readonly number[])[]): number {
    const loopOf = new Map(loops.flatMap((loop, index) => loop.map((state) => [state, index] as const)));
    const longest = new Map<number, number>();
    const measure = (index: number): number => {
      const known = longest.get(index);
      if (known !== undefined) return known;
      longest.set(index, 1);
      const own = loops[index] ?? [];
      const read = (state: number): boolean => own.some((other) => this.#overlap(state, other));
      const seen = new Set(own);
      const stack = [...own];
      let best = 0;
      for (let state = stack.pop(); state !== undefined; state = stack.pop()) {
        for (const next of this.#next[state]?.keys() ?? []) {
          if (seen.has(next) || !read(next)) continue;
          seen.add(next);
          const other = loopOf.get(next);
          if (other !== undefined && other !== index) best = Math.max(best, measure(other));
          else stack.push(next);
        }
      }
      longest.set(index, best + 1);
      return best + 1;
    };
    return Math.max(0, ...loops.map((_, index) => measure(index)));
  }

  #overlap(a: number, b: number): boolean {
    const others = this.#sets[b] ?? [];
    return (this.#sets[a] ?? []).some((range) =>
      others.some((other) => range.from <= other.to && other.from <= range.to),
    );
  }

  /** The places that lead back to themselves, grouped by the loop they are in (Tarjan's components, unrolled). */
  #loops(): number[][] {
    const index = new Map<number, number>();
    const low = new Map<number, number>();
    const open: number[] = [];
    const isOpen = new Set<number>();
    const loops: number[][] = [];
    for (let root = 0; root < this.#sets.length; root++) {
      if (index.has(root)) continue;
      const work: { state: number; rest: number[] }[] = [];
      const enter = (state: number): void => {
        index.set(state, index.size);
        low.set(state, index.size - 1);
        open.push(state);
        isOpen.add(state);
        work.push({ state, rest: [...(this.#next[state]?.keys() ?? [])] });
      };
      enter(root);
      for (let top = work.at(-1); top !== undefined; top = work.at(-1)) {
        const next = top.rest.pop();
        if (next !== undefined) {
          if (!index.has(next)) enter(next);
          else if (isOpen.has(next))
            low.set(top.state, Math.min(low.get(top.state) ?? 0, index.get(next) ?? 0));
          continue;
        }
        work.pop();
        const parent = work.at(-1);
        if (parent !== undefined)
          low.set(parent.state, Math.min(low.get(parent.state) ?? 0, low.get(top.state) ?? 0));
        if (low.get(top.state) !== index.get(top.state)) continue;
        const loop: number[] = [];
        for (let state = open.pop(); state !== undefined; state = open.pop()) {
          isOpen.delete(state);
          loop.push(state);
          if (state === top.state) break;
        }
        if (loop.length > 1 || this.#next[top.state]?.has(top.state) === true) loops.push(loop);
      }
    }
    return loops;
  }
}

function sum(a: ReadonlyMap<number, number>, b: ReadonlyMap<number, number>): ReadonlyMap<number, number> {
  if (a.size === 0) return b;
  if (b.size === 0) return a;
  const both = new Map(a);
  for (const [state, ways] of b) both.set(state, Math.min((both.get(state) ?? 0) + ways, 2));
  return both;
}
