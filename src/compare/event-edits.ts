// What changed between two versions of one event, its properties aside, and which events came, went or were renamed.
import type { Located, Span } from "../diagnostics/diagnostic.js";
import type { Json, Plan, PlanEvent } from "../plan/plan.js";
import type { EventChange } from "./change.js";
import { deprecationText, lifecycle, pick, saysDeprecated } from "./property-edits.js";
import { type Candidate, pairRenames } from "./renames.js";
import { propertiesShape } from "./shape-text.js";

export type EventPairs = {
  /** The events that are in both plans, under one name or two. */
  readonly same: readonly (readonly [PlanEvent, PlanEvent])[];
  /** Old name to new name. */
  readonly renamed: ReadonlyMap<string, string>;
  readonly changes: readonly EventChange[];
};

type Kind = EventChange["kind"];

/** Pairs the events of two plans, and says which came, went, or changed their name. */
export function pairEvents(before: Plan, after: Plan): EventPairs {
  const old = new Map(before.events.map((event) => [event.name.value, event]));
  const now = new Map(after.events.map((event) => [event.name.value, event]));
  const gone = before.events.filter((event) => {
    const same = now.get(event.name.value);
    return event.status !== "retired" && (same === undefined || same.status === "retired");
  });
  const come = after.events.filter((event) => event.status !== "retired" && !old.has(event.name.value));
  const aliases = new Map(
    come.flatMap((event) => event.aliases.map((alias) => [alias.value, event.name.value] as const)),
  );
  const named = (event: PlanEvent): readonly string[] => [
    ...[aliases.get(event.name.value)].flatMap((name) => name ?? []),
    ...[event, now.get(event.name.value)].flatMap((one) => one?.deprecated?.replacedBy?.value ?? []),
  ];
  const pairs = pairRenames(gone.map(candidate), come.map(candidate), () => true, named);
  const taken = new Set([...pairs.values()].map((event) => event.name.value));
  const same: (readonly [PlanEvent, PlanEvent])[] = [];
  const changes: EventChange[] = [];
  const renamed = new Map<string, string>();
  const add = (kind: Simple, was: PlanEvent | undefined, is: PlanEvent | undefined): void => {
    changes.push({
      subject: "event",
      kind,
      event: (is ?? was)?.name.value ?? "",
      planned: was?.status === "planned",
      before: was?.name.value ?? null,
      after: is?.name.value ?? null,
      was: was?.name.span,
      at: is?.name.span,
    });
  };
  for (const event of before.events) {
    const name = event.name.value;
    const to = pairs.get(event);
    const still = now.get(name);
    if (to !== undefined) {
      renamed.set(name, to.name.value);
      same.push([event, to]);
      add("event-renamed", event, to);
    } else if (still === undefined)
      add(event.status === "retired" ? "event-tombstone-removed" : "event-removed", event, undefined);
    else if (event.status !== "retired" && still.status === "retired") add("event-retired", event, still);
    else if (event.status === "retired" && still.status !== "retired") add("event-revived", event, still);
    else if (event.status !== "retired") same.push([event, still]);
  }
  for (const event of after.events) {
    if (old.has(event.name.value) || taken.has(event.name.value)) continue;
    add(event.status === "retired" ? "event-tombstone-added" : "event-added", undefined, event);
  }
  return { same, renamed, changes };
}

type Simple = Exclude<Kind, "event-source-added" | "event-source-removed">;

function candidate(event: PlanEvent): Candidate<PlanEvent> {
  return {
    item: event,
    name: event.name.value,
    shape: () => `${event.call};${event.open !== false};${propertiesShape(event.properties)}`,
  };
}

