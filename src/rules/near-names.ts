// Finds the name of the plan that a name in the code was meant to be: its casing, its order, a typo.
import { compareText, type Located } from "../diagnostics/diagnostic.js";
import { editDistance } from "../diagnostics/did-you-mean.js";
import { type Difference, keysOf, type SimilarityRules, twins } from "./similar-names.js";

export type NearName<T> = {
  readonly like: T;
  readonly difference: Difference;
  /** True where nothing else can have been meant. */
  readonly certain: boolean;
};

type Candidate<T> = { readonly item: T; readonly name: string; readonly words: readonly string[] };

const exact = ["writing", "order", "abbreviation", "plural"] as const;

/** Names to look for others in. Building it is linear in their length, and so is each look. */
export class NearNames<T extends { readonly name: Located<string> }> {
  readonly #rules: SimilarityRules;
  /** By what is the same in names that differ in one way; undefined where several names share it. */
  readonly #byKey = new Map<string, Candidate<T> | undefined>();
  /** By what is left of a name without one letter. */
  readonly #byRest = new Map<string, Candidate<T>[]>();

  /** The first of two that look the same in some way is the one that is found. */
  constructor(items: readonly T[], rules: SimilarityRules) {
    this.#rules = rules;
    for (const item of items) {
      const name = item.name.value;
      const keys = keysOf(name, rules);
      const candidate = { item, name, words: keys.words };
      for (const difference of exact) {
        const key = `${difference} ${keys[difference]}`;
        const isRival = this.#byKey.has(key) && difference !== "writing";
        if (isRival) this.#byKey.set(key, undefined);
        else if (!this.#byKey.has(key)) this.#byKey.set(key, candidate);
      }
      for (const rest of restsOf(keys)) {
        const sharing = this.#byRest.get(rest);
        if (sharing === undefined) this.#byRest.set(rest, [candidate]);
        else if (sharing.length < familySize) sharing.push(candidate);
      }
    }
  }

  /** The item that `name` was meant to name; undefined where none is near, or several are equally near. */
  find(name: string, fits: (item: T) => boolean = () => true): NearName<T> | undefined {
    const keys = keysOf(name, this.#rules);
    for (const difference of exact) {
      const found = this.#byKey.get(`${difference} ${keys[difference]}`);
      if (found === undefined || found.name === name || !fits(found.item)) continue;
      if (this.#rules.mayBeMistaken?.(name, found.name, difference) === false) continue;
      return { like: found.item, difference, certain: difference !== "plural" };
    }
    const near = new Map<T, boolean>();
    for (const rest of restsOf(keys)) {
      for (const candidate of this.#byRest.get(rest) ?? []) {
        const certain = typoCertainty(keys.words, candidate.words);
        if (certain !== undefined && fits(candidate.item)) near.set(candidate.item, certain);
      }
    }
    const [only, ...more] = near;
    if (only === undefined || more.length > 0) return undefined;
    return { like: only[0], difference: "typo", certain: only[1] };
  }
}

/** So many names that are alike but for one letter are a family, such as codes, and no typos. */
const familySize = 8;
/** Longer ones are no names that somebody types. */
const longestName = 80;

/** What is left of a name without one of its letters, by its writing and by its words in order. */
function restsOf({ writing, order }: { readonly writing: string; readonly order: string }): Set<string> {
  const rests = new Set<string>();
  for (const text of [writing, order.replaceAll(" ", "")]) {
    if (text.length > longestName || text.length < 4) continue;
    rests.add(text);
    for (let at = 0; at < text.length; at++) rests.add(text.slice(0, at) + text.slice(at + 1));
  }
  return rests;
}

/** Whether the words differ by one typo: true for one that is certain, undefined for none. */
function typoCertainty(words: readonly string[], others: readonly string[]): boolean | undefined {
  const rest = without(words, others);
  const other = without(others, words);
  const [a, ...moreA] = rest;
  const [b, ...moreB] = other;
  if (a === undefined || b === undefined) return undefined;
  // Where the words are parted differently, the names as a whole are compared.
  if (moreA.length > 0 || moreB.length > 0)
    return isLongTypo(rest.join(""), other.join("")) ? false : undefined;
  return wordTypo(a, b);
}

function isLongTypo(a: string, b: string): boolean {
  return Math.min(a.length, b.length) >= 8 && /^\p{L}+$/u.test(a + b) && editDistance(a, b, 1) === 1;
}

function wordTypo(a: string, b: string): boolean | undefined {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  // No digits: step 1 is not step 2.
  if (long.length < 5 || !/^\p{L}+$/u.test(a + b) || editDistance(a, b, 1) !== 1) return undefined;
  if (twins.has([a, b].sort(compareText).join(" "))) return undefined;
  if (short[0] !== long[0] && [...a].sort().join("") !== [...b].sort().join("")) return undefined;
  // Another letter makes another word easily: started, starred. One too few or too many, or a swap, rarely does.
  return short.length < long.length || long.length >= 8 || [...a].sort().join("") === [...b].sort().join("");
}

/** The words of a list that another one does not hold, each as often as it is there more. */
function without(words: readonly string[], others: readonly string[]): readonly string[] {
  const left = [...others];
  return words.filter((word) => {
    const at = left.indexOf(word);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}
