// The events of the plan that names which it does not have may have meant, for the rules that tell of either.
import type { CodeIndex } from "./code-index.js";
import type { PlanIndex } from "./plan-index.js";
import { Suggestions } from "./suggestions.js";

const known = new WeakMap<CodeIndex, ReadonlyMap<string, string>>();

/** By the name that is not in the plan, the event that was probably meant, which no call names. */
export function suggestedEvents(code: CodeIndex, index: PlanIndex): ReadonlyMap<string, string> {
  const before = known.get(code);
  if (before !== undefined) return before;
  const suggestions = new Suggestions();
  // What is sent under its own name elsewhere is not what is missing here.
  const sent = new Set(
    code.eventCalls.flatMap(({ events, unplanned }) => [
      ...events.flatMap(({ name }) => name?.name ?? []),
      ...unplanned.flatMap(({ meant }) => (meant?.certain === true ? meant.event.name.value : [])),
    ]),
  );
  const names = index.lastingEvents.map(({ name }) => name.value).filter((name) => !sent.has(name));
  const found = new Map<string, string>();
  for (const { name, meant } of code.unplannedNames) {
    const nearest =
      meant === undefined && !found.has(name.name) ? suggestions.near(name.name, names) : undefined;
    if (nearest !== undefined) found.set(name.name, nearest);
  }
  known.set(code, found);
  return found;
}