/** What changed about an event itself. `primary` is what a known call carries, before and now. */
export function eventEdits(
  a: PlanEvent,
  b: PlanEvent,
  primary: readonly [string, string],
  propertyNames: ReadonlyMap<string, string>,
): readonly EventChange[] {
  const changes: EventChange[] = [];
  const about = { subject: "event", event: b.name.value, planned: a.status === "planned" } as const;
  const add = (kind: Simple, before: Json, after: Json, was: Span, at: Span): void => {
    changes.push({ ...about, kind, before, after, was, at });
  };
  const names = [a.name.span, b.name.span] as const;
  for (const step of lifecycle(a.status, b.status)) add(`event-${step}`, a.status, b.status, ...names);
  if (a.call !== b.call) add("event-call-changed", a.call, b.call, ...names);
  const [who, whom] = [identifiersOf(a, primary[0]), identifiersOf(b, primary[1])];
  const wider = who.every((one) => whom.includes(one));
  const narrower = whom.every((one) => who.includes(one));
  // Known people are told otherwise when the identity changes: that is told there, once for all events.
  const isSame = a.identity.kind === b.identity.kind && a.identity.kind !== "identifiers";
  if (!isSame && (!wider || !narrower))
    add(
      `event-identity-${wider ? "widened" : narrower ? "narrowed" : "changed"}`,
      who,
      whom,
      a.identity.span,
      b.identity.span,
    );
  if ((a.open !== false) !== (b.open !== false))
    add(b.open === false ? "event-closed" : "event-opened", a.open !== false, b.open !== false, ...names);
  const keys = [
    a.idempotencyKey.map(({ value }) => value.map((step) => propertyNames.get(step) ?? step).join(".")),
    b.idempotencyKey.map(({ value }) => value.join(".")),
  ] as const;
  if (keys[0].join("\n") !== keys[1].join("\n"))
    add(
      `event-idempotency-key-${keys[0].length === 0 ? "added" : keys[1].length === 0 ? "removed" : "changed"}`,
      keys[0].length === 0 ? null : keys[0],
      keys[1].length === 0 ? null : keys[1],
      a.idempotencyKey[0]?.span ?? names[0],
      b.idempotencyKey[0]?.span ?? names[1],
    );
  const times = [timestampOf(a, propertyNames), timestampOf(b, new Map())] as const;
  if (times[0] !== times[1])
    add(
      "event-timestamp-changed",
      times[0],
      times[1],
      a.timestamp?.span ?? names[0],
      b.timestamp?.span ?? names[1],
    );
  const shaped = [...a.properties, ...b.properties].some((property) => property.sources.length > 0);
  compareNames(a.sources, b.sources, (kind, before, after, was, at) => {
    const place = { was: was ?? names[0], at: at ?? names[1] };
    changes.push({ ...about, kind: `event-source-${kind}`, shaped, before, after, ...place });
  });
  compareNames(a.aliases, b.aliases, (kind, before, after, was, at) => {
    // The old name as an alias says that the event was renamed, which is told already.
    if (after === a.name.value) return;
    changes.push({
      ...about,
      kind: `event-alias-${kind}`,
      before,
      after,
      was: was ?? names[0],
      at: at ?? names[1],
    });
  });
  const objects = [a.about, b.about].map((list) => list.map(({ value }) => value).toSorted());
  if (objects[0]?.join("\n") !== objects[1]?.join("\n"))
    add("event-objects-changed", objects[0] ?? [], objects[1] ?? [], ...names);
  const [was, is] = [documentation(a), documentation(b)];
  const isTold = saysDeprecated(a.status, b.status);
  const fields = Object.keys(was).filter(
    (field) => was[field] !== is[field] && !(isTold && field === "deprecated"),
  );
  if (fields.length > 0) add("event-documentation-changed", pick(was, fields), pick(is, fields), ...names);
  return changes;
}

/** Calls back for each name that came or went. */
export function compareNames(
  a: readonly Located<string>[],
  b: readonly Located<string>[],
  say: (
    kind: "added" | "removed",
    before: string | null,
    after: string | null,
    was: Span | undefined,
    at: Span | undefined,
  ) => void,
): void {
  const before = new Set(a.map(({ value }) => value));
  const after = new Set(b.map(({ value }) => value));
  for (const { value, span } of a) if (!after.has(value)) say("removed", value, null, span, undefined);
  for (const { value, span } of b) if (!before.has(value)) say("added", null, value, undefined, span);
}

/** Whom the event may be about, as identifiers. */
function identifiersOf({ identity }: PlanEvent, primary: string): readonly string[] {
  if (identity.kind === "known") return [primary];
  if (identity.kind === "anonymous") return ["anonymous"];
  if (identity.kind === "any") return ["anonymous", primary].toSorted();
  return "identifiers" in identity ? identity.identifiers.map(({ value }) => value).toSorted() : [];
}

function timestampOf({ timestamp }: PlanEvent, renamed: ReadonlyMap<string, string>): string {
  if (timestamp === undefined || timestamp.value === "now") return "now";
  return timestamp.value.property.map((step) => renamed.get(step) ?? step).join(".");
}

function documentation(event: PlanEvent): { readonly [field: string]: string | null } {
  const list = (values: readonly Located<Json>[]): string | null =>
    values.length === 0 ? null : JSON.stringify(values.map(({ value }) => value));
  return {
    description: event.description?.value ?? null,
    owner: event.owner?.value ?? null,
    because: event.because?.value ?? null,
    tags: list(event.tags),
    examples: list(event.examples),
    deprecated: deprecationText(event.deprecated),
  };
}
