// Finds the names that were probably meant, for rules: a bounded number of comparisons a check.
import { didYouMean, editDistance } from "../diagnostics/did-you-mean.js";

/** After as many, in a plan of thousands of mistakes, nothing is suggested any more. */
const comparisonLimit = 2_000_000;

/** Lives as long as one check runs. */
export class Suggestions {
  #comparisons = 0;

  /** ` Did you mean "x"?`, or nothing: to be put behind a sentence. */
  text(name: string, candidates: readonly string[]): string {
    const nearest = this.near(name, candidates);
    return nearest === undefined ? "" : ` Did you mean "${nearest}"?`;
  }

  /** The name that `text` tells. */
  near(name: string, candidates: readonly string[]): string | undefined {
    if (this.#comparisons > comparisonLimit) return undefined;
    this.#comparisons += candidates.length;
    return didYouMean(
      name,
      candidates.filter((one) => isNear(name, one)),
    );
  }

  /** The name that was probably meant. */
  nearest(name: string, candidates: readonly string[]): string | undefined {
    if (this.#comparisons > comparisonLimit) return undefined;
    this.#comparisons += candidates.length;
    return didYouMean(name, candidates);
  }
}

/**
 * Whether a name can be meant by another: the words that only one of them has look alike. `finish` and `fail` don't,
 * however much the rest of two names is the same.
 */
function isNear(name: string, other: string): boolean {
  const [words, others] = [wordsOf(name), wordsOf(other)];
  const own = words.filter((word) => !others.includes(word)).join("");
  const its = others.filter((word) => !words.includes(word)).join("");
  if (own === "" || its === "") return true;
  // What undoes something is not what does it.
  if (own.replace(/^un/, "") === its.replace(/^un/, "")) return false;
  if (isForm(own, its) || isForm(its, own)) return true;
  const limit = Math.max(1, Math.floor(Math.max(own.length, its.length) / 3));
  return editDistance(own, its, limit) <= limit;
}

/** `add` and `added`: of short words the ending alone is a third. */
function isForm(word: string, other: string): boolean {
  return word.length > 2 && other.startsWith(word) && /^(?:s|es|e?d|ing)$/.test(other.slice(word.length));
}

function wordsOf(name: string): readonly string[] {
  return name
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}
