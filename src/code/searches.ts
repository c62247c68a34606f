// Searches for the files that hold a name, one after the other. What an earlier scan found in a file that is as it was
// holds as long as the same is sought in the same order, and that nothing was found holds for ever.
import type { CodeFile } from "./languages.js";
import { type FileTest, filesWith, type Word } from "./prefilter.js";
import type { Project } from "./project.js";
import type { SearchRecord } from "./record.js";
import { sameTexts } from "./seen.js";

export type Searches = {
  /** The files among some that hold one of the words, or pass one of the tests. */
  readonly find: (
    files: readonly CodeFile[],
    words: readonly Word[],
    tests: readonly FileTest[],
  ) => readonly CodeFile[];
  /** All searches so far, for a later scan. */
  readonly searches: readonly SearchRecord[];
};

export function openSearches(project: Project): Searches {
  const { past } = project;
  const searches: SearchRecord[] = [];
  const soughtBefore = new Set(past?.searches.flatMap(({ words }) => words));
  const foundBefore = new Set(past?.searches.flatMap(({ found }) => found));
  let isAsBefore = past !== undefined;
  return {
    searches,
    find(files, words, tests) {
      if (words.length + tests.length === 0) return [];
      const keys = [...words.map(wordKey), ...(tests.length > 0 ? [testsKey] : [])];
      const before = past?.searches[searches.length];
      isAsBefore &&= before !== undefined && sameTexts(before.words, keys);
      const foundThen = new Set(isAsBefore ? before?.found : undefined);
      const wasSought = keys.every((key) => soughtBefore.has(key));
      /** Undefined where it has to be searched. */
      const answer = (path: string): boolean | undefined => {
        if (past?.isSearched(path) !== true) return undefined;
        if (isAsBefore) return foundThen.has(path);
        return wasSought && !foundBefore.has(path) ? false : undefined;
      };
      const open = files.filter(({ path }) => answer(path) === undefined);
      const fresh = new Set(filesWith(project, open, words, tests));
      const found = files.filter((file) => answer(file.path) ?? fresh.has(file));
      searches.push({ words: keys, found: found.map(({ path }) => path) });
      return found;
    },
  };
}

/** Tells a word that is sought from all others. */
export function wordKey({ word, beside }: Word): string {
  return [word, ...beside].join("\0");
}

/** Stands for the tests, which are always the same; no word is empty. */
const testsKey = "";
