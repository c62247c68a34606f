// The search over bytes that comes before parsing: which files can hold a call of something known.
import type { CodeFile } from "./languages.js";
import type { Project } from "./project.js";
import { type FileWords, sought, type Word } from "./words.js";

/** A test of a file's bytes; no file passes it whose words have none of the marks. */
export type FileTest = { readonly marks: number; readonly test: (bytes: string) => boolean };

/** The files that hold one of the words, or pass one of the tests. */
export function filesWith(
  project: Project,
  files: readonly CodeFile[],
  words: readonly Word[],
  tests: readonly FileTest[] = [],
): readonly CodeFile[] {
  if (words.length + tests.length === 0) return [];
  const alone = words
    .filter(({ beside }) => beside.length === 0)
    .map(({ word }) => ({ word, own: sought(word) }));
  const patterns = new Map<string, RegExp>();
  /** Finds those of the words that a file may hold: one or two of many, which are found much faster. */
  const patternOf = (file: FileWords): RegExp | undefined => {
    const held = alone.flatMap(({ word, own }) => (file.has(own) ? word : []));
    if (held.length === 0) return undefined;
    const key = held.join("\0");
    const pattern = patterns.get(key) ?? patternFor(held, "g");
    patterns.set(key, pattern);
    return pattern;
  };
  const pairs = words
    .filter(({ beside }) => beside.length > 0)
    .map(({ word, beside }) => ({
      own: patternFor([word]),
      other: patternFor(beside),
      words: [word, ...beside].map(sought),
    }));
  const found: CodeFile[] = [];
  const marks = tests.reduce((all, test) => all | test.marks, 0);
  const may = (file: FileWords): boolean =>
    (file.marks & marks) !== 0 ||
    alone.some(({ own }) => file.has(own)) ||
    pairs.some(({ words: [own, ...beside] }) => own !== undefined && file.has(own) && beside.some(file.has));
  project.search(files, may, (file, words, bytes) => {
    const pattern = patternOf(words);
    if (
      (pattern !== undefined && isUsed(pattern, bytes)) ||
      tests.some((one) => (words.marks & one.marks) !== 0 && one.test(bytes)) ||
      pairs.some(({ own, other }) => other.test(bytes) && own.test(bytes))
    )
      found.push(file);
  });
  return found;
}

/** Whether a word stands somewhere as code may use it: "track" and "identify" are words of comments, too. */
function isUsed(pattern: RegExp, bytes: string): boolean {
  pattern.lastIndex = 0;
  for (let found = pattern.exec(bytes); found !== null; found = pattern.exec(bytes)) {
    const end = pattern.lastIndex;
    if (!isProse(bytes, end) && !isCommented(bytes, found.index)) return true;
  }
  return false;
}

const nextWord = /[ \t]+(?!(?:as|from|satisfies)\b)[A-Za-z]/y;

/** No name of code is followed by another word in its line, but by some of which these alone hand it on. */
function isProse(bytes: string, end: number): boolean {
  nextWord.lastIndex = end;
  return nextWord.test(bytes);
}

/** Whether a place is in a line that is all a comment, as far as its beginning tells. */
function isCommented(bytes: string, index: number): boolean {
  let at = bytes.lastIndexOf("\n", index) + 1;
  while (bytes.charCodeAt(at) === 0x20 || bytes.charCodeAt(at) === 0x09) at++;
  return bytes.startsWith("//", at) || bytes.startsWith("* ", at);
}

/** A pattern over bytes, which stand as one character each. */
function patternFor(words: readonly string[], flags = ""): RegExp {
  const parts = words.map((word) =>
    Buffer.from(word, "utf8")
      .toString("latin1")
      .replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&"),
  );
  return new RegExp(`(?<![\\w$])(?:${parts.join("|")})(?![\\w$])`, flags);
}
