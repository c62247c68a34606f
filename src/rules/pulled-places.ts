// Tells which files were pulled from Customer.io, and where in the workspace what they say is changed.
import type { Consumer, Plan } from "../plan/plan.js";

const known = new WeakMap<Plan, ReadonlyMap<string, string>>();

/**
 * What to change in the workspace, as the end of a sentence, by the path of each pulled file. The workspace is the
 * truth about them: an edit here would be gone after the next pull.
 */
export function pulledPlaces(plan: Plan): ReadonlyMap<string, string> {
  const before = known.get(plan);
  if (before !== undefined) return before;
  const places = new Map<string, string>();
  for (const consumer of plan.consumers) {
    if (consumer.origin === "written") continue;
    const what = whatOf(consumer);
    places.set(consumer.kind.span.file, what);
    for (const { id, name, templates } of consumer.messages) {
      const message =
        name === undefined ? `the message ${id.value}` : `the message "${name.value}" (${id.value})`;
      for (const { value } of templates) places.set(value, `${message} of ${what}`);
    }
  }
  for (const { name, template } of plan.snippets) {
    places.set(name.span.file, `the snippet "${name.value}"`);
    places.set(template.value, `the snippet "${name.value}"`);
  }
  known.set(plan, places);
  return places;
}

function whatOf({ kind, name, id }: Consumer): string {
  const word = kind.value === "transactional" ? "transactional message" : kind.value;
  return `the ${word} "${name.value}"${id === undefined ? "" : ` (${id.value})`}`;
}
