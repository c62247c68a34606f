// Finds the event of the plan that a name in the workspace was meant to be.
import type { PlanEvent } from "../plan/plan.js";
import { foldName, wordsOf } from "./names.js";
import type { PlanIndex } from "./plan-index.js";
import type { Suggestions } from "./suggestions.js";

/** How the names differ, as a sentence; `isAlias` where the plan itself says what is meant. */
export type MeantEvent = {
  readonly event: PlanEvent;
  readonly difference: string;
  readonly isAlias: boolean;
};

/** Lives as long as one check runs. */
export class MeantEvents {
  readonly #index: PlanIndex;
  readonly #suggestions: Suggestions;
  #byAlias: ReadonlyMap<string, PlanEvent> | undefined;
  #byWords: ReadonlyMap<string, PlanEvent> | undefined;

  constructor(index: PlanIndex, suggestions: Suggestions) {
    this.#index = index;
    this.#suggestions = suggestions;
  }

  /** Undefined where no event of the plan is near. */
  of(name: string): MeantEvent | undefined {
    const events = this.#index.liveEvents;
    this.#byAlias ??= new Map(
      events.flatMap((event) => event.aliases.map(({ value }) => [value, event] as const)),
    );
    const alias = this.#byAlias.get(name);
    if (alias !== undefined)
      return { event: alias, difference: "The plan lists it as a wrong spelling.", isAlias: true };
    const [writing] = this.#index.eventsByFoldedName.get(foldName(name)) ?? [];
    if (writing !== undefined && writing.status !== "retired")
      return { event: writing, difference: "Nothing but its writing differs.", isAlias: false };
    this.#byWords ??= new Map(events.map((event) => [sortedWords(event.name.value), event]));
    const words = this.#byWords.get(sortedWords(name));
    if (words !== undefined)
      return { event: words, difference: "The words are the same, in another order.", isAlias: false };
    const near = this.#suggestions.nearest(
      name,
      events.map((event) => event.name.value),
    );
    const event = near === undefined ? undefined : this.#index.events.get(near);
    return event === undefined
      ? undefined
      : { event, difference: "The names are a few letters apart.", isAlias: false };
  }
}

function sortedWords(name: string): string {
  return wordsOf(name)
    .map((word) => word.toLowerCase())
    .sort()
    .join(" ");
}
