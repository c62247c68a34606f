// Finds who listens to an event and who reads an attribute: the plan's consumers, seen from the other end.
import type { Condition, Consumer, Plan, PropertyPath, Sequence } from "../../plan/plan.js";
import { audienceReads } from "./audience.js";

/** How a consumer is touched by an event; a segment counts it where it decides about who is in. */
export type Listener = {
  readonly consumer: Consumer;
  readonly starts: boolean;
  readonly stops: boolean;
  readonly counts: boolean;
};

/** The listeners of each event that has any, in the order of their names. */
export function listenersByEvent(plan: Plan): ReadonlyMap<string, readonly Listener[]> {
  const found = new Map<string, Listener[]>();
  for (const consumer of plan.consumers) {
    const starts = new Set(consumer.triggers.flatMap((one) => (one.kind === "event" ? [one.event] : [])));
    const stops = new Set(consumer.exitsOn.map(({ value }) => value));
    const { events: counted } = audienceReads(consumer.audience);
    for (const event of new Set([...starts, ...stops, ...counted.keys()])) {
      const listener = {
        consumer,
        starts: starts.has(event),
        stops: stops.has(event),
        counts: counted.has(event),
      };
      found.set(event, [...(found.get(event) ?? []), listener]);
    }
  }
  return found;
}

/** The sequences that have the event as a step or stop on it. */
export function sequencesOf(plan: Plan, event: string): readonly Sequence[] {
  return plan.sequences.filter(
    ({ steps, suppress }) => steps.some(({ value }) => value === event) || suppress?.on.value === event,
  );
}

/** The consumers whose conditions read `customer.ATTRIBUTE`, or that start on the date in it. A segment's too. */
export function readersOfAttribute(plan: Plan, attribute: string): readonly Consumer[] {
  return plan.consumers.filter(
    ({ triggers, conditions, audience }) =>
      triggers.some((trigger) => trigger.kind === "date" && trigger.attribute === attribute) ||
      audienceReads(audience).attributes.has(attribute) ||
      conditions.some(({ value }) =>
        paths(value.parsed).some((path) => leadsTo(path, "customer", attribute)),
      ),
  );
}

/** Those of an event's listeners whose conditions read `event.PROPERTY`. */
export function readersOfProperty(
  event: string,
  listeners: readonly Listener[],
  property: string,
): readonly Consumer[] {
  return listeners
    .filter(
      ({ starts, counts, consumer }) =>
        (starts &&
          consumer.conditions.some(({ value }) =>
            paths(value.parsed).some((path) => leadsTo(path, "event", property)),
          )) ||
        (counts && audienceReads(consumer.audience).events.get(event)?.has(property) === true),
    )
    .map(({ consumer }) => consumer);
}

function leadsTo([space, name]: PropertyPath, wanted: string, property: string): boolean {
  return space === wanted && name === property;
}

function paths(condition: Condition | undefined): readonly PropertyPath[] {
  if (condition === undefined) return [];
  return condition.kind === "comparison" ? [condition.path.value] : condition.operands.flatMap(paths);
}
