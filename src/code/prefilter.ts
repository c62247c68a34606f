// The search over bytes that comes before parsing: which files can hold a call of something known.
import type { CodeFile } from "./languages.js";
import type { Project } from "./project.js";

/** Names that are searched for as whole words. */
export type Words = ReadonlySet<string>;

/** The files that hold one of the words. */
export function filesWith(
  project: Project,
  files: readonly CodeFile[],
  words: Words,
  tests: readonly ((bytes: string) => boolean)[] = [],
): readonly CodeFile[] {
  if (words.size + tests.length === 0) return [];
  const pattern = words.size === 0 ? undefined : patternFor(words);
  const found: CodeFile[] = [];
  project.search(files, (file, bytes) => {
    if (pattern?.test(bytes) === true || tests.some((test) => test(bytes))) found.push(file);
  });
  return found;
}

/** A pattern over bytes, which stand as one character each. */
export function patternFor(words: Words): RegExp {
  const parts = [...words].map((word) =>
    Buffer.from(word, "utf8")
      .toString("latin1")
      .replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&"),
  );
  return new RegExp(`(?<![\\w$])(?:${parts.join("|")})(?![\\w$])`);
}
