// What is wrong with a payload whichever of several events it belongs to.
import type { JudgedPayload } from "./judged-payloads.js";
import type { ShapeIssue } from "./shape-issues.js";

/** Of a call that may send one of several events: what is wrong whichever it is. */
export function commonIssues(judged: readonly JudgedPayload[]): readonly JudgedPayload[] {
  const [first, ...others] = judged;
  if (first === undefined) return [];
  const keys = others.map(({ issues }) => new Set(issues.map(issueKey)));
  const issues = first.issues.filter(
    (issue) => !isOptional(issue) && keys.every((set) => set.has(issueKey(issue))),
  );
  // A key that none of them has is told of all, and so is one that all of them ask for.
  const shared = new Set(issues.filter(isOfAll).map(issueKey));
  const also = others
    .map((one) => ({
      ...one,
      issues: one.issues.filter((issue) => shared.has(issueKey(issue)) && isOfAll(issue)),
    }))
    .filter((one) => one.issues.length > 0);
  return [{ ...first, issues }, ...also];
}

function isOfAll(issue: ShapeIssue): boolean {
  if (issue.kind === "missing") return issue.certainty === "absent";
  return issue.kind === "unknown" && issue.retired === undefined && issue.elsewhere === undefined;
}

function issueKey({ kind, path, span }: ShapeIssue): string {
  return JSON.stringify([kind, path, span.file, span.start]);
}

/** What is sent with one of the names alone may be there for that one. */
function isOptional(issue: ShapeIssue): boolean {
  if (issue.kind === "missing") return issue.certainty === "maybe";
  return (issue.kind === "unknown" || issue.kind === "misspelled") && issue.written.optional;
}
