// What a type brings at one place is one mistake, however many keys it has: none of them stands there.
import type { ShapeIssue } from "./shape-issues.js";
import type { Suggestions } from "./suggestions.js";

/** Each alone, but what types bring at one place together; `apart` says what else tells two from each other. */
export function broughtTogether<T extends { readonly issue: ShapeIssue }>(
  all: readonly T[],
  suggestions: Suggestions,
  apart: (one: T) => string,
): readonly (readonly [T, ...T[]])[] {
  const found = new Map<string, [T, ...T[]]>();
  for (const [index, one] of all.entries()) {
    const { issue } = one;
    const { file, start, end } = issue.span;
    const key = isBrought(issue, suggestions)
      ? JSON.stringify([file, start, end, apart(one)])
      : String(index);
    const same = found.get(key);
    if (same === undefined) found.set(key, [one]);
    else if (!same.some((known) => nameOf(known.issue) === nameOf(issue))) same.push(one);
  }
  return [...found.values()];
}

/** What is near a name of the plan is told with that name. */
function isBrought(issue: ShapeIssue, suggestions: Suggestions): boolean {
  if (issue.kind !== "unknown" || issue.retired !== undefined || issue.elsewhere !== undefined) return false;
  return (
    issue.written.fromType === true && suggestions.near(issue.path.at(-1) ?? "", issue.among) === undefined
  );
}

function nameOf({ path }: ShapeIssue): string {
  return path.join(".");
}
