// The files of a project as the scanner needs them: bytes for searching, modules parsed when they are asked for.
import { compareText } from "../../diagnostics/diagnostic.js";
import type { CodeProblem, SkippedFile } from "../emission.js";
import type { Listing } from "../files/walk.js";
import { readBundlerAliases } from "../imports/bundler-aliases.js";
import { type Imports, openImports } from "../imports/imports.js";
import type { CodeFile } from "../languages.js";
import type { Parser } from "../syntax/parse.js";
import { evaluate } from "../values/evaluate.js";
import { fresh, type Linker } from "../values/linker.js";
import type { Module } from "../values/module.js";
import { readModule } from "../values/module-reader.js";
import { type Basis, sameTexts } from "../values/seen.js";
import { type Trace, type Traces, traceKey, tracesOf } from "../values/traces.js";
import { type FileWords, noWords, sought } from "../words/words.js";
import { openWordReader } from "../words/words-in-wasm.js";
import { firstMarks } from "./first-search.js";
import { type MostHeld, openModuleStore } from "./module-store.js";
import type { Past } from "./past.js";
import type { FileFacts } from "./record.js";

/** How many bytes of files are kept for later rounds: those that a search looked into are likely to be sought again. */
const mostKept = 4 * 1024 * 1024;

/**
 * How much text is held as modules at a time, in characters. What is let go and asked for again is parsed again, which
 * takes a third of the time of a project that would have fit; a large one needs the memory for the words of its files.
 */
const mostParsed = (files: number): MostHeld =>
  files > manyFiles ? { shared: 2_000_000, own: 200_000 } : { shared: 6_000_000, own: 3_000_000 };
const manyFiles = 10_000;

export type Project = {
  readonly linker: Linker;
  readonly problems: () => readonly CodeProblem[];
  /** Tells of something that could not be followed, at its place in a file. */
  readonly giveUp: (file: string, start: number, message: string) => void;
  readonly skipped: () => readonly SkippedFile[];
  readonly parsedCount: () => number;
  /** Notes that a file is to be looked at: what is sought among all files is sought in it, too. */
  readonly expect: (path: string) => void;
  /** How many files are looked at, and whether none of those that came after so many may hold something. */
  readonly lookedAt: () => number;
  readonly isLastOf: (trace: Trace, size: number) => boolean;
  /** Does work on a file of its own. */
  readonly during: <T>(path: string, work: () => T) => T;
  /** Lets go of modules where too many are held. Whatever was taken from them before may not be mixed with them again. */
  readonly relieve: () => void;
  /**
   * Calls `use` with the bytes of each file whose words `may` takes for worth a look, as text with a character for each
   * byte.
   */
  readonly search: (
    files: readonly CodeFile[],
    may: (words: FileWords, path: string) => boolean,
    use: (file: CodeFile, words: FileWords, bytes: string) => void,
  ) => void;
  readonly textOf: (path: string) => string | undefined;
  /** What an earlier scan found; undefined where nothing of it counts. */
  readonly past: Past | undefined;
  /** Whether all that a look of it hung on is as it was, and counts such a look as done. */
  readonly stands: (basis: Basis) => boolean;
  readonly takeOver: (basis: Basis) => void;
  /** Counts a file as parsed that is as it was; gives what is known of it. Undefined where it has to be parsed. */
  readonly known: (path: string) => FileFacts | undefined;
  /** What is known of each file that was parsed, or need not be; and those in UTF-16. */
  readonly facts: ReadonlyMap<string, FileFacts>;
  readonly wide: ReadonlySet<string>;
  readonly imports: Imports;
  /** False where files could not be read, or configurations not understood. */
  readonly isSound: () => boolean;
};

