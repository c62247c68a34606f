// What every call through one wrapper lacks is one mistake, and the wrapper's: it is told there, and not at each caller.
import type { Emission } from "../code/emission.js";
import type { Span } from "../diagnostics/diagnostic.js";
import type { CodeCall, CodeIndex } from "./code-index.js";
import type { JudgedPayload } from "./judged-payloads.js";
import { placeKey } from "./right-keys.js";
import type { ShapeIssue } from "./shape-issues.js";

/** So many events of a wrapper, and so great a part of its callers, have not all forgotten the same. */
const fewestEvents = 3;
const leastPart = 0.5;

/** The calls inside wrappers by the issues that all of their callers have, of those whose events ask for that property. */
export function lackedThroughout(
  code: CodeIndex,
  payloads: readonly JudgedPayload[],
): ReadonlyMap<ShapeIssue, Span> {
  const callers = new Map<Emission, CodeCall[]>();
  for (const call of code.eventCalls) {
    // What is sent though it is retired is not asked what it carries.
    const isJudged = call.events.some(({ event }) => event.status !== "retired");
    const inside = isJudged ? code.insideOf(call.emission) : undefined;
    if (inside === undefined) continue;
    const same = callers.get(inside);
    if (same === undefined) callers.set(inside, [call]);
    else same.push(call);
  }
  const found = new Map<ShapeIssue, Span>();
  const lacks = new Map<string, { readonly calls: Set<CodeCall>; readonly issues: ShapeIssue[] }>();
  const inner = new Map<string, Emission>();
  for (const { call, issues } of payloads) {
    const inside = code.insideOf(call.emission);
    if (inside === undefined) continue;
    for (const issue of issues) {
      const [name, ...deeper] = issue.path;
      if (issue.kind !== "missing" || issue.certainty !== "absent" || deeper.length > 0) continue;
      const key = JSON.stringify([inside.span.file, inside.span.start, name]);
      const same = lacks.get(key) ?? { calls: new Set(), issues: [] };
      same.calls.add(call);
      same.issues.push(issue);
      lacks.set(key, same);
      inner.set(key, inside);
    }
  }
  for (const [key, { calls, issues }] of lacks) {
    const inside = inner.get(key);
    const name = issues[0]?.path[0];
    if (inside === undefined || name === undefined) continue;
    const all = callers.get(inside) ?? [];
    const asked = all.filter((call) => asksFor(call, name));
    const events = new Set([...calls].flatMap((call) => call.events.map(({ event }) => event)));
    if (events.size < fewestEvents || asked.length < all.length * leastPart) continue;
    if (asked.every((call) => calls.has(call))) for (const issue of issues) found.set(issue, inside.span);
  }
  for (const [issue, at] of neverGiven(code, payloads)) found.set(issue, at);
  return found;
}

/** What none of its callers gives to a function that sends an event by a name of its own is that function's mistake. */
function neverGiven(
  code: CodeIndex,
  payloads: readonly JudgedPayload[],
): readonly (readonly [issue: ShapeIssue, at: Span])[] {
  const callers = new Map<string, Set<CodeCall>>();
  const lacks = new Map<string, { readonly calls: Set<CodeCall>; readonly issues: ShapeIssue[] }>();
  for (const call of code.givenCalls) {
    const all = callers.get(insideKey(call)) ?? new Set();
    callers.set(insideKey(call), all.add(call));
  }
  for (const { call, event, issues } of payloads) {
    if (call.emission.sentBy === undefined) continue;
    for (const issue of issues) {
      if (issue.kind !== "missing" || issue.certainty !== "absent" || issue.path.length > 1) continue;
      const key = JSON.stringify([insideKey(call), event.name.value, issue.path]);
      const same = lacks.get(key) ?? { calls: new Set(), issues: [] };
      same.calls.add(call);
      same.issues.push(issue);
      lacks.set(key, same);
    }
  }
  return [...lacks.values()].flatMap(({ calls, issues }) => {
    const [first] = calls;
    const at = first?.emission.sentBy;
    const all = first === undefined ? undefined : callers.get(insideKey(first));
    if (at === undefined || calls.size < 2 || calls.size < (all?.size ?? 0)) return [];
    return issues.map((issue) => [issue, at] as const);
  });
}

function insideKey({ emission: { sentBy } }: CodeCall): string {
  return sentBy === undefined ? "" : placeKey(sentBy);
}

function asksFor({ events }: CodeCall, name: string): boolean {
  return events.some(({ event }) => event.properties.some((one) => one.name.value === name));
}
