// Regular expressions of a plan: what RE2 and JavaScript both understand, and no engine is slow with.
import { patternCost } from "./pattern-cost.js";
import { PatternMistake, type PatternNode, parsePattern } from "./pattern-syntax.js";

const lengthLimit = 2_000;

/**
 * Why a pattern can't be used, in one sentence, or undefined. Accepted is what RE2 and JavaScript's `u` mode both
 * read, so that a pattern means the same in every target, and what takes no exponential time in an engine that
 * backtracks, as JavaScript's does.
 */
export function patternProblem(pattern: string): string | undefined {
  if (pattern.length > lengthLimit) return `The pattern is longer than ${lengthLimit} characters.`;
  let root: PatternNode;
  try {
    // Throws at what JavaScript can't read; the parser below relies on that.
    new RegExp(pattern, "u");
    root = parsePattern(pattern);
  } catch (thrown) {
    if (!(thrown instanceof Error)) throw thrown;
    const reason =
      thrown instanceof PatternMistake
        ? thrown.message
        : thrown.message.slice(thrown.message.lastIndexOf(": ") + 2);
    return `The pattern can't be used: ${reason}.`;
  }
  const cost = patternCost(root);
  return cost === undefined ? undefined : `The pattern can't be used: it ${cost}.`;
}
