// The names by which a template may use what changed: who holds none of them need not be read.
import type { Change } from "./change.js";
import { aspectsInTemplates } from "./effects.js";

/**
 * The first names of values whose change a template may feel. A name stands in the text of each template that uses
 * it, wherever the value is looked up: `event.items`, `event["items"]`, `for item in event.items`.
 */
export function namesInTemplates(changes: readonly Change[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const change of changes) {
    if (change.subject !== "property" || !aspectsInTemplates.has(change.aspect)) continue;
    const { holder, path, aspect, before } = change;
    if (holder.kind === "object" || holder.kind === "relationship") continue;
    const [first] = path;
    if (first !== undefined) names.add(first);
    if (aspect === "renamed" && path.length === 1) names.add(String(before));
  }
  return names;
}
