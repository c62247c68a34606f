// What lies in an output folder: its files by path, and its manifest.
import { join } from "node:path";
import { generatedMark } from "../generators/generator.js";
import { type EntryKind, type FileSystem, unlessGone } from "./file-system.js";
import { isLockFile } from "./lock.js";
import { manifestName } from "./manifest.js";
import { stageName } from "./stage.js";

/** What each path is, relative to the folder, with `/`. */
export type Entries = ReadonlyMap<string, EntryKind>;

/**
 * Everything in the folder, by path. The names are taken from the listing and not by asking for each, so that on
 * a disk that ignores case a renamed file is seen as the other file that it is to everybody else.
 */
export function walk(root: string, files: FileSystem): Entries {
  const entries = new Map<string, EntryKind>();
  const enter = (folder: string, prefix: string): void => {
    const listed = unlessGone(() => files.list(folder)) ?? [];
    // A folder with a manifest of its own belongs to another target, or to another plan.
    if (prefix !== "" && listed.some((entry) => entry.name === manifestName)) return;
    for (const { name, kind } of listed) {
      if (prefix === "" && (name === stageName || isLockFile(name))) continue;
      entries.set(prefix + name, kind);
      if (kind === "folder" && name !== ".git" && name !== "node_modules") {
        enter(join(folder, name), `${prefix}${name}/`);
      }
    }
  };
  if (files.isFolder(root)) enter(root, "");
  return entries;
}

/** The text of the folder's manifest; undefined where there is none. */
export function readManifest(root: string, entries: Entries, files: FileSystem): string | undefined {
  if (entries.get(manifestName) !== "file") return undefined;
  return readText(join(root, manifestName), files);
}

/** The text of a file; undefined where it is gone, since another build may be at work in the folder. */
export function readText(path: string, files: FileSystem): string | undefined {
  return unlessGone(() => files.read(path).toString("utf8"));
}

/** Whether a file says that it was generated, and is no hand edit that a build kept. */
export function looksGenerated(path: string, files: FileSystem): boolean {
  const start = keptVersion.test(path) ? undefined : unlessGone(() => files.readStart(path, 2048));
  return start !== undefined && hasMark(start.toString("utf8"));
}

/** A hand edit that a build kept. */
const keptVersion = /\.orig(\.\d+)?$/;

/** Looks at the first lines, not only the first: a merge conflict puts its marker above ours. */
export function hasMark(text: string): boolean {
  return text.split("\n", 3).some((line) => line.includes(generatedMark));
}
