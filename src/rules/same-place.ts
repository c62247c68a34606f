// What is written once and wrong for several events is one mistake: told once, with the events that it is wrong for.
import type { Emission } from "../code/emission.js";
import { namesText } from "./code-places.js";
import type { JudgedPayload } from "./judged-payloads.js";
import type { ShapeIssue } from "./shape-issues.js";

/** An issue of a payload, with every event that is sent with it and the calls that send those. */
export type SharedIssue<T extends ShapeIssue> = {
  readonly issue: T;
  readonly events: readonly string[];
  readonly emissions: readonly Emission[];
};

/** The issues of some kind by their places, in the order of the calls. `kindOf` says what else tells two apart. */
export function sharedIssues<T extends ShapeIssue>(
  payloads: readonly JudgedPayload[],
  pick: (payload: JudgedPayload) => readonly T[],
  kindOf: (issue: T) => string,
): readonly SharedIssue<T>[] {
  const found = new Map<string, { issue: T; events: string[]; emissions: Emission[] }>();
  for (const payload of payloads) {
    const event = payload.event.name.value;
    const { emission } = payload.call;
    for (const issue of pick(payload)) {
      const { path, span } = issue;
      const key = JSON.stringify([span.file, span.start, span.end, path, kindOf(issue)]);
      const same = found.get(key);
      if (same === undefined) found.set(key, { issue, events: [event], emissions: [emission] });
      else {
        if (!same.events.includes(event)) same.events.push(event);
        if (!same.emissions.includes(emission)) same.emissions.push(emission);
      }
    }
  }
  return [...found.values()];
}

/** Names in a sentence, the first few of many: `"a", "b", "c" and 4 more`. */
export function someNames(names: readonly string[], most = 3): string {
  if (names.length <= most + 1) return namesText(names);
  const first = names.slice(0, most).map((name) => `"${name}"`);
  return `${first.join(", ")} and ${names.length - most} more`;
}

/** The event of a finding that is about one alone. */
export function onlyEvent(events: readonly string[]): { readonly event?: string } {
  const [first, ...more] = events;
  return first === undefined || more.length > 0 ? {} : { event: first };
}
