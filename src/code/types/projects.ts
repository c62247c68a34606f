// Finds the TypeScript project of a file, and the compiler options with which its types are read.
import { dirname, join } from "node:path";
import type { ts } from "@ts-morph/common";

export type TypeScript = typeof ts;

/** Files that are checked together. Paths are absolute, with `/`. */
export type CheckedProject = {
  /** Its tsconfig.json; undefined for files that have none. */
  readonly config: string | undefined;
  readonly options: ts.CompilerOptions;
  readonly files: string[];
  /** Declarations that hold everywhere in the project without being imported. */
  readonly ambient: readonly string[];
};

/** A configuration that could not be read, or not wholly. */
export type ConfigurationProblem = { readonly file: string; readonly message: string };

type Config = {
  readonly path: string;
  readonly options: ts.CompilerOptions;
  readonly files: ReadonlySet<string>;
  readonly references: readonly string[];
};

/** How deep solutions may refer to solutions. */
const referenceLimit = 4;

/** The projects of the files, each by the tsconfig.json that is nearest to it and covers it. */
export function projectsOf(
  files: readonly string[],
  ts: TypeScript,
): { readonly projects: readonly CheckedProject[]; readonly problems: readonly ConfigurationProblem[] } {
  const problems: ConfigurationProblem[] = [];
  const configs = new Map<string, Config>();
  const nearest = new Map<string, string | undefined>();
  const byConfig = new Map<string, CheckedProject>();
  const read = (path: string): Config => {
    const known = configs.get(path);
    if (known !== undefined) return known;
    const config = readConfig(path, ts, problems);
    configs.set(path, config);
    return config;
  };
  for (const file of files) {
    const folder = dirname(file);
    if (!nearest.has(folder)) nearest.set(folder, findConfig(folder, ts));
    const path = nearest.get(folder);
    const config = path === undefined ? undefined : covering(read(path), file, read, referenceLimit);
    const key = config?.path ?? "";
    const project = byConfig.get(key);
    if (project !== undefined) {
      project.files.push(file);
      continue;
    }
    byConfig.set(key, {
      config: config?.path,
      options: readingOptions(config, ts),
      files: [file],
      ambient: config === undefined ? [] : [...config.files].filter((one) => /\.d\.[cm]?ts$/.test(one)),
    });
  }
  return { projects: [...byConfig.values()], problems };
}

function findConfig(folder: string, ts: TypeScript): string | undefined {
  const exists = (path: string): boolean => ts.sys.fileExists(path);
  return (
    ts.findConfigFile(folder, exists, "tsconfig.json") ?? ts.findConfigFile(folder, exists, "jsconfig.json")
  );
}

function readConfig(path: string, ts: TypeScript, problems: ConfigurationProblem[]): Config {
  const { config, error } = ts.readConfigFile(path, (file) => ts.sys.readFile(file));
  const text = (message: string | ts.DiagnosticMessageChain): string =>
    ts.flattenDiagnosticMessageText(message, " ");
  if (error !== undefined) problems.push({ file: path, message: text(error.messageText) });
  const parsed = ts.parseJsonConfigFileContent(config ?? {}, ts.sys, dirname(path), undefined, path);
  return {
    path,
    options: parsed.options,
    files: new Set(parsed.fileNames),
    references: (parsed.projectReferences ?? []).map((reference) => {
      const named = ts.resolveProjectReferencePath(reference);
      return ts.sys.directoryExists(named) ? join(named, "tsconfig.json") : named;
    }),
  };
}

/** A configuration may cover no file itself and hand them to the ones it refers to. */
function covering(config: Config, file: string, read: (path: string) => Config, left: number): Config {
  if (config.files.has(file) || left === 0) return config;
  for (const path of config.references) {
    const inner = covering(read(path), file, read, left - 1);
    if (inner.files.has(file)) return inner;
  }
  return config;
}

/** The project's own options, without all that is about writing files and reporting errors. */
function readingOptions(config: Config | undefined, ts: TypeScript): ts.CompilerOptions {
  const given = config?.options ?? {
    target: ts.ScriptTarget.ESNext,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    jsx: ts.JsxEmit.Preserve,
    strict: true,
  };
  const {
    tsBuildInfoFile: _file,
    incremental: _incremental,
    composite: _composite,
    declaration: _declaration,
    declarationMap: _map,
    emitDeclarationOnly: _only,
    plugins: _plugins,
    ...options
  } = given;
  return {
    ...options,
    noEmit: true,
    skipLibCheck: true,
    allowJs: true,
    checkJs: false,
    noLib: false,
    // Which release a project has decides what it means by leaving `strict` out. Without it, less is claimed.
    strict: options.strict ?? isStrictByDefault(config?.path, ts),
    types: options.types ?? ["*"],
  };
}

/** From 6.0 on, TypeScript is strict where nobody says otherwise. */
function isStrictByDefault(config: string | undefined, ts: TypeScript): boolean {
  for (let folder = config === undefined ? "/" : dirname(config); ; folder = dirname(folder)) {
    const text = ts.sys.readFile(join(folder, "node_modules/typescript/package.json"));
    const major = text === undefined ? undefined : /"version"\s*:\s*"(\d+)\./.exec(text)?.[1];
    if (major !== undefined) return Number(major) >= 6;
    if (folder === dirname(folder)) return false;
  }
}
