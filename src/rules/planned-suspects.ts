// Calls that look like those that send events and lead to nothing that is known, as far as a plan speaks of them.
import type { CodeScan, Emission } from "../code/emission.js";
import type { PlanEvent } from "../plan/plan.js";
import { matchesPattern, saysLittle } from "./name-patterns.js";
import type { PlanIndex } from "./plan-index.js";

/** Those that name an event of the plan that is said to be sent, and that no other call sends. */
export function plannedSuspects(
  { suspects = [] }: CodeScan,
  index: PlanIndex,
  callsByEvent: ReadonlyMap<string, unknown>,
): readonly Emission[] {
  return suspects.filter(
    (one) =>
      !one.test &&
      namedEvents(one, index).some(
        ({ name, status }) => status === "active" && !callsByEvent.has(name.value),
      ),
  );
}

/** The events of the plan that a call names. */
export function namedEvents({ name }: Emission, index: PlanIndex): readonly PlanEvent[] {
  return (name?.names ?? []).flatMap(
    (one) => index.events.get(one.name) ?? index.events.get(one.name.trim()) ?? [],
  );
}

/** The events of the plan that a call may mean: those that it names, and those that what is known of its name fits. */
export function mayFit(emission: Emission, index: PlanIndex): readonly PlanEvent[] {
  const patterns = (emission.name?.patterns ?? []).filter((one) => !saysLittle(one));
  const fitting = index.liveEvents.filter(({ name }) =>
    patterns.some((one) => matchesPattern(name.value, one)),
  );
  return [...namedEvents(emission, index), ...fitting];
}
