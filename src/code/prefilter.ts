// The search over bytes that comes before parsing: which files can hold a call of something known.
import type { CodeFile } from "./languages.js";
import type { Project } from "./project.js";

/** A name that is searched for as a whole word, and words of which one must stand in the same file. */
export type Word = { readonly word: string; readonly beside: readonly string[] };

/** The files that hold one of the words, or pass one of the tests. */
export function filesWith(
  project: Project,
  files: readonly CodeFile[],
  words: readonly Word[],
  tests: readonly ((bytes: string) => boolean)[] = [],
): readonly CodeFile[] {
  if (words.length + tests.length === 0) return [];
  const alone = words.filter(({ beside }) => beside.length === 0);
  const pattern = alone.length === 0 ? undefined : patternFor(alone.map(({ word }) => word));
  const pairs = words
    .filter(({ beside }) => beside.length > 0)
    .map(({ word, beside }) => ({ own: patternFor([word]), other: patternFor(beside) }));
  const found: CodeFile[] = [];
  project.search(files, (file, bytes) => {
    if (
      pattern?.test(bytes) === true ||
      tests.some((test) => test(bytes)) ||
      pairs.some(({ own, other }) => other.test(bytes) && own.test(bytes))
    )
      found.push(file);
  });
  return found;
}

/** A pattern over bytes, which stand as one character each. */
function patternFor(words: readonly string[]): RegExp {
  const parts = words.map((word) =>
    Buffer.from(word, "utf8")
      .toString("latin1")
      .replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&"),
  );
  return new RegExp(`(?<![\\w$])(?:${parts.join("|")})(?![\\w$])`);
}