/** `bytesOf` gives the bytes of a file by its path in the project, which its next call may overwrite. */
export function openProject(
  listing: Listing,
  parser: Parser,
  bytesOf: (path: string) => Buffer | undefined,
  most = mostParsed(listing.files.length),
  past?: Past,
): Project {
  const files = new Map(listing.files.map((file) => [file.path, file]));
  const problems: CodeProblem[] = [];
  const skipped: SkippedFile[] = [];
  const facts = new Map<string, FileFacts>();
  const wide = new Set<string>();
  const unreadable = new Set<string>();
  const kept = new Map<string, string>();
  let keptBytes = 0;
  const read = (path: string): string | undefined => bytesOf(path)?.toString("utf8");
  const imports = openImports(listing, read, (consult) =>
    readBundlerAliases(listing.files, listing.packages, consult, parser),
  );

  const readWords = openWordReader(firstMarks);
  const words = new Map<string, FileWords>();
  /** What was asked of files once: barrels are asked for many names. */
  const mentioned = new Map<string, Map<string, boolean>>();

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

  const notRead = (path: string): void => {
    if (!unreadable.has(path))
      problems.push({
        kind: "unreadable",
        message: "This file can't be read.",
        span: { file: path, start: 0, end: 0 },
      });
    unreadable.add(path);
  };

  /** Keeps what is known of a file, and tells what is wrong with it, once. */
  const tell = (path: string, own: FileFacts): void => {
    if (facts.has(path)) return;
    facts.set(path, own);
    problems.push(...own.problems);
    if (own.skipped !== undefined) skipped.push({ file: path, reason: own.skipped });
  };

  const isInUtf16 = (path: string): void => {
    if (wide.has(path)) return;
    wide.add(path);
    problems.push({
      kind: "encoding",
      message: "This file is UTF-16 and was not read: save it as UTF-8.",
      span: { file: path, start: 0, end: 0 },
    });
  };
  for (const path of past?.wide ?? []) isInUtf16(path);

  const load = (path: string): { readonly module: Module; readonly traces: Traces } | undefined => {
    const file = files.get(path);
    if (file === undefined) return undefined;
    const bytes = bytesOf(path);
    if (bytes === undefined) {
      notRead(path);
      return undefined;
    }
    const { module, problems: wrong, skipped: left } = readModule(parser, file, bytes);
    // A tree that was let go is made again; what is in it is known.
    const traces = module === undefined ? undefined : (facts.get(path)?.traces ?? tracesOf(module));
    tell(path, { problems: wrong, skipped: left?.reason, traces, candidate: undefined });
    return module === undefined || traces === undefined ? undefined : { module, traces };
  };

  const modules = openModuleStore(load, (path, word) => words.get(path)?.has(sought(word)) !== false, most);

  const linker: Linker = {
    ...fresh(),
    evaluate: (expression, site) => evaluate(linker, expression, site),
    module(path) {
      linker.seen.modules.add(path);
      return modules.get(path);
    },
    resolve(from, specifier) {
      const key = imports.keyOf(from, specifier);
      linker.seen.resolved.add(key);
      return imports.targets.get(key) ?? imports.resolve(from, specifier);
    },
    mentions(path, word) {
      linker.seen.mentions.add(path);
      let files = mentioned.get(word);
      if (files === undefined) {
        files = new Map();
        mentioned.set(word, files);
      }
      let does = files.get(path);
      if (does === undefined) {
        does =
          words.get(path)?.has(sought(word)) !== false &&
          (modules.held(path)?.text.includes(word) ?? searchable(path)?.includes(bytewise(word)) === true);
        files.set(path, does);
      }
      return does;
    },
    *among(trace) {
      const key = traceKey(trace);
      if (linker.pinned !== undefined) {
        for (const path of linker.pinned.get(key) ?? []) {
          const module = linker.module(path);
          if (module !== undefined) yield module;
        }
        return;
      }
      const { seen } = linker;
      const paths: string[] = [];
      const before = seen.among.get(key);
      seen.among.set(key, { trace, paths });
      for (const module of modules.among(trace)) {
        seen.modules.add(module.path);
        if (modules.has(module.path, trace)) paths.push(module.path);
        yield module;
      }
      if (before !== undefined && !sameTexts(before.paths, paths)) seen.isTorn = true;
    },
  };

  const known = (path: string): FileFacts | undefined => {
    const own = past?.file(path);
    if (own === undefined) return undefined;
    modules.touch([path, own.traces]);
    tell(path, own);
    return own;
  };

  return {
    linker,
    problems: () =>
      [
        ...problems,
        ...imports.problems.map(
          ({ path, message }): CodeProblem => ({
            kind: "configuration",
            message,
            span: { file: path, start: 0, end: 0 },
          }),
        ),
      ].toSorted((a, b) => compareText(a.span.file, b.span.file) || a.span.start - b.span.start),
    giveUp: (file, start, message) => {
      const span = { file, start, end: start };
      const isTold = problems.some(
        (one) => one.message === message && one.span.file === file && one.span.start === start,
      );
      if (!isTold) problems.push({ kind: "too-large", message, span });
    },
    skipped: () => skipped.toSorted((a, b) => compareText(a.file, b.file)),
    parsedCount: modules.parsedCount,
    expect: (path) => modules.expect(path, past?.file(path)?.traces),
    during: modules.during,
    lookedAt: modules.size,
    isLastOf: modules.isLastOf,
    relieve: modules.relieve,
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
          if (isWide(bytes)) isInUtf16(path);
          own = readWords(bytes);
          words.set(path, own);
        }
        if (!may(own, path)) continue;
        const text = searchable(path, bytes);
        if (text !== undefined) use(file, own, text);
      }
    },
    textOf: (path) => modules.held(path)?.text ?? read(path),
    past,
    known,
    stands(basis) {
      if (past === undefined || !past.stands(basis, imports)) return false;
      if (basis.among.length === 0) return true;
      const after = basis.modules.map((path) => [path, past.file(path)?.traces] as const);
      return basis.among.every(({ trace, paths }) => sameTexts(modules.having(trace, after), paths));
    },
    takeOver({ modules: paths }) {
      for (const path of paths) known(path);
    },
    facts,
    wide,
    imports,
    isSound: () => unreadable.size === 0 && imports.problems.length === 0,
  };
}

/** A word as it stands in text that has a character for each byte. */
function bytewise(word: string): string {
  return Buffer.from(word, "utf8").toString("latin1");
}

/** The byte order marks of UTF-16. */
function isWide(bytes: Buffer): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}
