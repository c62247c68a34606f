// What happens to a consumer when something that it uses changes, in words that whoever runs it understands.
import type { Change, EventChange, Level, PropertyAspect, PropertyChange } from "./change.js";
import type { Use } from "./uses.js";

/** The end of a sentence that begins with the consumer; undefined where the change does not matter to this use. */
export function effectOf(change: Change, use: Use): string | undefined {
  if (change.subject === "property") return propertyEffect(change, use);
  if (change.subject === "event") return eventEffect(change, use);
  if (change.subject !== "object" || change.kind === "object-added") return undefined;
  if (change.kind === "object-removed") return `no longer starts: there is no object "${change.name}"`;
  if (change.kind === "object-renamed")
    return `no longer starts until its trigger names the object "${change.name}"`;
  return undefined;
}

function eventEffect({ kind, event, before, after }: EventChange, { where, name }: Use): string | undefined {
  const now = text(after);
  switch (kind) {
    case "event-removed":
    case "event-retired":
      if (where === "trigger") return `never starts again: "${name}" no longer comes`;
      return where === "exit"
        ? `no longer ends on "${name}": people get messages that are not meant for them`
        : `counts "${name}", which no longer comes`;
    case "event-renamed":
      if (where === "trigger") return `does not start until its trigger is "${event}"`;
      return where === "exit"
        ? `does not end until it ends on "${event}"`
        : `counts "${name}", which is called "${event}" now`;
    case "event-added":
    case "event-revived":
      return where === "trigger" ? `can start: "${name}" comes now` : `hears of "${name}" now`;
    case "event-postponed":
      return where === "trigger"
        ? `does not start yet: "${name}" is only planned`
        : `does not hear of "${name}" yet`;
    case "event-activated":
      return where === "trigger" ? `starts: "${name}" is sent now` : `hears of "${name}" now`;
    case "event-call-changed":
      return `may not hear of "${name}": it is sent by ${now}`;
    case "event-identity-narrowed":
      return `hears of "${name}" for fewer people: those with ${now} alone`;
    case "event-identity-widened":
      return where === "trigger" ? "may start for people whom it can't reach" : undefined;
    case "event-identity-changed":
      return `hears of "${name}" for other people: those with ${now} alone`;
    case "event-source-removed":
      return `no longer hears of "${name}" from ${text(before)}`;
    case "event-source-added":
      return `hears of "${name}" from ${now} too`;
    case "event-idempotency-key-removed":
    case "event-idempotency-key-changed":
      return where === "trigger"
        ? `may start twice where "${name}" is sent again`
        : `may count "${name}" twice`;
    case "event-idempotency-key-added":
      return where === "trigger" ? `starts once for each ${now}, where it may have started twice` : undefined;
    case "event-timestamp-changed":
      return where === "trigger" ? `waits from another moment: ${now}` : undefined;
    case "event-arrives-too-late":
      if (where === "trigger")
        return `never starts again: "${name}" arrives ${now} after it happened or later, and Customer.io starts nothing by an event that is more than 72 hours old`;
      return arrivesLater(where, name, now);
    case "event-arrives-in-time":
      return where === "trigger" ? `can start: "${name}" comes in time now` : undefined;
    case "event-arrives-later":
      return arrivesLater(where, name, now);
    case "event-arrives-sooner":
      return where === "trigger" ? `starts sooner: "${name}" arrives ${now} after it happened` : undefined;
    default:
      return undefined;
  }
}

function arrivesLater(where: Use["where"], name: string, now: string): string {
  if (where === "trigger") return `starts later: "${name}" arrives ${now} after it happened or later`;
  return where === "exit"
    ? `ends on "${name}" only ${now} after it happened: messages that wait for less are sent all the same`
    : `counts "${name}" ${now} after it happened or later`;
}

function propertyEffect(change: PropertyChange, use: Use): string | undefined {
  if (!matters(change, use)) return undefined;
  const what = `"${use.written}"`;
  if (use.where === "template") return templateEffect(change, use, what);
  if (use.where === "trigger") {
    const effect = conditionEffects[change.aspect]?.(change, what);
    return effect === undefined ? undefined : `starts by a date that ${effect}`;
  }
  const effect = conditionEffects[change.aspect]?.(change, what);
  return effect === undefined ? undefined : `asks for ${what}, which ${effect}`;
}

