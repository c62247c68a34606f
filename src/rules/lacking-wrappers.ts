// Properties that a wrapper does not put in, so that all of its callers lack them: that is one mistake, and the wrapper's.
import type { Span } from "../diagnostics/diagnostic.js";
import type { CodeCall, CodeIndex } from "./code-index.js";
import { isInside } from "./code-places.js";
import type { JudgedPayload } from "./judged-payloads.js";
import type { ShapeIssue } from "./shape-issues.js";

type Missing = Extract<ShapeIssue, { kind: "missing" }>;

/** So many calls of a wrapper, of so many events, lack what it does not put in. */
const fewest = { calls: 3, events: 2 };

type Blamed = {
  readonly name: string;
  readonly at: Span;
  readonly lacks: readonly string[];
  readonly calls: readonly CodeCall[];
};

/** What all calls through a wrapper lack is one mistake, and the wrapper's. */
export function apartFromWrappers(
  code: CodeIndex,
  payloads: readonly JudgedPayload[],
): { readonly wrappers: readonly Blamed[]; readonly payloads: readonly JudgedPayload[] } {
  const keyOf = ({ emission: { via } }: CodeCall): string =>
    via === undefined ? "" : `${via.span.file}\0${via.span.start}`;
  const through = grouped(code.eventCalls, keyOf);
  const wrappers: Blamed[] = [];
  const told = new Set<ShapeIssue>();
  for (const [key, judged] of grouped(payloads, ({ call }) => keyOf(call))) {
    const calls = through.get(key) ?? [];
    const via = calls[0]?.emission.via;
    const events = new Set(judged.map(({ event }) => event));
    if (via === undefined || calls.length < fewest.calls || events.size < fewest.events) continue;
    const absent = (payload: JudgedPayload): readonly Missing[] =>
      payload.issues.filter(
        (issue): issue is Missing =>
          issue.kind === "missing" && issue.certainty === "absent" && issue.path.length === 1,
      );
    const lacks = [...new Set(judged.flatMap(absent).map(({ path }) => path[0] ?? ""))].filter((name) =>
      calls.every((call) =>
        judged.some((one) => one.call === call && absent(one).some(({ path }) => path[0] === name)),
      ),
    );
    if (lacks.length === 0) continue;
    for (const issue of judged.flatMap(absent)) if (lacks.includes(issue.path[0] ?? "")) told.add(issue);
    const inner = code.scan.emissions.find(
      ({ forwards, span }) => forwards === true && isInside(span, via.span),
    );
    wrappers.push({ name: via.name, at: inner?.span ?? via.span, lacks, calls });
  }
  if (told.size === 0) return { wrappers, payloads };
  const left = payloads.map((one) => ({ ...one, issues: one.issues.filter((issue) => !told.has(issue)) }));
  return { wrappers, payloads: left };
}

function grouped<T>(all: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const found = new Map<string, T[]>();
  for (const one of all) {
    const key = keyOf(one);
    const same = found.get(key);
    if (same === undefined) found.set(key, [one]);
    else same.push(one);
  }
  return found;
}
