// Lists the names of one kind that a plan declares, for whoever refers to one that it does not.
import { compareText } from "../diagnostics/diagnostic.js";
import { shorten } from "./tree.js";

const mostShown = 8;

/** Lives for one load, from when all names are known. */
export class NameList {
  readonly #sorted: readonly string[];
  #byWord: ReadonlyMap<string, readonly string[]> | undefined;
  #first: string | undefined;

  constructor(names: Iterable<string>) {
    this.#sorted = [...names].toSorted(compareText);
  }

  /** `Added to Cart, Order Completed, … and 12 more`. */
  first(): string {
    this.#first ??= listOf(this.#sorted);
    return this.#first;
  }

  /**
   * `The plan's events that share a word with it: Order Completed, Order Shipped.`, or else the first of all. `kind` is
   * in the plural.
   */
  like(name: string, kind: string): string {
    if (this.#sorted.length > mostShown) {
      this.#byWord ??= namesByWord(this.#sorted);
      const shared = wordsOf(name).map((word) => this.#byWord?.get(word) ?? []);
      // A word that half of the plan has tells nothing.
      const telling = shared.filter((names) => names.length * 2 < this.#sorted.length);
      const near = [...new Set(telling.flat())];
      if (near.length > 0)
        return `The plan's ${kind} that share a word with it: ${listOf(near.toSorted(compareText))}.`;
    }
    return `The plan's ${kind}: ${this.first()}.`;
  }
}

function listOf(names: readonly string[]): string {
  const shown = names.slice(0, mostShown).map((name) => shorten(name));
  const more = names.length - shown.length;
  return `${shown.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}

function namesByWord(names: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const name of names) {
    for (const word of wordsOf(name)) {
      const others = found.get(word);
      if (others === undefined) found.set(word, [name]);
      else others.push(name);
    }
  }
  return found;
}

/** The words of a name that say something: three letters at least, without small ones such as "the". */
function wordsOf(name: string): readonly string[] {
  const words = name.match(/\p{Lu}?\p{Ll}+|\p{Lu}+(?!\p{Ll})|[\p{Lo}\p{N}]+/gu) ?? [];
  return [...new Set(words.map((word) => word.toLowerCase()))].filter(
    (word) => word.length > 2 && word !== "the" && word !== "and",
  );
}
