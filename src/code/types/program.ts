// Loads the files of a project that its questions need, and gives the checker that answers them.
import type { ts } from "@ts-morph/common";
import type { Span } from "../../diagnostics/diagnostic.js";
import type { CheckedProject, TypeScript } from "./projects.js";
import type { Question } from "./questions.js";
import { type Reached, reachedImports } from "./reach.js";

/** What answers questions about types. */
export type Asked = {
  readonly ts: TypeScript;
  readonly program: ts.Program;
  readonly checker: ts.TypeChecker;
  /** The place of a node; undefined where it is in no file of the user's project. */
  spanOf(node: ts.Node): Span | undefined;
};

/** The texts that were scanned, by absolute path; other files are read from disk. */
export type Texts = ReadonlyMap<string, string>;

export type ProgramRequest = {
  readonly ts: TypeScript;
  readonly project: CheckedProject;
  /** What will be asked, by absolute path. */
  readonly questions: ReadonlyMap<string, readonly Question[]>;
  /** The absolute path of the project root, with `/`, and a `/` at the end. */
  readonly root: string;
  readonly texts: Texts;
  /** The declarations of the language and of browsers, which come with the checker; and where they seem to lie. */
  readonly library: { readonly folder: string; readonly texts: Texts };
  readonly parsed: ParsedFiles;
  /** True where every import is followed. */
  readonly whole: boolean;
  /** Where an import leads to that TypeScript does not find; an absolute path. */
  readonly resolve: (specifier: string, from: string) => string | undefined;
};

/** Code files larger than this are generated, and no payload's type is declared there. */
const sizeLimit = 2_000_000;
/** How many characters of parsed files are kept for the next project: a parsed one takes about 40 times as much. */
const keptLimit = 4_000_000;

/** Parsed files, which projects share: declarations all of them, code those with the same options. */
export class ParsedFiles {
  readonly #library = new Map<string, ts.SourceFile>();
  readonly #files = new Map<string, ts.SourceFile>();
  #size = 0;

  get(key: string): ts.SourceFile | undefined {
    return this.#files.get(key) ?? this.#library.get(key);
  }

  /** What the language itself brings is kept for all projects. */
  keep(key: string, file: ts.SourceFile, isLibrary: boolean): void {
    if (isLibrary) {
      this.#library.set(key, file);
      return;
    }
    this.#size += file.text.length;
    this.#files.set(key, file);
  }

