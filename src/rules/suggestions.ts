// Finds the names that were probably meant, for rules: a bounded number of comparisons a check.
import { didYouMean, didYouMeanText } from "../diagnostics/did-you-mean.js";

/** After as many, in a plan of thousands of mistakes, nothing is suggested any more. */
const comparisonLimit = 2_000_000;

/** Lives as long as one check runs. */
export class Suggestions {
  #comparisons = 0;

  /** ` Did you mean "x"?`, or nothing: to be put behind a sentence. */
  text(name: string, candidates: readonly string[]): string {
    if (this.#comparisons > comparisonLimit) return "";
    this.#comparisons += candidates.length;
    return didYouMeanText(name, candidates);
  }

  /** The name that was probably meant. */
  nearest(name: string, candidates: readonly string[]): string | undefined {
    if (this.#comparisons > comparisonLimit) return undefined;
    this.#comparisons += candidates.length;
    return didYouMean(name, candidates);
  }
}
