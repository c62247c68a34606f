// Finds the entry of a plan that a place lies in: an event, a group, a type, an attribute, a consumer…
import type { Located, Span } from "../diagnostics/diagnostic.js";
import type { Plan } from "../plan/plan.js";

type Entry = { readonly name: Located<string>; readonly span: Span };

/** Lives as long as one check runs. */
export class Entries {
  readonly #byFile = new Map<string, Span[]>();

  constructor(plan: Plan) {
    const sections: readonly (readonly Entry[])[] = [
      plan.sources,
      plan.types,
      plan.groups,
      plan.events,
      plan.people.attributes,
      plan.objects,
      plan.sequences,
      plan.consumers,
    ];
    for (const entry of sections.flat()) {
      const spans = this.#byFile.get(entry.span.file);
      if (spans === undefined) this.#byFile.set(entry.span.file, [entry.span]);
      else spans.push(entry.span);
    }
    for (const spans of this.#byFile.values()) spans.sort((a, b) => a.start - b.start);
  }

  /** The entry that a place lies in; undefined for the head, and for what lies between entries. */
  at(place: Span): Span | undefined {
    const spans = this.#byFile.get(place.file) ?? [];
    let low = 0;
    let high = spans.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((spans[middle]?.start ?? 0) <= place.start) low = middle;
      else high = middle - 1;
    }
    const entry = spans[low];
    return entry !== undefined && entry.start <= place.start && place.start < entry.end ? entry : undefined;
  }
}
