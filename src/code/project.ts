// The files of a project as the scanner needs them: bytes for searching, modules parsed when they are asked for.
import { closeSync, fstatSync, openSync, readFileSync, readSync } from "node:fs";
import { join } from "node:path";
import type { CodeProblem } from "./emission.js";
import { evaluate } from "./evaluate.js";
import type { CodeFile } from "./languages.js";
import { fuelForCall, type Linker, type Target } from "./linker.js";
import { type Module, readExports } from "./module.js";
import { once } from "./once.js";
import { type Parser, parseText } from "./parse.js";
import { type ConfigProblem, readAliases, readPackages } from "./project-config.js";
import { type Alias, resolveImport } from "./resolve-import.js";
import { readScopes } from "./scope-builder.js";
import { scriptsOf } from "./script-blocks.js";
import type { Listing } from "./walk.js";

/** How many bytes of files are kept for later rounds, so that small projects are read from the disk once. */
const mostKept = 24 * 1024 * 1024;

/** A file with more bytes is no source that someone wrote. */
const largestFile = 2 * 1024 * 1024;

export type Project = {
  readonly linker: Linker;
  readonly problems: () => readonly CodeProblem[];
  readonly parsedCount: () => number;
  /** Calls `use` with the bytes of each file, as text with a character for each byte. */
  readonly search: (files: readonly CodeFile[], use: (file: CodeFile, bytes: string) => void) => void;
  readonly textOf: (path: string) => string | undefined;
};

/** `given` reads files by their path in the project, where something stands in the place of the disk. */
export function openProject(
  root: string,
  listing: Listing,
  parser: Parser,
  given?: (path: string) => Buffer | undefined,
): Project {
  const files = new Map(listing.files.map((file) => [file.path, file]));
  const modules = new Map<string, Module | undefined>();
  const problems: CodeProblem[] = [];
  const targets = new Map<string, Target>();
  const kept = new Map<string, string>();
  let keptBytes = 0;
  let buffer = Buffer.allocUnsafe(256 * 1024);

  const read = (path: string): string | undefined => {
    if (given !== undefined) return given(path)?.toString("utf8");
    try {
      return readFileSync(join(root, path), "utf8");
    } catch {
      return undefined;
    }
  };

  /** The bytes of a file in a buffer that the next call uses again. */
  const bytesOf = (path: string): Buffer | undefined => {
    const made = files.get(path)?.text;
    if (made !== undefined) return Buffer.from(made);
    if (given !== undefined) return given(path);
    let handle: number | undefined;
    try {
      handle = openSync(`${root}/${path}`, "r");
      const { size } = fstatSync(handle);
      if (size > buffer.length) buffer = Buffer.allocUnsafe(size + 4096);
      let length = 0;
      for (;;) {
        const count = readSync(handle, buffer, length, buffer.length - length, null);
        if (count === 0) break;
        length += count;
        if (length === buffer.length) buffer = Buffer.concat([buffer], length * 2);
        else if (length >= size) break;
      }
      return buffer.subarray(0, length);
    } catch {
      return undefined;
    } finally {
      if (handle !== undefined) closeSync(handle);
    }
  };

  const wide = new Set<string>();

  /** A file's bytes as text with a character for each. */
  const searchable = (path: string): string | undefined => {
    const known = kept.get(path);
    if (known !== undefined) return known;
    const bytes = bytesOf(path);
    if (bytes !== undefined && isWide(bytes) && !wide.has(path)) {
      wide.add(path);
      problem("encoding", "This file is UTF-16 and was not read: save it as UTF-8.", path);
    }
    const text = bytes?.toString("latin1");
    if (text !== undefined && keptBytes + text.length <= mostKept) {
      keptBytes += text.length;
      kept.set(path, text);
    }
    return text;
  };

  const problem = (kind: CodeProblem["kind"], message: string, file: string, start = 0, end = 0): void => {
    problems.push({ kind, message, span: { file, start, end } });
  };

  const load = (path: string): Module | undefined => {
    const file = files.get(path);
    if (file === undefined) return undefined;
    const bytes = bytesOf(path);
    if (bytes === undefined) {
      problem("unreadable", "This file can't be read.", path);
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
    if (isBuilt(path, whole)) return undefined;
    const text = file.language === "vue" || file.language === "svelte" ? scriptsOf(whole) : whole;
    const parsed = parseText(parser, path, file.language, text);
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

  const packages = once(() => readPackages(listing.packages, read));
  const configProblems: ConfigProblem[] = [];
  const aliasesByFolder = new Map<string, readonly Alias[]>();
  const configs = new Set(listing.configs);
  const aliasesFor = (path: string): readonly Alias[] => {
    const slash = path.lastIndexOf("/");
    const folder = slash < 0 ? "" : path.slice(0, slash + 1);
    const known = aliasesByFolder.get(folder);
    if (known !== undefined) return known;
    const own = ["tsconfig.json", "jsconfig.json"]
      .map((name) => folder + name)
      .find((name) => configs.has(name));
    let aliases: readonly Alias[] = own === undefined ? [] : readAliases(own, read, configProblems);
    // A configuration without paths leaves them to one above it; so do bundlers that know `@` and `~`.
    if (aliases.length === 0 && folder !== "") aliases = aliasesFor(folder.slice(0, -1));
    aliasesByFolder.set(folder, aliases);
    return aliases;
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
    resolve: (from, specifier) => {
      const slash = from.lastIndexOf("/");
      const key = `${from.slice(0, slash + 1)}\0${specifier}`;
      let target = targets.get(key);
      if (target === undefined) {
        target = resolveImport(
          { exists: (path) => files.has(path), packages: packages(), aliasesFor },
          from,
          specifier,
        );
        targets.set(key, target);
      }
      return target;
    },
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
      ...configProblems.map(
        ({ path, message }): CodeProblem => ({
          kind: "configuration",
          message,
          span: { file: path, start: 0, end: 0 },
        }),
      ),
    ],
    parsedCount: () => [...modules.values()].filter((module) => module !== undefined).length,
    search: (some, use) => {
      for (const file of some) {
        const text = searchable(file.path);
        if (text !== undefined) use(file, text);
      }
    },
    textOf: (path) => modules.get(path)?.text ?? read(path),
  };
}

/** Names that bundlers give to what they make, by a hash of what is in it. */
const hashedName = /[.-](?=[a-f]*\d)[\da-f]{16,}(?:\.\w+)?\.[cm]?js$/;

/** Whether a text was made by a tool that bundles or takes line breaks out: nobody's source, however it is named. */
function isBuilt(path: string, text: string): boolean {
  if (hashedName.test(path)) return true;
  if (text.length < 30_000) return false;
  let lines = 1;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) lines++;
  return text.length / lines > 350;
}

/** The byte order marks of UTF-16. */
function isWide(bytes: Buffer): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}
