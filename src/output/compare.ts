// Compares what was generated with what lies in an output folder. Reads only; what to do about it comes after.
import { dirname, join } from "node:path";
import { compareText } from "../diagnostics/diagnostic.js";
import { type Entries, hasMark, looksGenerated, readManifest, readText, walk } from "./entries.js";
import { type FileSystem, unlessGone } from "./file-system.js";
import type { OutputFolder } from "./folders.js";
import { isLockFile } from "./lock.js";
import {
  contentHash,
  formatManifest,
  isSafePath,
  type Manifest,
  manifestName,
  parseManifest,
  withLineFeeds,
  withoutSeal,
} from "./manifest.js";
import { OutputError } from "./output-error.js";
import { sealOf } from "./seal.js";
import { journalPath, stageName } from "./stage.js";

/**
 * What a file is to the plan:
 * `current` as it should be · `stale` generated from an older plan · `missing` · `edited` changed by hand ·
 * `orphan` generated and no longer wanted · `edited-orphan` the same, changed by hand · `foreign` somebody else's,
 * where a file is wanted.
 */
export type FileState = "current" | "stale" | "missing" | "edited" | "orphan" | "edited-orphan" | "foreign";

export type ComparedFile = {
  /** Relative to the output folder, with `/`. */
  readonly path: string;
  readonly state: FileState;
  /** What should be in it; undefined for orphans. */
  readonly wanted: string | undefined;
  /** What is in it; undefined where it is missing, current, or no plain file. */
  readonly found: string | undefined;
};

export type ComparedFolder = {
  readonly folder: OutputFolder;
  /** Sorted by path. */
  readonly files: readonly ComparedFile[];
  /** The hash of what should be in each file, by path. */
  readonly hashes: ReadonlyMap<string, string>;
  readonly manifest: {
    /** `unsealed` where nothing but its seal is another: it says what it should, and a check takes longer. */
    readonly state: "current" | "unsealed" | "stale" | "missing";
    readonly wanted: string;
    /** Its text; undefined where there is none. */
    readonly found: string | undefined;
    /** The plan folder that it names, relative to the output folder; undefined where there is none. */
    readonly plan: string | undefined;
  };
  /** True where an earlier build was stopped before it was done. */
  readonly interrupted: boolean;
};

/**
 * Compares one folder; `origin` is what its seal binds the files to, undefined where it gets none. Throws an OutputError
 * where it can't be read, and an Error for files that are our bug.
 */
export function compareFolder(
  folder: OutputFolder,
  origin: string | undefined,
  files: FileSystem,
): ComparedFolder {
  const { contents: wanted, hashes, manifest: manifestText } = wantedOf(folder, origin);
  if (!canHoldFolder(folder.path, files)) {
    throw new OutputError(
      `the folder "${folder.name}" of the target "${folder.target}" can't be made: a file lies there. ` +
        "Move it away, or give the target another folder.",
    );
  }
  const entries = walk(folder.path, files);
  const manifestFound = readManifest(folder.path, entries, files);
  const manifest = manifestFound === undefined ? undefined : parseManifest(manifestFound);
  const generated: Manifest["files"] = manifest?.files ?? new Map();
  const compared: ComparedFile[] = [];
  const leftovers = leftoverFiles(folder.path, entries, wanted, generated, files);
  const leaving = new Set(leftovers.map((file) => file.path));
  for (const [path, content] of wanted) {
    const blocker = blockedBy(path, entries, leaving);
    if (blocker === undefined) {
      compared.push(
        compareFile(`${folder.path}/${path}`, path, content, generated.get(path), entries, files),
      );
    } else if (!compared.some((file) => file.path === blocker)) {
      compared.push({ path: blocker, state: "foreign", wanted: content, found: undefined });
    }
  }
  compared.push(...leftovers);
  return {
    folder,
    hashes,
    files: compared.sort((a, b) => compareText(a.path, b.path)),
    manifest: {
      state: manifestState(manifestFound, manifestText),
      wanted: manifestText,
      found: manifestFound,
      plan: manifest?.plan,
    },
    interrupted: files.kindOf(journalPath(folder.path)) !== undefined,
  };
}

function manifestState(found: string | undefined, wanted: string): ComparedFolder["manifest"]["state"] {
  if (found === undefined) return "missing";
  const text = withLineFeeds(found);
  if (text === wanted) return "current";
  return withoutSeal(text) === withoutSeal(wanted) ? "unsealed" : "stale";
}

/** Whether a path is a folder, or can become one: nothing above it is a file. */
function canHoldFolder(path: string, files: FileSystem): boolean {
  if (files.isFolder(path)) return true;
  return files.kindOf(path) === undefined && (path === dirname(path) || canHoldFolder(dirname(path), files));
}

