// What callers give to functions that send an event by a name of their own, held to the plan: what is wrong with that is
// told where it is given. What the function itself gets wrong is told there, and nowhere else.
import type { Emission, ValueShape } from "../code/emission.js";
import type { Span } from "../diagnostics/diagnostic.js";
import type { CodeCall } from "./code-index.js";
import { isInside } from "./code-places.js";
import { type JudgedPayload, judgedPayloads } from "./judged-payloads.js";
import type { PlanIndex } from "./plan-index.js";
import type { ShapeIssue } from "./shape-issues.js";

/**
 * The payloads of calls without what types allow those who call the function around, where all that these give is seen:
 * each is held to that.
 */
export function asCallersGive(
  own: readonly JudgedPayload[],
  given: readonly CodeCall[],
): readonly JudgedPayload[] {
  const callers = new Map<string, Emission[]>();
  for (const { emission } of given) {
    const key = emission.sentBy === undefined ? "" : placeOf(emission.sentBy);
    callers.set(key, [...(callers.get(key) ?? []), emission]);
  }
  return own.map((payload) => {
    const { sentBy, span } = payload.call.emission;
    const calls = (callers.get(placeOf(sentBy ?? span)) ?? []).filter(
      ({ via }) => via !== undefined && isInside(span, via.span),
    );
    if (calls.length === 0) return payload;
    const isOnlyAllowed = (issue: ShapeIssue): boolean =>
      issue.kind === "mismatch" &&
      issue.isAllowed === true &&
      calls.every(({ properties }) => isSeen(properties, issue.path));
    return { ...payload, issues: payload.issues.filter((issue) => !isOnlyAllowed(issue)) };
  });
}

/** Whether what stands under a path is known, whatever it is. */
function isSeen(shape: ValueShape | undefined, [key, ...more]: readonly string[]): boolean {
  if (shape?.kind === "union" && key !== undefined)
    return shape.members.every((member) => isSeen(member, [key, ...more]));
  if (key === undefined) return shape?.kind !== "unknown";
  if (shape?.kind !== "object") return shape?.kind !== "unknown";
  const property = shape.properties.find(({ name }) => name === key);
  return property === undefined ? shape.closed : isSeen(property.value, more);
}

function placeOf({ file, start }: Span): string {
  return `${file}:${start}`;
}

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
        .flatMap((issue) => keysOf(call.emission.span, event.name.value, issue)),
    ),
  );
  const isToldOf = (at: Span, event: string, issue: ShapeIssue): boolean =>
    issue.kind === "mismatch" && issue.given.every((value) => told.has(keyOf(at, event, issue, value)));
  const judged = asCallersGive(
    given.flatMap((call) => (call.emission.sentBy === undefined ? [] : judgedPayloads(call, index))),
    given,
  );
  const callers = callersOf(judged);
  return judged.flatMap((payload) => {
    const { sentBy, span, via } = payload.call.emission;
    if (sentBy === undefined) return [];
    const issues = payload.issues.flatMap((issue): readonly ShapeIssue[] => {
      const key = keyOf(sentBy, payload.event.name.value, issue);
      if (told.has(key) || isToldOf(sentBy, payload.event.name.value, issue)) return [];
      // What the function that is called here gets wrong where it calls another one is told there.
      if (
        via !== undefined &&
        callers.get(key)?.some((one) => one !== span && isInside(one, via.span)) === true
      )
        return [];
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
}

/** The calls that each issue was found at, of all functions between the call inside and those that call the outermost. */
function callersOf(judged: readonly JudgedPayload[]): ReadonlyMap<string, readonly Span[]> {
  const callers = new Map<string, Span[]>();
  for (const { call, event, issues } of judged) {
    const { sentBy, span } = call.emission;
    if (sentBy === undefined) continue;
    for (const issue of issues) {
      const key = keyOf(sentBy, event.name.value, issue);
      const same = callers.get(key);
      if (same === undefined) callers.set(key, [span]);
      else same.push(span);
    }
  }
  return callers;
}

/** What is there under a key that is misspelled is not missing. */
function meantBy(issue: ShapeIssue): readonly Told[] {
  if (issue.kind !== "misspelled") return [];
  return [{ kind: "missing", path: [...issue.path.slice(0, -1), issue.meant.name.value] }];
}

type Told = Pick<ShapeIssue, "kind" | "path"> | ShapeIssue;

/** What is told of a type's values is told of each: a caller may give another one. */
function keysOf(at: Span, event: string, issue: Told): readonly string[] {
  if (!("isAllowed" in issue) || issue.isAllowed !== true) return [keyOf(at, event, issue)];
  return issue.given.map((value) => keyOf(at, event, issue, value));
}

function keyOf({ file, start }: Span, event: string, { kind, path }: Told, value?: string): string {
  return JSON.stringify([file, start, event, kind, path, value]);
}
