// Loads the files of a project that its questions need, and gives the checker that answers them.
import type { ts } from "@ts-morph/common";
import type { Span } from "../../diagnostics/diagnostic.js";
import type { CheckedProject, TypeScript } from "./projects.js";

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
  /** The absolute path of the project root, with `/`, and a `/` at the end. */
  readonly root: string;
  readonly texts: Texts;
  /** The declarations of the language and of browsers, which come with the checker; and where they seem to lie. */
  readonly library: { readonly folder: string; readonly texts: Texts };
  readonly parsed: ParsedFiles;
  /** Where an import leads to that TypeScript does not find; an absolute path. */
  readonly resolve: ((specifier: string, from: string) => string | undefined) | undefined;
};

/** Code files larger than this are generated, and no payload's type is declared there. */
const sizeLimit = 2_000_000;
/** How many characters of parsed files are kept for the next project. */
const keptLimit = 50_000_000;

/** Parsed files, which projects with the same options share. */
export class ParsedFiles {
  readonly #files = new Map<string, ts.SourceFile>();
  #size = 0;

  get(key: string): ts.SourceFile | undefined {
    return this.#files.get(key);
  }

  keep(key: string, file: ts.SourceFile): void {
    if (this.#size > keptLimit) this.clear();
    this.#size += file.text.length;
    this.#files.set(key, file);
  }

  clear(): void {
    this.#files.clear();
    this.#size = 0;
  }
}

/** What a script in a Vue or Svelte file is called: TypeScript knows files by their ending. */
export const scriptEnding = ".script.tsx";

export function askedOf(request: ProgramRequest): Asked {
  const { ts, project, root } = request;
  const program = ts.createProgram({
    rootNames: [...project.files, ...project.ambient],
    options: project.options,
    host: hostOf(request),
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

function hostOf({ ts, project, texts, library, parsed, resolve }: ProgramRequest): ts.CompilerHost {
  const { options } = project;
  const host = ts.createCompilerHost(options, false);
  const shared = sharedKey(options);
  const cache = ts.createModuleResolutionCache(
    host.getCurrentDirectory(),
    host.getCanonicalFileName,
    options,
  );
  const readFile = (path: string): string | undefined => {
    const text = texts.get(path) ?? library.texts.get(path);
    if (text !== undefined) return text;
    const isCode = !/\.d\.[cm]?ts$/.test(path);
    if (isCode && (ts.sys.getFileSize?.(path) ?? 0) > sizeLimit) return undefined;
    return ts.sys.readFile(path);
  };
  return {
    ...host,
    readFile,
    fileExists: (path) => texts.has(path) || library.texts.has(path) || ts.sys.fileExists(path),
    getDefaultLibLocation: () => library.folder,
    getDefaultLibFileName: (own) => `${library.folder}/${ts.getDefaultLibFileName(own)}`,
    jsDocParsingMode: ts.JSDocParsingMode.ParseForTypeInfo,
    getSourceFile(path, languageVersion) {
      const format = typeof languageVersion === "object" ? languageVersion.impliedNodeFormat : undefined;
      const key = `${shared}\0${format ?? ""}\0${path}`;
      const known = parsed.get(key);
      if (known !== undefined) return known;
      const text = readFile(path);
      if (text === undefined) return undefined;
      const file = parse(path, text, languageVersion, ts);
      parsed.keep(key, file);
      return file;
    },
    resolveModuleNameLiterals: (literals, from, redirected, own, file) =>
      literals.map((literal) => {
        const mode = ts.getModeForUsageLocation(file, literal, own);
        const found = ts.resolveModuleName(literal.text, from, own, host, cache, redirected, mode);
        if (found.resolvedModule !== undefined) return found;
        const path = resolve?.(literal.text, scriptless(from));
        return path === undefined ? found : { resolvedModule: resolvedTo(path, ts) };
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
function parse(
  path: string,
  text: string,
  options: ts.ScriptTarget | ts.CreateSourceFileOptions,
  ts: TypeScript,
): ts.SourceFile {
  try {
    return ts.createSourceFile(path, text, options, false);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return ts.createSourceFile(path, "export {};", options, false);
  }
}

/** Files that are parsed and bound can be shared where all of this is the same. */
function sharedKey(options: ts.CompilerOptions): string {
  const { paths, baseUrl, rootDir, rootDirs, outDir, configFilePath, typeRoots, types, lib, ...rest } =
    options;
  return JSON.stringify(rest, Object.keys(rest).sort());
}