type Wanted = {
  readonly contents: ReadonlyMap<string, string>;
  readonly hashes: ReadonlyMap<string, string>;
  readonly manifest: string;
};

/** A folder is compared again once it is locked; what is wanted in it is the same then. */
const known = new WeakMap<OutputFolder, Wanted>();

function wantedOf(folder: OutputFolder, origin: string | undefined): Wanted {
  const before = known.get(folder);
  if (before !== undefined) return before;
  const contents = wantedFiles(folder);
  const hashes = new Map<string, string>();
  for (const [path, content] of contents) hashes.set(path, contentHash(content));
  const { plan, target } = folder;
  const seal = origin === undefined ? undefined : sealOf(origin, plan, target, hashes);
  const wanted = { contents, hashes, manifest: formatManifest({ plan, target, seal }, hashes) };
  known.set(folder, wanted);
  return wanted;
}

/** The files by path. A generator that gives one path twice, or a path that leaves its folder, is a bug. */
function wantedFiles(folder: OutputFolder): ReadonlyMap<string, string> {
  const wanted = new Map<string, string>();
  const foldedPaths = new Map<string, string>();
  for (const { path, content } of folder.files) {
    if (!isSafePath(path) || path === manifestName || isLockFile(path) || path.startsWith(`${stageName}/`)) {
      throw new Error(`the target "${folder.target}" names a file ${JSON.stringify(path)}`);
    }
    // Two names that differ only by case are one file on many disks.
    const folded = path.toLowerCase();
    const twin = foldedPaths.get(folded);
    if (twin !== undefined) {
      throw new Error(`the target "${folder.target}" writes both "${twin}" and "${path}"`);
    }
    foldedPaths.set(folded, path);
    wanted.set(path, content);
  }
  return wanted;
}

/** What lies in the way of a wanted file and is not ours: itself no plain file, or a folder of it that is none. */
function blockedBy(path: string, entries: Entries, leaving: ReadonlySet<string>): string | undefined {
  if (entries.size === 0) return undefined;
  for (let end = path.indexOf("/"); end >= 0; end = path.indexOf("/", end + 1)) {
    const above = path.slice(0, end);
    const kind = entries.get(above);
    if (kind !== undefined && kind !== "folder" && !leaving.has(above)) return above;
  }
  const kind = entries.get(path);
  if (kind === undefined || kind === "file") return undefined;
  if (kind !== "folder") return path;
  const inside = [...entries].filter(([name, one]) => one !== "folder" && name.startsWith(`${path}/`));
  return inside.every(([name]) => leaving.has(name)) ? undefined : path;
}

function compareFile(
  absolute: string,
  path: string,
  wanted: string,
  hashes: readonly string[] | undefined,
  entries: Entries,
  files: FileSystem,
): ComparedFile {
  const bytes = entries.get(path) === "file" ? unlessGone(() => files.read(absolute)) : undefined;
  if (bytes === undefined) return { path, state: "missing", wanted, found: undefined };
  if (bytes.equals(Buffer.from(wanted))) return { path, state: "current", wanted, found: undefined };
  const found = bytes.toString("utf8");
  if (withLineFeeds(found) === withLineFeeds(wanted)) {
    return { path, state: "current", wanted, found: undefined };
  }
  return { path, state: stateOf(found, hashes), wanted, found };
}

/** What a file is that is not as it should be. */
function stateOf(found: string, hashes: readonly string[] | undefined): "stale" | "edited" | "foreign" {
  if (hashes !== undefined) {
    return hashes.includes(contentHash(found)) || hasConflictMarkers(found) ? "stale" : "edited";
  }
  // The manifest was lost, or merged badly: the mark says that the file is ours.
  return hasMark(found) ? "stale" : "foreign";
}

/** Generated files that are no longer wanted: those of the manifest, and those with the mark. */
function leftoverFiles(
  root: string,
  entries: Entries,
  wanted: ReadonlyMap<string, string>,
  known: Manifest["files"],
  files: FileSystem,
): readonly ComparedFile[] {
  const leftovers: ComparedFile[] = [];
  for (const [path, kind] of entries) {
    if (kind !== "file" || wanted.has(path) || path === manifestName) continue;
    const hashes = known.get(path);
    const absolute = join(root, path);
    if (hashes === undefined) {
      if (!looksGenerated(absolute, files)) continue;
    }
    const found = readText(absolute, files);
    if (found === undefined) continue;
    const ours = hashes === undefined || hashes.includes(contentHash(found)) || hasConflictMarkers(found);
    leftovers.push({ path, state: ours ? "orphan" : "edited-orphan", wanted: undefined, found });
  }
  return leftovers;
}

/** A file that git could not merge was edited by nobody. */
function hasConflictMarkers(text: string): boolean {
  return /^<{7} /m.test(text) && /^>{7} /m.test(text);
}