/** A condition on other values than the one that came or went does not notice. */
function matters({ aspect, before, after }: PropertyChange, { comparison }: Use): boolean {
  if (aspect !== "enum-value-added" && aspect !== "enum-value-removed") return true;
  if (comparison === undefined || comparison.operator === "exists") return comparison === undefined;
  const values: readonly unknown[] = Array.isArray(comparison.value) ? comparison.value : [comparison.value];
  const changed = aspect === "enum-value-added" ? after : before;
  const names = values.some((value) => String(value) === String(changed));
  // A value that is new is one of "all others" too.
  return names || (aspect === "enum-value-added" && comparison.operator === "!=");
}

type Say = (change: PropertyChange, what: string) => string;

const conditionEffects: { readonly [aspect in PropertyAspect]?: Say } = {
  removed: () => "is no longer sent: it matches nobody",
  retired: () => "is no longer sent: it matches nobody",
  renamed: ({ path }) => `is called "${path.at(-1) ?? ""}" now: it matches nobody until it asks for that`,
  added: () => "is sent now",
  revived: () => "is sent again",
  required: () => "is always there now",
  optional: ({ holder }) =>
    `may be left out: ${holder.kind === "event" ? `not sent for "${holder.name}" without it` : "people without it are left out"}`,
  nullable: () => "may be null: what has no value is left out",
  "not-nullable": () => "always has a value now",
  "type-changed": typed,
  "type-widened": typed,
  "type-narrowed": ({
    fit,
    before,
    after,
  }: PropertyChange & { readonly fit?: { readonly payload: Level } }) =>
    fit?.payload === "safe"
      ? `is always ${text(after)} now`
      : `was ${text(before)} and is ${text(after)}: the comparison may not match`,
  "enum-value-added": ({ after }) => `may be "${text(after)}" now`,
  "enum-value-removed": ({ before }) => `is never "${text(before)}" again: nobody new matches`,
  "unit-changed": ({ before, after }) =>
    `was in ${text(before ?? "no unit")} and is in ${text(after ?? "no unit")}: the comparison means another amount`,
  "constraint-disjoint": () => "has other values now: the comparison may never match",
  "sources-narrowed": ({ after }) => `comes from ${text(after)} alone: not sent for the rest`,
  "sources-changed": ({ after }) => `comes from ${text(after)} alone: not sent for the rest`,
  postponed: () => "is not sent yet: it matches nobody",
  closed: () => "may no longer be sent",
};

function typed({ before, after }: PropertyChange): string {
  return `was ${text(before)} and is ${text(after)}: the comparison may not match`;
}

/** What a template may feel. */
export const aspectsInTemplates: ReadonlySet<PropertyAspect> = new Set<PropertyAspect>([
  "removed",
  "retired",
  "renamed",
  "optional",
  "sources-narrowed",
  "sources-changed",
  "postponed",
  "nullable",
  "type-changed",
  "type-widened",
  "enum-value-added",
  "unit-changed",
]);

/** A template that uses a missing value of an event fails to render, and the message is not sent. */
function templateEffect(change: PropertyChange, use: Use, what: string): string | undefined {
  const isSkipped = !use.guarded && use.namespace !== "customer";
  switch (change.aspect) {
    case "removed":
    case "retired":
      return isSkipped ? `is never sent: its template needs ${what}` : `no longer shows ${what}`;
    case "renamed": {
      const name = change.path.at(-1) ?? "";
      return isSkipped
        ? `is not sent until its template uses "${name}" in place of ${what}`
        : `shows nothing for ${what} until its template uses "${name}"`;
    }
    case "optional": {
      if (!isSkipped) return use.guarded ? undefined : `shows nothing for ${what} where it is left out`;
      const of = change.holder.kind === "event" ? ` for "${change.holder.name}"` : "";
      return `is not sent${of} without ${what}`;
    }
    case "sources-narrowed":
    case "sources-changed":
      return isSkipped
        ? `is not sent for what others than ${text(change.after)} send: it needs ${what}`
        : `shows ${what} for what ${text(change.after)} sends alone`;
    case "postponed":
      return isSkipped ? `is not sent yet: its template needs ${what}` : `does not show ${what} yet`;
    case "nullable":
      return use.guarded ? undefined : `shows nothing for ${what} where it is null`;
    case "type-changed":
    case "type-widened":
      return `shows ${what} as ${text(change.after)}, where it was ${text(change.before)}`;
    case "enum-value-added":
      return `may show ${what} as "${text(change.after)}"`;
    case "unit-changed":
      return `shows ${what} in ${text(change.after ?? "no unit")}, where it was in ${text(change.before ?? "no unit")}`;
    default:
      return undefined;
  }
}

/** A list in words, a type as it is written, a value as JSON has it. */
function text(value: unknown): string {
  if (Array.isArray(value)) return value.map(String).join(", ");
  return typeof value === "string" ? value : JSON.stringify(value);
}