  /** Makes room for the next project. */
  trim(): void {
    if (this.#size <= keptLimit) return;
    this.#files.clear();
    this.#size = 0;
  }
}

/** What a script in a Vue or Svelte file is called: TypeScript knows files by their ending. */
export const scriptEnding = ".script.tsx";

/** Loads what the questions need. */
export function askedOf(request: ProgramRequest): Asked {
  const { ts, project, root, questions } = request;
  const loader = loaderOf(request);
  const reached: Reached = request.whole
    ? new Map()
    : reachedImports({
        ts,
        asked: questions,
        whole: project.ambient,
        parse: loader.parse,
        read: loader.read,
        resolve: (specifier, from) => loader.resolve(specifier, from.fileName, undefined)?.resolvedFileName,
      });
  const program = ts.createProgram({
    rootNames: [...questions.keys(), ...project.ambient],
    options: project.options,
    host: loader.host(reached),
  });
  return {
    ts,
    program,
    checker: program.getTypeChecker(),
    spanOf(node) {
      const file = node.getSourceFile();
      const path = scriptless(file.fileName);
      if (!path.startsWith(root) || path.includes("/node_modules/")) return undefined;
      return { file: path.slice(root.length), start: node.getStart(file), end: node.getEnd() };
    },
  };
}

function scriptless(path: string): string {
  return path.endsWith(scriptEnding) ? path.slice(0, -scriptEnding.length) : path;
}

function isDeclaration(path: string): boolean {
  return /\.d\.[cm]?ts$/.test(path);
}

type Loader = {
  read(path: string): string | undefined;
  parse(path: string): ts.SourceFile | undefined;
  resolve(specifier: string, from: string, mode: ts.ResolutionMode): ts.ResolvedModuleFull | undefined;
  /** A host that follows the imports that matter. */
  host(reached: Reached): ts.CompilerHost;
};

function loaderOf({ ts, project, texts, library, parsed, resolve: elsewhere }: ProgramRequest): Loader {
  const { options } = project;
  const shared = sharedKey(options);
  const readFile = (path: string): string | undefined => {
    const text = texts.get(path) ?? library.texts.get(path);
    if (text !== undefined) return text;
    if (!isDeclaration(path) && (ts.sys.getFileSize?.(path) ?? 0) > sizeLimit) return undefined;
    return ts.sys.readFile(path);
  };
  const parse = (path: string): ts.SourceFile | undefined => {
    const key = isDeclaration(path) ? path : `${shared}\0${path}`;
    const known = parsed.get(key);
    if (known !== undefined) return known;
    const text = readFile(path);
    if (text === undefined) return undefined;
    const file = parsedText(path, text, options, ts);
    parsed.keep(key, file, library.texts.has(path));
    return file;
  };
  const base: ts.CompilerHost = {
    ...ts.createCompilerHost(options, false),
    readFile,
    fileExists: (path) => texts.has(path) || library.texts.has(path) || ts.sys.fileExists(path),
    getDefaultLibLocation: () => library.folder,
    getDefaultLibFileName: (own) => `${library.folder}/${ts.getDefaultLibFileName(own)}`,
    jsDocParsingMode: ts.JSDocParsingMode.ParseForTypeInfo,
    getSourceFile(path, given) {
      const file = parse(path);
      if (file !== undefined && typeof given === "object") {
        file.impliedNodeFormat = given.impliedNodeFormat;
        given.setExternalModuleIndicator?.(file);
      }
      return file;
    },
  };
  const cache = ts.createModuleResolutionCache(
    base.getCurrentDirectory(),
    base.getCanonicalFileName,
    options,
  );
  const resolve: Loader["resolve"] = (specifier, from, mode) => {
    const found = ts.resolveModuleName(specifier, from, options, base, cache, undefined, mode).resolvedModule;
    if (found !== undefined) return found;
    const path = elsewhere(specifier, scriptless(from));
    return path === undefined ? undefined : resolvedTo(path, ts);
  };
  return {
    read: readFile,
    parse,
    resolve,
    host: (reached) => ({
      ...base,
      resolveModuleNameLiterals: (literals, from, _redirected, own, file) => {
        const wanted = reached.get(from);
        return literals.map((literal) => {
          const matters = wanted === undefined || wanted.has(literal.text);
          const mode = ts.getModeForUsageLocation(file, literal, own);
          return { resolvedModule: matters ? resolve(literal.text, from, mode) : undefined };
        });
      },
    }),
  };
}

function resolvedTo(path: string, ts: TypeScript): ts.ResolvedModuleFull | undefined {
  const extension = [...Object.values(ts.Extension)]
    .sort((a, b) => b.length - a.length)
    .find((one) => path.endsWith(one));
  return extension === undefined ? undefined : { resolvedFileName: path, extension };
}

/** A file that is nested too deeply for the parser counts as empty. */
function parsedText(path: string, text: string, options: ts.CompilerOptions, ts: TypeScript): ts.SourceFile {
  const given = {
    languageVersion: options.target ?? ts.ScriptTarget.ESNext,
    jsDocParsingMode: ts.JSDocParsingMode.ParseForTypeInfo,
  };
  try {
    return ts.createSourceFile(path, text, given, true);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return ts.createSourceFile(path, "export {};", given, true);
  }
}

/** Files that are parsed and bound can be shared where all of this is the same. */
function sharedKey(options: ts.CompilerOptions): string {
  const { paths, baseUrl, rootDir, rootDirs, outDir, configFilePath, typeRoots, types, lib, ...rest } =
    options;
  return JSON.stringify(rest, Object.keys(rest).sort());
}
