// Regular expressions of a plan: what RE2 and JavaScript both understand.

/**
 * Why a pattern can't be used, or undefined. Accepted is what RE2 and JavaScript's `u` mode both read, so that a
 * pattern means the same in every target.
 */
export function patternProblem(pattern: string): string | undefined {
  try {
    new RegExp(pattern, "u");
  } catch (thrown) {
    const reason =
      thrown instanceof Error ? thrown.message.replace(/^.*\/u?: /, "") : "not a regular expression";
    return `The pattern can't be read: ${reason}.`;
  }
  return undefined;
}
