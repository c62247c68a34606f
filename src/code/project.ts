// The files of a project as the scanner needs them: bytes for searching, modules parsed when they are asked for.
import { compareText } from "../diagnostics/diagnostic.js";
import type { CodeProblem, SkippedFile } from "./emission.js";
import { evaluate } from "./evaluate.js";
import { firstMarks } from "./first-search.js";
import { openImports } from "./imports.js";
import type { CodeFile } from "./languages.js";
import { fuelForCall, type Linker } from "./linker.js";
import { parseComponent } from "./markup.js";
import { type Module, readExports } from "./module.js";
import { type Parser, parseText } from "./parse.js";
import { readScopes } from "./scope-builder.js";
import type { Listing } from "./walk.js";
import { type FileWords, noWords, wordReader } from "./words.js";

/** How many bytes of files are kept for later rounds: those that a search looked into are likely to be sought again. */
const mostKept = 4 * 1024 * 1024;

/** A file with more bytes is no source that someone wrote. */
const largestFile = 2 * 1024 * 1024;

export type Project = {
  readonly linker: Linker;
  readonly problems: () => readonly CodeProblem[];
  readonly skipped: () => readonly SkippedFile[];
  readonly parsedCount: () => number;
  /**
   * Calls `use` with the bytes of each file whose words `may` takes for worth a look, as text with a character for each
   * byte.
   */
  readonly search: (
    files: readonly CodeFile[],
    may: (words: FileWords) => boolean,
    use: (file: CodeFile, words: FileWords, bytes: string) => void,
  ) => void;
  readonly textOf: (path: string) => string | undefined;
};

/** `bytesOf` gives the bytes of a file by its path in the project, which its next call may overwrite. */
export function openProject(
  listing: Listing,
  parser: Parser,
  bytesOf: (path: string) => Buffer | undefined,
): Project {
  const files = new Map(listing.files.map((file) => [file.path, file]));
  const modules = new Map<string, Module | undefined>();
  const problems: CodeProblem[] = [];
  const skipped: SkippedFile[] = [];
  const unreadable = new Set<string>();
  const kept = new Map<string, string>();
  let keptBytes = 0;
  const read = (path: string): string | undefined => bytesOf(path)?.toString("utf8");
  const imports = openImports(listing, read);

  const readWords = wordReader(firstMarks);
  const words = new Map<string, FileWords>();

  /** A file's bytes as text with a character for each. */
  const searchable = (path: string, given?: Buffer): string | undefined => {
    const known = kept.get(path);
    if (known !== undefined) return known;
    const text = (given ?? bytesOf(path))?.toString("latin1");
    if (text !== undefined && keptBytes + text.length <= mostKept) {
      keptBytes += text.length;
      kept.set(path, text);
    }
    return text;
  };

  const problem = (kind: CodeProblem["kind"], message: string, file: string, start = 0, end = 0): void => {
    problems.push({ kind, message, span: { file, start, end } });
  };

  const notRead = (path: string): void => {
    if (!unreadable.has(path)) problem("unreadable", "This file can't be read.", path);
    unreadable.add(path);
  };

  const load = (path: string): Module | undefined => {
    const file = files.get(path);
    if (file === undefined) return undefined;
    const bytes = bytesOf(path);
    if (bytes === undefined) {
      notRead(path);
      return undefined;
    }
    if (bytes.length > largestFile) {
      problem(
        "too-large",
        `This file is too large to be source code that is read here (${bytes.length} bytes).`,
        path,
      );
      return undefined;
    }
    const whole = bytes.toString("utf8");
    if (whole.includes("\uFFFD") && !bytes.equals(Buffer.from(whole, "utf8")))
      problem("encoding", "This file is not UTF-8: what is not is read as replacement characters.", path);
    const built = builtBy(path, whole);
    if (built !== undefined) {
      skipped.push({ file: path, reason: built });
      return undefined;
    }
    const isComponent = file.language === "vue" || file.language === "svelte";
    const parsed = (isComponent ? parseComponent : parseText)(parser, path, file.language, whole);
    if (parsed.problem !== undefined) {
      const { kind, message, start, end } = parsed.problem;
      problem(kind, message, path, start, end);
    }
    if (parsed.program === undefined) return undefined;
    const scopes = readScopes(parsed.program);
    return {
      path,
      file,
      text: whole,
      scopes,
      exports: readExports(scopes),
      memo: new Map(),
      near: new Map(),
      calleeNames: new Map(),
      callsByName: undefined,
    };
  };

  const linker: Linker = {
    active: new Set(),
    depth: 0,
    fuel: fuelForCall,
    near: false,
    evaluate: (expression, site) => evaluate(linker, expression, site),
    module: (path) => {
      if (modules.has(path)) return modules.get(path);
      const module = load(path);
      modules.set(path, module);
      return module;
    },
    resolve: imports.resolve,
    mentions: (path, word) => {
      const known = modules.get(path);
      if (known !== undefined) return known.text.includes(word);
      return searchable(path)?.includes(word) === true;
    },
    *parsed() {
      for (const module of modules.values()) if (module !== undefined) yield module;
    },
  };

  return {
    linker,
    problems: () => [
      ...problems,
      ...imports.problems.map(
        ({ path, message }): CodeProblem => ({
          kind: "configuration",
          message,
          span: { file: path, start: 0, end: 0 },
        }),
      ),
    ],
    skipped: () => skipped.toSorted((a, b) => compareText(a.file, b.file)),
    parsedCount: () => [...modules.values()].filter((module) => module !== undefined).length,
    search: (some, may, use) => {
      for (const file of some) {
        const { path } = file;
        let own = words.get(path);
        let bytes: Buffer | undefined;
        if (own === undefined) {
          bytes = bytesOf(path);
          if (bytes === undefined) {
            notRead(path);
            words.set(path, noWords);
            continue;
          }
          if (isWide(bytes))
            problem("encoding", "This file is UTF-16 and was not read: save it as UTF-8.", path);
          own = readWords(bytes);
          words.set(path, own);
        }
        if (!may(own)) continue;
        const text = searchable(path, bytes);
        if (text !== undefined) use(file, own, text);
      }
    },
    textOf: (path) => modules.get(path)?.text ?? read(path),
  };
}

/** Names that bundlers give to what they make, by a hash of what is in it. */
const hashedName = /[.-](?=[a-f]*\d)[\da-f]{16,}(?:\.\w+)?\.[cm]?js$/;

/** What tells that a tool bundled a text or took its line breaks out: then it is nobody's source. */
function builtBy(path: string, text: string): string | undefined {
  if (hashedName.test(path)) return "a bundler named it by a hash";
  if (text.length < 30_000) return undefined;
  let lines = 1;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) lines++;
  return text.length / lines > 350 ? "its lines are as long as a tool writes them" : undefined;
}

/** The byte order marks of UTF-16. */
function isWide(bytes: Buffer): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}
