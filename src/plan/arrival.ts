// How late an event arrives, and whether it still starts anything then: by what it says itself, or else its sources.
import { customerio } from "../destinations/customerio.js";
import type { Located } from "../diagnostics/diagnostic.js";
import type { Lookup } from "./constraints.js";
import type { Duration, PlanEvent, Source } from "./plan.js";
import { findProperty } from "./property-path.js";

/**
 * How long after it happened an event arrives at the earliest: what it says itself, else the least that all of its
 * sources say. Undefined where one of them says nothing, or nobody is known to send it.
 */
export function arrivalOf(
  event: PlanEvent,
  sources: ReadonlyMap<string, Source>,
): Located<Duration> | undefined {
  if (event.arrivesAfter !== undefined) return late(event.arrivesAfter);
  let least: Located<Duration> | undefined;
  for (const { value } of event.sources) {
    const arrival = late(sources.get(value)?.arrivesAfter);
    if (arrival === undefined) return undefined;
    if (least === undefined || arrival.value.seconds < least.value.seconds) least = arrival;
  }
  return least;
}

/** Whether an event is always too old when it arrives to start a workflow, whoever sends it. */
export function arrivesTooLate(
  event: PlanEvent,
  sources: ReadonlyMap<string, Source>,
  lookup: Lookup,
): boolean {
  if (event.sources.length === 0) return startsNothing(event, undefined, lookup);
  return event.sources.every(({ value }) => startsNothing(event, sources.get(value), lookup));
}

/**
 * Whether what this source sends of an event is always too old when it arrives. An event that doesn't say when it
 * happened gets the time of its arrival: it starts what it should, late.
 */
export function startsNothing(event: PlanEvent, source: Source | undefined, lookup: Lookup): boolean {
  const arrival = event.arrivesAfter ?? source?.arrivesAfter;
  if (arrival === undefined || arrival.value.seconds < customerio.triggerWindowSeconds) return false;
  const { timestamp, properties } = event;
  if (timestamp === undefined || timestamp.value === "now") return false;
  const found = findProperty(timestamp.value.property.join("."), properties, lookup);
  if ("missing" in found || !found.certain) return false;
  const senders = found.property.sources;
  return senders.length === 0 || senders.some(({ value }) => value === source?.name.value);
}

function late(arrival: Located<Duration> | undefined): Located<Duration> | undefined {
  return arrival === undefined || arrival.value.seconds === 0 ? undefined : arrival;
}
