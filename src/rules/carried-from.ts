// What an event is to carry where it is sent.
import type { PlanEvent } from "../plan/plan.js";
import type { PlanIndex } from "./plan-index.js";

/**
 * From a source that the plan does not have it come from, which is a mistake of its own, an event carries what that
 * source always does in place of what the others do.
 */
export function carriedFrom(
  event: PlanEvent,
  sources: readonly string[],
  index: PlanIndex,
): Pick<PlanEvent, "properties" | "open"> {
  const isForeign =
    sources.length > 0 &&
    event.sources.length > 0 &&
    !event.sources.some(({ value }) => sources.includes(value));
  if (!isForeign) return event;
  const properties = event.properties.filter(({ origin }) => origin.kind !== "source");
  const names = new Set(properties.map(({ name }) => name.value));
  const included = sources
    .flatMap((name) => index.sources.get(name)?.include ?? [])
    .flatMap(({ value }) => index.groups.get(value)?.properties ?? [])
    .filter(({ name }) => !names.has(name.value));
  return { open: event.open, properties: [...properties, ...included] };
}
