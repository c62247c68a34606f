// Whether a pattern can make a backtracking matcher, such as JavaScript's, slow: the check behind "no input makes
// them slow" for the targets that do not run RE2.
import { ambiguousWord, forks } from "./ambiguity.js";
import { Budget, buildAutomaton, TooComplex } from "./automaton.js";
import { candidateWords, isSlowOn, stepsOn } from "./steps.js";
import { branches, type PatternNode, type PatternProblem, type Repeat, repeatsOf } from "./tree.js";

/**
 * How many steps a matcher may take on a text of `studiedLength` characters. Measured: V8 takes one to ten
 * nanoseconds a step, so this is some tens of milliseconds. Quadratic and cubic patterns are below it, those of the
 * fourth degree and exponential ones above.
 */
const stepLimit = 5_000_000;
const studiedLength = 200;

/** What makes the pattern slow, or undefined. Takes bounded time; a pattern that would need more is refused. */
export function backtrackingProblem(pattern: string, node: PatternNode): PatternProblem | undefined {
  const repeats = repeatsOf(node);
  const budget = new Budget();
  try {
    return exponential(pattern, node, repeats, budget) ?? polynomial(pattern, node, repeats, budget);
  } catch (thrown) {
    if (!(thrown instanceof TooComplex)) throw thrown;
    return {
      start: 0,
      end: pattern.length,
      message: "The pattern is too complex to tell that no text makes it slow.",
      help: "Use smaller counts, or fewer repetitions within one another.",
    };
  }
}

function exponential(
  pattern: string,
  node: PatternNode,
  repeats: readonly Repeat[],
  budget: Budget,
): PatternProblem | undefined {
  if (!repeats.some((repeat) => repeat.max === Infinity && branches(repeat.body))) return undefined;
  // Each repetition once, though counts around it build it several times.
  const studied = new Set<Repeat>();
  let found: Repeat | undefined;
  buildAutomaton(node, budget, (repeat, automaton, from, to) => {
    if (found !== undefined || studied.has(repeat) || !branches(repeat.body)) return;
    studied.add(repeat);
    if (ambiguousWord(automaton, from, to, budget) !== undefined) found = repeat;
  });
  if (found === undefined) return undefined;
  const { start, end } = found;
  return {
    start,
    end,
    message: `"${shortened(pattern.slice(start, end))}" can match one text in exponentially many ways, so a text that fails takes forever.`,
    help: "Let each round begin or end with something that stands nowhere else in it, as in [a-z]+(-[a-z]+)*, or drop one of two repetitions that say the same.",
  };
}

function polynomial(
  pattern: string,
  node: PatternNode,
  repeats: readonly Repeat[],
  budget: Budget,
): PatternProblem | undefined {
  // One or two simple repetitions are cubic at worst.
  if (repeats.length <= 2 && !repeats.some((repeat) => branches(repeat.body))) return undefined;
  const automaton = buildAutomaton(node, budget, () => {});
  // What matches the empty text matches at once, everywhere.
  if (automaton.empty.some((way) => way.conditions === 0)) return undefined;
  const places = forks(automaton, budget);
  if (places.length === 0) return undefined;
  const suspects: (readonly number[])[] = [];
  // A counted repetition that would be exponential without its bound is large enough of a suspect to be counted.
  for (const repeat of repeats) {
    if (repeat.max === Infinity || repeat.max < 2 || !branches(repeat.body)) continue;
    buildAutomaton({ ...repeat, min: 0, max: Infinity }, budget, (_, inner, from, to) => {
      const word = ambiguousWord(inner, from, to, budget);
      if (word !== undefined) suspects.push(word);
    });
  }
  const slow =
    // A word that takes several rounds to part shows nothing on a short text.
    suspects.some((word) => stepsOn(automaton, word, studiedLength, stepLimit, budget) > stepLimit) ||
    candidateWords(automaton, budget).some((word) =>
      isSlowOn(automaton, places, word, studiedLength, stepLimit, budget),
    ) ||
    suspects.some((word) => isSlowOn(automaton, places, word, studiedLength, stepLimit, budget));
  if (slow) {
    const { start, end } = span(repeats, pattern);
    return {
      start,
      end,
      message: `"${shortened(pattern.slice(start, end))}" can match one text in very many ways: a text of ${studiedLength} characters that fails takes more than ${stepLimit / 1e6} million steps.`,
      help: "Let what stands next to each other match different characters, such as [^,]*, in place of .*, and anchor the pattern with ^.",
    };
  }
  return undefined;
}

/** From the first repetition to the end of the last. */
function span(repeats: readonly Repeat[], pattern: string): { start: number; end: number } {
  return {
    start: Math.min(pattern.length, ...repeats.map((repeat) => repeat.start)),
    end: Math.max(0, ...repeats.map((repeat) => repeat.end)),
  };
}

function shortened(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 59)}…`;
}
