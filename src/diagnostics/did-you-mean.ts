// Finds the name that was probably meant.

/**
 * The candidate nearest to `name`, or undefined when none is near enough to suggest.
 * Casing, spaces and punctuation count for nothing, nor does the order of words; after that, an edit for each third
 * character is allowed. Of two that are as near, the one that has the same letters is meant: fingers swap letters more
 * often than they hit wrong ones.
 */
export function didYouMean(name: string, candidates: Iterable<string>): string | undefined {
  const folded = fold(name);
  const sorted = sortedWords(name);
  const limit = Math.max(1, Math.floor(folded.length / 3));
  const letters = sortedLetters(folded);
  let best: string | undefined;
  let bestDistance = limit + 1;
  let bestHasLetters = false;
  for (const candidate of candidates) {
    if (candidate === name) continue;
    const spelling = fold(candidate);
    const mayTie = spelling.length === folded.length && !bestHasLetters && best !== undefined;
    const spelled = editDistance(folded, spelling, mayTie ? bestDistance : bestDistance - 1);
    const distance = Math.min(
      spelled,
      editDistance(sorted, sortedWords(candidate), Math.min(spelled, bestDistance) - 1),
    );
    if (distance > bestDistance || (distance === bestDistance && !mayTie)) continue;
    const hasLetters = sortedLetters(spelling) === letters;
    if (distance === bestDistance && !hasLetters) continue;
    best = candidate;
    bestDistance = distance;
    bestHasLetters = hasLetters;
  }
  return best;
}

/** The same among a few words of ours, of which a beginning is a word cut short: `warn`, `desc`, `prop`. */
export function meantWord(name: string, words: readonly string[]): string | undefined {
  const near = didYouMean(name, words);
  if (near !== undefined || name.length < 3) return near;
  const [only, ...more] = words.filter((word) => word.startsWith(name.toLowerCase()) && word !== name);
  return more.length > 0 ? undefined : only;
}

/** ` Did you mean "x"?`, or nothing: to be put behind a sentence. */
export function didYouMeanText(name: string, candidates: Iterable<string>): string {
  const best = didYouMean(name, candidates);
  return best === undefined ? "" : ` Did you mean "${best}"?`;
}

function fold(name: string): string {
  return name.toLowerCase().replace(/[\s_.-]+/g, "");
}

function sortedLetters(word: string): string {
  return [...word].sort().join("");
}

/** `Checkout Started` and `startedCheckout` are both `checkoutstarted`. */
function sortedWords(name: string): string {
  return name
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .toLowerCase()
    .split(/[\s_.-]+/)
    .toSorted()
    .join("");
}

/**
 * Edits (insert, delete, replace, swap of neighbours) from `a` to `b`; gives up with `limit + 1` once the answer
 * must be larger than `limit`.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (limit < 0) return limit + 1;
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    let smallest = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let value = Math.min(
        (previous[j] ?? 0) + 1,
        (current[j - 1] ?? 0) + 1,
        (previous[j - 1] ?? 0) + (same ? 0 : 1),
      );
      const swapped =
        i > 1 &&
        j > 1 &&
        a.charCodeAt(i - 1) === b.charCodeAt(j - 2) &&
        a.charCodeAt(i - 2) === b.charCodeAt(j - 1);
      if (swapped) value = Math.min(value, (beforePrevious[j - 2] ?? 0) + 1);
      current.push(value);
      smallest = Math.min(smallest, value);
    }
    if (smallest > limit) return limit + 1;
    beforePrevious = previous;
    previous = current;
  }
  return previous[b.length] ?? limit + 1;
}
