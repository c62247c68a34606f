// The comparison of two plans: typed changes, each rated by promise, the consumers that they reach, and the version
// step that they need.
import { compareText } from "../diagnostics/diagnostic.js";
import type { Consumer, Plan, Property } from "../plan/plan.js";
import { Agreed, type Agreement } from "./agreed.js";
import { Arrivals } from "./arrival-edits.js";
import { type Bump, isSufficient, neededBump } from "./bump.js";
import {
  type Change,
  type Holder,
  type PropertyChange,
  type PropertyKind,
  pathText,
  type RatedChange,
  worstLevel,
} from "./change.js";
import { eventEdits, pairEvents } from "./event-edits.js";
import { describeChange, rate } from "./kinds.js";
import { Owners } from "./owners.js";
import { propertyEdits } from "./property-edits.js";
import { Reach, type Uses } from "./reach.js";
import { sameEvents } from "./same-text.js";
import { templateEdits } from "./template-edits.js";
import { thingEdits } from "./thing-edits.js";
import { TypeEdits } from "./type-edits.js";
import type { Notes } from "./type-notes.js";
import { usesIn } from "./uses.js";

export type Comparison = {
  /** Sorted by what they are about. */
  readonly changes: readonly RatedChange[];
  readonly bump: Bump;
  readonly declared: { readonly from: string; readonly to: string; readonly sufficient: boolean };
  /** The entries of `breaks` that are new: what was agreed on in between. */
  readonly agreements: readonly Agreement[];
};

/** What was noted about the properties of one holder, before named types are known. */
type Noted = {
  readonly holder: Holder;
  readonly notes: Notes;
  readonly planned: boolean;
  readonly before: readonly Property[];
  readonly after: readonly Property[];
};

/**
 * Compares two plans. Where something is written, and in what order, makes no difference. `uses` is what consumers use,
 * where more is known than the plans themselves say; what has to be read for it may depend on what changed. `texts` is
 * what those consumers use whose templates changed.
 */
export function comparePlans(
  before: Plan,
  after: Plan,
  uses: Uses | ((changes: readonly Change[]) => Uses) = { before: usesIn(before), after: usesIn(after) },
  texts?: Uses,
): Comparison {
  const types = new TypeEdits(before, after);
  const events = pairEvents(before, after);
  const changes: Change[] = [...events.changes];
  const noted: Noted[] = [];
  const compare = (
    holder: Holder,
    a: Parameters<typeof propertyEdits>[1],
    b: Parameters<typeof propertyEdits>[2],
    planned = false,
  ): ReadonlyMap<string, string> => {
    const notes: Notes = { edits: [], links: [] };
    const renamed = propertyEdits(types, a, b, [], notes);
    noted.push({ holder, notes, planned, before: a.properties, after: b.properties });
    return renamed;
  };

  const primary = [before.identity.primary, after.identity.primary] as const;
  const areSame = sameEvents(before, after);
  const arrivals = new Arrivals(before, after);
  for (const [a, b] of events.same) {
    const isSame = areSame(a, b);
    if (!isSame || arrivals.moved) changes.push(...arrivals.edits(a, b));
    if (isSame) continue;
    const renamed = compare({ kind: "event", name: b.name.value }, a, b, a.status === "planned");
    const opened = noted.at(-1);
    if (opened !== undefined && a.open !== false && b.open !== false)
      types.compareOpenness(a.open, b.open, [], { was: a.name.span, at: b.name.span }, opened.notes, true);
    changes.push(...eventEdits(a, b, primary, renamed));
  }
  compare({ kind: "person" }, closed(before.people.attributes), closed(after.people.attributes));
  for (const [a, b] of inBoth(before.objects, after.objects)) {
    const name = b.name.value;
    compare({ kind: "object", name }, closed(a.attributes), closed(b.attributes));
    compare({ kind: "relationship", name }, closed(a.relationship), closed(b.relationship));
  }
  for (const [a, b] of inBoth(before.consumers, after.consumers)) {
    const [was, is] = [given(a), given(b)];
    if (was !== undefined && is !== undefined)
      compare({ kind: "trigger", name: b.name.value }, closed(was), closed(is));
  }
  changes.push(...thingEdits(before, after, types, events.renamed));
  if (texts !== undefined) changes.push(...templateEdits(before, after, texts));

  types.finish();
  for (const one of noted) changes.push(...expand(types, one));
  const known = typeof uses === "function" ? uses(changes) : uses;
  const reach = new Reach(before, after, events.renamed, known);
  const agreed = new Agreed(before, after, events.renamed);
  const owners = new Owners(before, after);
  const rated = changes
    .map((change): RatedChange => {
      const verdicts = rate(change);
      return {
        ...change,
        message: describeChange(change),
        verdicts,
        effects: reach.of(change),
        owner: owners.of(change),
        agreed: worstLevel(verdicts) === "safe" ? undefined : agreed.of(change),
      };
    })
    .map((change) => ({ change, key: sortKey(change) }))
    .toSorted((a, b) => compareText(a.key, b.key))
    .map(({ change }) => change);
  const bump = neededBump(rated);
  const [from, to] = [before.version.value, after.version.value];
  return {
    changes: rated,
    bump,
    declared: { from, to, sufficient: isSufficient(from, to, bump) },
    agreements: agreed.all(),
  };
}

function expand(
  types: TypeEdits,
  { holder, notes, planned, before, after }: Noted,
): readonly PropertyChange[] {
  const edits = types.expand(notes);
  if (edits.length === 0) return [];
  const was = new Map(before.map((property) => [property.name.value, property]));
  const is = new Map(after.map((property) => [property.name.value, property]));
  const prefix = holder.kind === "event" || holder.kind === "trigger" ? "property" : "attribute";
  return edits.map(({ path, edit, via }) => {
    const name = path[0] ?? "";
    const old = was.get(name);
    const bound = [old, is.get(name)].some((property) => (property?.sources.length ?? 0) > 0);
    const kind: PropertyKind = `${prefix}-${edit.aspect}`;
    return {
      ...edit,
      subject: "property",
      kind,
      holder,
      path,
      via,
      // Who may set an attribute parts no payloads.
      bound: bound && holder.kind === "event",
      planned: planned || old?.status === "planned",
    };
  });
}

const subjects = [
  "event",
  "person",
  "object",
  "relationship",
  "identity",
  "source",
  "type",
  "sequence",
  "consumer",
  "trigger",
  "target",
  "plan",
];

function sortKey(change: RatedChange): string {
  const subject = change.subject === "property" ? change.holder.kind : change.subject;
  const name =
    change.subject === "event"
      ? change.event
      : change.subject === "property"
        ? "name" in change.holder
          ? change.holder.name
          : ""
        : change.name;
  const path = change.subject === "property" ? pathText(change.path) : "";
  const rank = String(subjects.indexOf(subject)).padStart(2, "0");
  return [rank, name, path, change.kind, JSON.stringify([change.before, change.after])].join("\u0000");
}

function closed(properties: readonly Property[]): { properties: readonly Property[]; open: false } {
  return { properties, open: false };
}

function given(consumer: Consumer): readonly Property[] | undefined {
  return consumer.triggers.find((trigger) => trigger.kind === "api")?.properties;
}

function inBoth<T extends { readonly name: { readonly value: string } }>(
  before: readonly T[],
  after: readonly T[],
): readonly (readonly [T, T])[] {
  const now = new Map(after.map((one) => [one.name.value, one]));
  return before.flatMap((one) => {
    const same = now.get(one.name.value);
    return same === undefined ? [] : [[one, same] as const];
  });
}
