// Which of the things that went and came are one thing under a new name.
import { editDistance } from "../diagnostics/did-you-mean.js";

/** Two names that differ in casing, punctuation or the order of words alone. */
function folded(name: string): string {
  return name
    .normalize("NFC")
    .replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, "$1 $2")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "")
    .toSorted()
    .join("");
}

/** True where one name could be a new spelling of the other: few letters differ, or a word more or less. */
function isSimilar(a: string, b: string): boolean {
  const one = folded(a);
  const other = folded(b);
  const limit = Math.floor(Math.min(one.length, other.length) / 4);
  return editDistance(one, other, limit) <= limit;
}

export type Candidate<T> = {
  readonly item: T;
  readonly name: string;
  /** The same text for the same shape. */
  readonly shape: () => string;
};

/** Pairs of so many candidates with one shape are compared by spelling; among more, spelling says little. */
const crowd = 40;

/**
 * Pairs what went with what came: by `says` (the plan itself names the pair), then by names that are folded alike,
 * then by the same shape under a similar name. Each is in one pair at most. Linear in the number of candidates.
 */
export function pairRenames<A, B>(
  gone: readonly Candidate<A>[],
  come: readonly Candidate<B>[],
  says: (gone: A, come: B) => boolean,
  named: (gone: A) => readonly string[],
): ReadonlyMap<A, B> {
  const pairs = new Map<A, B>();
  if (gone.length === 0 || come.length === 0) return pairs;
  const left = new Map(come.map((one) => [one.name, one]));
  const take = (from: Candidate<A>, to: Candidate<B>): void => {
    pairs.set(from.item, to.item);
    left.delete(to.name);
  };
  for (const from of gone) {
    const to = named(from.item)
      .map((name) => left.get(name))
      .find((one) => one !== undefined && says(from.item, one.item));
    if (to !== undefined) take(from, to);
  }
  const byFolded = grouped([...left.values()], (one) => folded(one.name));
  for (const from of gone) {
    if (pairs.has(from.item)) continue;
    const same = byFolded.get(folded(from.name))?.filter((one) => left.has(one.name)) ?? [];
    const [only] = same;
    if (only !== undefined && same.length === 1) take(from, only);
  }
  const rest = gone.filter((one) => !pairs.has(one.item));
  if (rest.length === 0 || left.size === 0) return pairs;
  const byShape = grouped([...left.values()], (one) => one.shape());
  for (const from of rest) {
    const alike = byShape.get(from.shape())?.filter((one) => left.has(one.name)) ?? [];
    if (alike.length > crowd) continue;
    const similar = alike.filter((one) => isSimilar(from.name, one.name));
    const [only] = similar;
    if (only !== undefined && similar.length === 1) take(from, only);
  }
  return pairs;
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [item]);
    else known.push(item);
  }
  return groups;
}
