// What the comparisons of things that are no events have in common: how a change is noted, and which things are one.
import type { Located, Span } from "../diagnostics/diagnostic.js";
import type { Json } from "../plan/plan.js";
import type { ThingChange } from "./change.js";
import { pick } from "./property-edits.js";
import { pairRenames } from "./renames.js";

type Subject = ThingChange["subject"];
/** Notes one change. */
export type Say = (
  subject: Subject,
  kind: Exclude<ThingChange["kind"], "identity-type-changed" | "object-type-changed">,
  name: string,
  before: Json,
  after: Json,
  was: Span | undefined,
  at: Span | undefined,
) => void;

/** Words about a thing, by what they are. */
export type Texts = { readonly [field: string]: string | null };

/** Notes the words about a thing that changed, all in one. */
export function sayWords(
  say: Say,
  subject: Subject,
  kind: Parameters<Say>[1],
  name: string,
  [was, is]: readonly [Texts, Texts],
  spans: readonly [Span, Span],
): void {
  const fields = Object.keys(was).filter((field) => was[field] !== is[field]);
  if (fields.length > 0) say(subject, kind, name, pick(was, fields), pick(is, fields), ...spans);
}

/** A list of words or values as text; null for an empty one. */
export function listText(values: readonly Located<Json>[]): string | null {
  return values.length === 0 ? null : JSON.stringify(values.map(({ value }) => value));
}

/** The things that are in both plans; says which came and went, and which only changed their name. */
export function pairNamed<T extends { readonly name: Located<string> }>(
  subject: "source" | "object" | "sequence" | "consumer" | "target",
  before: readonly T[],
  after: readonly T[],
  say: Say,
): readonly (readonly [T, T])[] {
  const now = new Map(after.map((one) => [one.name.value, one]));
  const old = new Set(before.map((one) => one.name.value));
  const gone = before.filter((one) => !now.has(one.name.value));
  const come = after.filter((one) => !old.has(one.name.value));
  const candidate = (item: T) => ({
    item,
    name: item.name.value,
    shape: () => JSON.stringify({ ...item, name: undefined }, withoutSpans),
  });
  const canBeRenamed = subject === "object" || subject === "sequence" || subject === "consumer";
  const pairs = canBeRenamed
    ? pairRenames(
        gone.map(candidate),
        come.map(candidate),
        () => true,
        () => [],
      )
    : new Map<T, T>();
  const taken = new Set(pairs.values());
  const same: (readonly [T, T])[] = [];
  for (const one of before) {
    const to = pairs.get(one);
    const still = now.get(one.name.value);
    if (to !== undefined && canBeRenamed) {
      say(
        subject,
        `${subject}-renamed`,
        to.name.value,
        one.name.value,
        to.name.value,
        one.name.span,
        to.name.span,
      );
      same.push([one, to]);
    } else if (still !== undefined) same.push([one, still]);
    else say(subject, `${subject}-removed`, one.name.value, one.name.value, null, one.name.span, undefined);
  }
  for (const one of come)
    if (!taken.has(one))
      say(subject, `${subject}-added`, one.name.value, null, one.name.value, undefined, one.name.span);
  return same;
}

function withoutSpans(key: string, value: unknown): unknown {
  return key === "span" ? undefined : value;
}
