// Finds which imports of which files the answers to questions depend on, so that no other file has to be loaded.
import type { ts } from "@ts-morph/common";
import { mentionsOf } from "./mentions.js";
import { nodeOf } from "./node-at.js";
import type { TypeScript } from "./projects.js";
import type { Question } from "./questions.js";
import { type FileIndex, type ForeignName, indexFile } from "./reach-index.js";

export type ReachRequest = {
  readonly ts: TypeScript;
  /** What is asked, by absolute path. */
  readonly asked: ReadonlyMap<string, readonly Question[]>;
  /** Files all of which counts. */
  readonly whole: readonly string[];
  parse(path: string): ts.SourceFile | undefined;
  /** The text of a file, which is there long before its syntax tree is. */
  read(path: string): string | undefined;
  /** Where an import leads to. */
  resolve(specifier: string, from: ts.SourceFile): string | undefined;
};

/**
 * By file, the imports that matter there. An import that is missing here is not followed, and what comes from it
 * counts as unknown. Of files that are not listed, such as the declarations of packages, every import matters.
 */
export type Reached = ReadonlyMap<string, ReadonlySet<string>>;

export function reachedImports(request: ReachRequest): Reached {
  const { ts } = request;
  const wanted = new Map<string, Set<string>>();
  const indexes = new Map<string, FileIndex | undefined>();
  const done = new Set<string>();
  const waiting: (() => void)[] = [];
  const indexOf = (path: string): FileIndex | undefined => {
    if (indexes.has(path)) return indexes.get(path);
    const file = isFollowed(path) ? request.parse(path) : undefined;
    const index = file && indexFile(file, ts);
    indexes.set(path, index);
    if (index !== undefined) wanted.set(path, new Set());
    return index;
  };
  const once = (key: string, work: () => void): void => {
    if (done.has(key)) return;
    done.add(key);
    waiting.push(work);
  };
  const reachNode = (index: FileIndex, node: ts.Node): void =>
    mentionsOf(
      node,
      {
        name: (name) => reachName(index, name),
        foreign: (name) => reachForeign(index, name),
      },
      ts,
    );
  const reachName = (index: FileIndex, name: string): void =>
    once(`${index.file.fileName}\0${name}`, () => {
      const imported = index.imports.get(name);
      if (imported !== undefined) reachForeign(index, imported);
      for (const node of index.declared.get(name) ?? []) reachNode(index, node);
      for (const node of index.deciding.get(name) ?? []) reachNode(index, node);
    });
  const reachForeign = (index: FileIndex, { specifier, name }: ForeignName): void => {
    wanted.get(index.file.fileName)?.add(specifier);
    const path = request.resolve(specifier, index.file);
    const target = path === undefined ? undefined : indexOf(path);
    if (target !== undefined) reachExport(target, name);
  };
  const reachExport = (index: FileIndex, name: string): void =>
    once(`${index.file.fileName}\0exports ${name}`, () => {
      const own = index.exports.get(name);
      if (name === "*") reachAll(index);
      else if (own !== undefined) {
        if (typeof own === "string") reachName(index, own);
        else reachForeign(index, own);
      } else if (index.exports.size === 0 && index.stars.length === 0) reachAll(index);
      else if (name !== "default") reachStar(index, name);
    });
  const reachStar = (index: FileIndex, name: string): void => {
    for (const specifier of index.stars) {
      const path = request.resolve(specifier, index.file);
      if (path !== undefined && isFollowed(path) && !has(path, name, new Set())) continue;
      reachForeign(index, { specifier, name });
    }
  };
  /** True where a file may export a name. */
  const has = (path: string, name: string, seen: Set<string>): boolean => {
    if (seen.has(path)) return false;
    seen.add(path);
    // What exports a name has it in its text; looking for it there saves parsing most of a barrel's files.
    const text = indexes.has(path) ? undefined : request.read(path);
    if (text !== undefined && !text.includes(name) && !/\bexport\s*\*/.test(text)) return false;
    const index = indexOf(path);
    if (index === undefined || index.exports.has(name)) return true;
    return index.stars.some((specifier) => {
      const inner = request.resolve(specifier, index.file);
      return inner === undefined || has(inner, name, seen);
    });
  };
  const reachAll = (index: FileIndex): void => {
    for (const own of index.exports.values()) {
      if (typeof own === "string") reachName(index, own);
      else reachForeign(index, own);
    }
    for (const specifier of index.stars) reachForeign(index, { specifier, name: "*" });
    // A script, or a module of CommonJS.
    if (index.exports.size === 0) for (const name of index.declared.keys()) reachName(index, name);
    if (index.exports.size === 0) for (const name of index.imports.keys()) reachName(index, name);
  };
  for (const [path, questions] of request.asked) {
    const index = indexOf(path);
    if (index === undefined) continue;
    for (const question of questions) {
      const found = nodeOf(index.file, question, ts);
      // A key of a type: what is declared there counts.
      const node = found !== undefined && ts.isPropertySignature(found.parent) ? found.parent : found;
      if (node !== undefined) reachNode(index, node);
    }
  }
  for (const path of request.whole) {
    const file = request.parse(path);
    if (file === undefined) continue;
    const index = indexFile(file, ts);
    indexes.set(path, index);
    wanted.set(path, new Set());
    reachAll(index);
    for (const name of [...index.declared.keys(), ...index.imports.keys()]) reachName(index, name);
  }
  for (let work = waiting.pop(); work !== undefined; work = waiting.pop()) work();
  return wanted;
}

/** Declarations are read whole: what packages bring is not cut. */
function isFollowed(path: string): boolean {
  return !path.includes("/node_modules/") && !/\.d\.[cm]?ts$|\.json$/.test(path);
}
