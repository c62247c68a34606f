// Finds who listens to an event and who reads an attribute: the plan's consumers, seen from the other end.
import type { Condition, Consumer, Plan, PropertyPath, Sequence } from "../../plan/plan.js";

/** How a consumer is touched by an event. */
export type Listener = { readonly consumer: Consumer; readonly starts: boolean; readonly stops: boolean };

/** The listeners of each event that has any, in the order of their names. */
export function listenersByEvent(plan: Plan): ReadonlyMap<string, readonly Listener[]> {
  const found = new Map<string, Listener[]>();
  for (const consumer of plan.consumers) {
    const start = consumer.trigger?.kind === "event" ? consumer.trigger.event : undefined;
    const stops = new Set(consumer.exitsOn.map(({ value }) => value));
    for (const event of new Set([...(start === undefined ? [] : [start]), ...stops])) {
      const listener = { consumer, starts: event === start, stops: stops.has(event) };
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

/** The consumers whose conditions read `customer.ATTRIBUTE`, or that start on the date in it. */
export function readersOfAttribute(plan: Plan, attribute: string): readonly Consumer[] {
  return plan.consumers.filter(
    ({ trigger, conditions }) =>
      (trigger?.kind === "date" && trigger.attribute === attribute) ||
      conditions.some(({ value }) =>
        paths(value.parsed).some((path) => leadsTo(path, "customer", attribute)),
      ),
  );
}

/** Those of an event's listeners whose conditions read `event.PROPERTY`. */
export function readersOfProperty(listeners: readonly Listener[], property: string): readonly Consumer[] {
  return listeners
    .filter(
      ({ starts, consumer }) =>
        starts &&
        consumer.conditions.some(({ value }) =>
          paths(value.parsed).some((path) => leadsTo(path, "event", property)),
        ),
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
