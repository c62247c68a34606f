// What a caller of a function leaves out, and others give, is told at the caller: the function only hands it on.
import type { CodeCall, CodeIndex } from "./code-index.js";
import { isInside } from "./code-places.js";
import type { JudgedPayload } from "./judged-payloads.js";
import { placeKey } from "./right-keys.js";
import type { ShapeIssue } from "./shape-issues.js";

/** The payloads, with what single callers of a wrapper leave out as what their calls lack. */
export function withLeftOut(code: CodeIndex, payloads: readonly JudgedPayload[]): readonly JudgedPayload[] {
  const lacking = new Map<string, Set<CodeCall>>();
  for (const { call, issues } of payloads)
    for (const issue of issues) {
      const key = handedOn(call, issue);
      if (key !== undefined) lacking.set(key, (lacking.get(key) ?? new Set()).add(call));
    }
  if (lacking.size === 0) return payloads;
  const callers = new Map<string, number>();
  for (const call of code.eventCalls) {
    const key = functionKey(call);
    if (key !== undefined) callers.set(key, (callers.get(key) ?? 0) + 1);
  }
  return payloads.map((payload) => {
    const { call } = payload;
    const all = callers.get(functionKey(call) ?? "") ?? 0;
    const isLeftOut = (issue: ShapeIssue): boolean => {
      const key = handedOn(call, issue);
      // What nobody gives is no caller's.
      return key !== undefined && (lacking.get(key)?.size ?? 0) < all;
    };
    if (!payload.issues.some(isLeftOut)) return payload;
    const { span } = call.emission;
    const issues = payload.issues.map((issue) =>
      issue.kind === "missing" && isLeftOut(issue) ? { ...issue, certainty: "absent" as const, span } : issue,
    );
    return { ...payload, issues };
  });
}

/** Tells what a wrapper sends without a value from all others; undefined for all that is no such thing. */
function handedOn(call: CodeCall, issue: ShapeIssue): string | undefined {
  const { via, sentBy } = call.emission;
  if (via === undefined || sentBy !== undefined) return undefined;
  if (issue.kind !== "missing" || issue.certainty !== "undefined" || issue.path.length > 1) return undefined;
  return isInside(issue.span, via.span) ? JSON.stringify([placeKey(issue.span), issue.path]) : undefined;
}

function functionKey({ emission: { via, sentBy } }: CodeCall): string | undefined {
  return via === undefined || sentBy !== undefined ? undefined : placeKey(via.span);
}
