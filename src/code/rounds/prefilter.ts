// The search over bytes that comes before parsing: which files can hold a call of something known.
import type { CodeFile } from "../languages.js";
import { type FileWords, isWord, type Sought, sought, type Word } from "../words/words.js";
import type { Project } from "./project.js";

/** A test of a file's bytes; no file passes it whose words have none of the marks, and whose path says nothing. */
export type FileTest = {
  readonly isAbout?: (path: string) => boolean;
  readonly marks: number;
  readonly test: (bytes: string, path: string) => boolean;
};

/** The files that hold one of the words, or pass one of the tests. */
export function filesWith(
  project: Project,
  files: readonly CodeFile[],
  words: readonly Word[],
  tests: readonly FileTest[] = [],
): readonly CodeFile[] {
  if (words.length + tests.length === 0) return [];
  const alone = words.filter(({ beside }) => beside.length === 0).map(({ word }) => wordIn(word));
  const pairs = words
    .filter(({ beside }) => beside.length > 0)
    .map(({ word, beside, ...marks }) => ({ own: wordIn(word), beside: beside.map(wordIn), ...marks }));
  const found: CodeFile[] = [];
  const marks = tests.reduce((all, test) => all | test.marks, 0);
  const mayPair = (file: FileWords, { own, beside, isElement }: (typeof pairs)[number]): boolean =>
    file.has(own.hashes) && (isElement === true || beside.some(({ hashes }) => file.has(hashes)));
  const told = tests.flatMap(({ isAbout }) => isAbout ?? []);
  const may = (file: FileWords, path: string): boolean =>
    (file.marks & marks) !== 0 ||
    told.some((isAbout) => isAbout(path)) ||
    alone.some(({ hashes }) => file.has(hashes)) ||
    pairs.some((pair) => mayPair(file, pair));
  project.search(files, may, (file, words, bytes) => {
    if (
      alone.some(({ hashes, text }) => words.has(hashes) && isThere(bytes, text, isUsed)) ||
      tests.some(
        (one) =>
          ((words.marks & one.marks) !== 0 || one.isAbout?.(file.path) === true) &&
          one.test(bytes, file.path),
      ) ||
      pairs.some(
        (pair) =>
          mayPair(words, pair) &&
          isThere(bytes, pair.own.text) &&
          // What a function is handed to is sought where that is declared.
          (pair.beside.some(({ text }) =>
            isThere(bytes, text, pair.isHanded === true ? isDeclared : undefined),
          ) ||
            (pair.isElement === true && isThere(bytes, pair.own.text, isSpreadInto))),
      )
    )
      found.push(file);
  });
  return found;
}

/** A word, and as it stands in text that has a character for each byte. */
function wordIn(word: string): { readonly hashes: Sought; readonly text: string } {
  return { hashes: sought(word), text: Buffer.from(word, "utf8").toString("latin1") };
}

/** Whether a word stands somewhere as a whole, where it is as it should be. */
function isThere(
  bytes: string,
  word: string,
  isRight: (bytes: string, begin: number, end: number) => boolean = () => true,
): boolean {
  for (let begin = bytes.indexOf(word); begin >= 0; begin = bytes.indexOf(word, begin + 1)) {
    const end = begin + word.length;
    if (!isNamePart(bytes.charCodeAt(begin - 1)) && !isNamePart(bytes.charCodeAt(end)))
      if (isRight(bytes, begin, end)) return true;
  }
  return false;
}

/** Whether a byte is part of a name; of none where there is no byte. */
function isNamePart(byte: number): boolean {
  return isWord[byte] === 1;
}

/** Whether a word stands as code may use it: "track" and "identify" are words of comments, too. */
function isUsed(bytes: string, begin: number, end: number): boolean {
  return !isProse(bytes, end) && !isCommented(bytes, begin);
}

/** Whether a word is an element whose attributes are spread, or stands for one beside others: `given ?? Button`. */
function isSpreadInto(bytes: string, begin: number, end: number): boolean {
  const before = bytes.charAt(begin - 1);
  if (before === "<") return /^[^<>]{0,400}\{\s*\.\.\./.test(bytes.slice(end, end + 420));
  return /(?:\?\?|\|\||[?:])\s*$/.test(bytes.slice(Math.max(0, begin - 8), begin)) && bytes.includes("{...");
}

/** Whether a word is what a function, a class or a variable is declared as. */
function isDeclared(bytes: string, begin: number): boolean {
  return /\b(?:function|class|const|let|var)[ \t]+$/.test(bytes.slice(Math.max(0, begin - 12), begin));
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
