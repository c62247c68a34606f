// How familiar the words of a plan are: of two spellings, the one whose words stand elsewhere too is the right one.
import type { Located } from "../diagnostics/diagnostic.js";
import type { Plan, Property } from "../plan/plan.js";
import { wordsOf } from "./names.js";

type Named = {
  readonly name: Located<string>;
  readonly description?: Located<string> | undefined;
};

/** Lives as long as one check runs. No dictionary: the plan's own words are what its names are held to. */
export class FamiliarWords {
  /** In how many entries of the plan a word stands, each counted once. */
  readonly #entries = new Map<string, number>();

  constructor({ events, groups, types, people, objects, sequences, consumers }: Plan) {
    for (const event of events) this.#add(event, event.properties.filter(isOwn));
    for (const group of groups) this.#add(group, group.properties);
    for (const attribute of people.attributes) this.#add(attribute, []);
    for (const named of [...types, ...objects, ...sequences, ...consumers]) this.#add(named, []);
  }

  /** In how many other entries the least familiar word of a declared name stands. */
  of(name: string): number {
    return Math.min(...lowerWords(name).map((word) => (this.#entries.get(word) ?? 1) - 1));
  }

  #add(entry: Named, properties: readonly Property[]): void {
    const words = new Set(
      [entry, ...properties].flatMap(({ name, description }) => [
        ...lowerWords(name.value),
        ...lowerWords(description?.value ?? ""),
      ]),
    );
    for (const word of words) this.#entries.set(word, (this.#entries.get(word) ?? 0) + 1);
  }
}

function isOwn({ origin }: Property): boolean {
  return origin.kind === "own";
}

function lowerWords(text: string): readonly string[] {
  return wordsOf(text).map((word) => word.toLowerCase().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ""));
}
