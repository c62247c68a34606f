// What callers give to functions that send an event by a name of their own, held to the plan: what is wrong with that is
// told where it is given. What the function itself gets wrong is told there, and nowhere else.
import type { Span } from "../diagnostics/diagnostic.js";
import type { CodeCall } from "./code-index.js";
import { isInside } from "./code-places.js";
import { type JudgedPayload, judgedPayloads } from "./judged-payloads.js";
import type { PlanIndex } from "./plan-index.js";
import type { ShapeIssue } from "./shape-issues.js";

/** The payloads of calls of such functions, with the mistakes that are the callers'; `own` are those of all other calls. */
export function givenPayloads(
  given: readonly CodeCall[],
  own: readonly JudgedPayload[],
  index: PlanIndex,
): readonly JudgedPayload[] {
  const told = new Set(
    own.flatMap(({ call, event, issues }) =>
      issues
        .flatMap((issue) => [issue, ...meantBy(issue)])
        .map((issue) => keyOf(call.emission.span, event.name.value, issue)),
    ),
  );
  return given.flatMap((call) => {
    const { sentBy, span, via } = call.emission;
    if (sentBy === undefined) return [];
    return judgedPayloads(call, index).flatMap((payload) => {
      const issues = payload.issues.flatMap((issue): readonly ShapeIssue[] => {
        if (told.has(keyOf(sentBy, payload.event.name.value, issue))) return [];
        // What a caller may leave out, the function may be meant to be asked without.
        if (issue.kind === "missing" && issue.certainty === "maybe") return [];
        const isOwn = isInside(issue.span, sentBy) || (via !== undefined && isInside(issue.span, via.span));
        if (!isOwn) return [issue];
        // What a function says itself is its own; what it is not given, its callers leave out.
        if (issue.kind !== "missing" || issue.path.length > 1) return [];
        return [{ ...issue, span }];
      });
      return issues.length === 0 ? [] : [{ ...payload, issues }];
    });
  });
}

/** What is there under a key that is misspelled is not missing. */
function meantBy(issue: ShapeIssue): readonly Told[] {
  if (issue.kind !== "misspelled") return [];
  return [{ kind: "missing", path: [...issue.path.slice(0, -1), issue.meant.name.value] }];
}

type Told = Pick<ShapeIssue, "kind" | "path">;

function keyOf({ file, start }: Span, event: string, { kind, path }: Told): string {
  return JSON.stringify([file, start, event, kind, path]);
}
