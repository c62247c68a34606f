// Tells by a payload whether a name that is misspelled means an event: what it carries is what the event carries.
import type { ValueShape } from "../code/emission.js";
import type { PlanEvent } from "../plan/plan.js";

/** So many properties of the event, and no fewer than it does not have, are no accident. */
const fewest = 2;

export function isPayloadOf(shape: ValueShape | undefined, { properties }: PlanEvent): boolean {
  if (shape?.kind !== "object") return false;
  const declared = new Set(properties.map(({ name }) => name.value));
  const known = shape.properties.filter(({ name }) => declared.has(name)).length;
  return known >= fewest && known * 2 >= shape.properties.length;
}

/**
 * The events whose payload a call's is held to. A text that begins with a hole may well stand for events that the plan
 * does not have: there the payload has to tell.
 */
export function heldTo(
  sent: readonly { readonly event: PlanEvent; readonly loose?: boolean }[],
  shape: ValueShape | undefined,
): readonly PlanEvent[] {
  return sent.flatMap(({ event, loose }) => (loose !== true || isPayloadOf(shape, event) ? event : []));
}
