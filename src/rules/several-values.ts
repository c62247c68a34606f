// Of the values that one expression may have, all that are wrong are one mistake.
import type { ShapeIssue } from "./shape-issues.js";

type Mismatch = Extract<ShapeIssue, { kind: "mismatch" }>;

/** So many values are named. */
const most = 4;

/** The issues, with those of one place in one: what is written at several places is several. */
export function mergedMismatches(issues: readonly ShapeIssue[]): readonly ShapeIssue[] {
  const merged: ShapeIssue[] = [];
  const places = new Map<string, number>();
  for (const issue of issues) {
    const key = issue.kind === "mismatch" ? keyOf(issue) : undefined;
    const at = key === undefined ? undefined : places.get(key);
    const same = at === undefined ? undefined : merged[at];
    if (at !== undefined && same?.kind === "mismatch" && issue.kind === "mismatch") {
      merged[at] = together(same, issue);
      continue;
    }
    if (key !== undefined) places.set(key, merged.length);
    merged.push(issue);
  }
  return merged;
}

function keyOf({ path, span, wanted }: Mismatch): string {
  return JSON.stringify([path, span.file, span.start, span.end, wanted]);
}

function together(one: Mismatch, other: Mismatch): Mismatch {
  const { help, isAllowed, ...rest } = one;
  const given = [...one.given, ...other.given.filter((value) => !one.given.includes(value))];
  return {
    ...rest,
    given,
    message: mismatchText(one.wanted, given),
    // What helps with one of them alone is no advice.
    ...(help !== undefined && help === other.help && { help }),
    ...(isAllowed === true && other.isAllowed === true && { isAllowed }),
  };
}

/** `must be a number, not text`; of many values the first few. */
export function mismatchText(wanted: string, given: readonly string[]): string {
  const named =
    given.length > most ? [...given.slice(0, most - 1), `${given.length - most + 1} more`] : given;
  const last = named.slice(-1).join();
  const before = named.slice(0, -1).join(", ");
  return `${wanted}, not ${before === "" ? last : `${before} ${given.length > most ? "and" : "or"} ${last}`}`;
}
