// Searches for the files that hold a name, one after the other. What an earlier scan found in a file that is as it was
// holds as long as the same is sought in the same order, and that nothing was found holds for ever.
import { compareText } from "../../diagnostics/diagnostic.js";
import type { CodeFile } from "../languages.js";
import { sameTexts } from "../values/seen.js";
import type { Word } from "../words/words.js";
import { type FileTest, filesWith } from "./prefilter.js";
import type { Project } from "./project.js";
import type { SearchRecord } from "./record.js";

export type Searches = {
  /**
   * The files that hold one of the words, or pass one of the tests, without those that were found before. `of` tells
   * tests from others.
   */
  readonly find: (words: readonly Word[], tests: readonly FileTest[], of?: string) => readonly string[];
  /** All searches so far, for a later scan. */
  readonly searches: readonly SearchRecord[];
};

/** Searches some files, which come in the order of their paths. */
export function openSearches(project: Project, files: readonly CodeFile[]): Searches {
  const { past } = project;
  const searches: SearchRecord[] = [];
  const found = new Set<string>();
  const soughtBefore = new Set(past?.searches.flatMap(({ words }) => words));
  const foundBefore = new Set(past?.searches.flatMap((one) => one.found));
  const isKnown = (path: string): boolean => past?.isSearched(path) === true;
  /** What nothing is known of; of files that an earlier scan did not find, all that it sought is known. */
  const fresh = files.filter(({ path }) => !isKnown(path));
  const unsure = files.filter(({ path }) => !isKnown(path) || foundBefore.has(path));
  let isAsBefore = past !== undefined;

  /** The files that an earlier scan found then, and those that have to be searched. */
  const split = (keys: readonly string[]): readonly [known: readonly string[], open: readonly CodeFile[]] => {
    const before = past?.searches[searches.length];
    isAsBefore &&= before !== undefined && sameTexts(before.words, keys);
    if (isAsBefore && before !== undefined) return [before.found.filter(isKnown), fresh];
    return [[], keys.every((key) => soughtBefore.has(key)) ? unsure : files];
  };

  return {
    searches,
    find(words, tests, of = firstTestsKey) {
      if (words.length + tests.length === 0) return [];
      const keys = [...words.map(wordKey), ...(tests.length > 0 ? [of] : [])];
      const [known, open] = split(keys);
      const rest = open.filter(({ path }) => !found.has(path));
      const own = filesWith(project, rest, words, tests).map(({ path }) => path);
      const all = known.length === 0 ? own : [...known, ...own].sort(compareText);
      for (const path of all) found.add(path);
      searches.push({ words: keys, found: all });
      return all;
    },
  };
}

/** Tells a word that is sought from all others. */
export function wordKey({ word, beside, isHanded }: Word): string {
  return [word, ...beside, ...(isHanded === true ? ["", ""] : [])].join("\0");
}

/** Stands for the tests of the first search, which are always the same; no word is empty. */
const firstTestsKey = "";
