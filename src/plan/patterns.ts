// Regular expressions of a plan: what RE2 and JavaScript both understand, and what keeps both fast.
import { backtrackingProblem } from "./pattern/backtracking.js";
import { parsePattern } from "./pattern/parse.js";
import type { PatternProblem } from "./pattern/tree.js";

const longestPattern = 2000;

/**
 * Why a pattern can't be used, or undefined. Accepted is what RE2 and JavaScript's `u` mode both read, so that a
 * pattern means the same in every target, and what no text makes slow in a matcher that backtracks.
 */
export function patternProblem(pattern: string): PatternProblem | undefined {
  const whole = { start: 0, end: pattern.length };
  if (pattern === "") {
    return {
      ...whole,
      message: "The pattern is empty.",
      help: "Remove it: the empty pattern matches any text.",
    };
  }
  if (pattern.length > longestPattern) {
    return {
      ...whole,
      message: `The pattern has ${pattern.length} characters, more than the ${longestPattern} that are allowed.`,
      help: "A list of values is an enum; of the rest, check only the form.",
    };
  }
  const parsed = parsePattern(pattern);
  return parsed.problem ?? backtrackingProblem(pattern, parsed.node);
}

/**
 * The pattern for a regular expression of JavaScript with the `u` flag. It matches what RE2 matches: where both
 * languages read `\s`, `\S` and `.`, RE2's space is ASCII without the vertical tab and its `.` leaves out `\n` alone,
 * while JavaScript adds Unicode's spaces and line ends. A text that is no pattern of a plan comes back as it is.
 */
export function javascriptPattern(pattern: string): string {
  const { rewrites = [] } = parsePattern(pattern);
  let text = "";
  let at = 0;
  for (const rewrite of rewrites) {
    text += pattern.slice(at, rewrite.start) + rewrite.text;
    at = rewrite.end;
  }
  return text + pattern.slice(at);
}
