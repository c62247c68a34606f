// Finds the filter or tag that was probably meant by one that nobody knows; each word is looked for once.
import { didYouMean } from "../diagnostics/did-you-mean.js";
import { blockTags, customerioTags, filters, partTags, plainTags } from "./vocabulary.js";

const tags: readonly string[] = [
  ...blockTags,
  ...plainTags,
  ...customerioTags,
  ...partTags.keys(),
  ...[...blockTags].map((name) => `end${name}`),
];

/** Lives as long as the templates of a plan are read: they make the same mistakes again and again. */
export class NearestWords {
  readonly #filters = new Map<string, string | undefined>();
  readonly #tags = new Map<string, string | undefined>();

  filter(name: string): string | undefined {
    return nearest(name, filters, this.#filters);
  }

  tag(name: string): string | undefined {
    return nearest(name, tags, this.#tags);
  }
}

/** No word that is longer was meant to be one of these. */
const longestWord = 60;

function nearest(
  name: string,
  words: Iterable<string>,
  known: Map<string, string | undefined>,
): string | undefined {
  if (name.length > longestWord) return undefined;
  if (!known.has(name)) known.set(name, didYouMean(name, words));
  return known.get(name);
}
