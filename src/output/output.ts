// Brings generated files to disk, or says where the disk differs: the only writer of the project.
import { dirname, join } from "node:path";
import type { Diagnostic, SourceFile } from "../diagnostics/diagnostic.js";
import { changeOf } from "./change.js";
import { type ComparedFolder, compareFolder } from "./compare.js";
import { driftOf, isUnbuilt, unbuilt } from "./drift.js";
import { disk, type FileSystem } from "./file-system.js";
import { type OutputFolder, outputFolders, type Project, type TargetOutput } from "./folders.js";
import { gathered } from "./gather.js";
import { type Lock, type LockOwner, lockFolder, lockName } from "./lock.js";
import { manifestName } from "./manifest.js";
import { abandonedFolders, ownedElsewhere } from "./other-folders.js";
import { explained } from "./output-error.js";
import { countInSealed } from "./seal.js";
import {
  applyJournal,
  discardStage,
  type FolderChange,
  journalPath,
  stageChange,
  stageName,
} from "./stage.js";

export type OutputRequest = {
  readonly project: Project;
  readonly targets: readonly TargetOutput[];
  /** True where `targets` are all that the plan has: then folders of targets that it no longer has are cleared. */
  readonly complete: boolean;
  /** What the user runs to mend drift, such as `trackwright build`. */
  readonly command: string;
  /** Tells by content the plan that the files come from and what made them; undefined where that is not known. */
  readonly origin?: string | undefined;
  readonly files?: FileSystem;
};

export type WriteRequest = OutputRequest & {
  readonly owner: LockOwner;
  /** Runs the part that must not be stopped half-way. */
  uninterrupted<T>(work: () => T): T;
};

export type CheckedOutput = {
  readonly diagnostics: readonly Diagnostic[];
  /** The texts that the findings point into. */
  readonly files: readonly SourceFile[];
  /** How many files the targets have. */
  readonly count: number;
};

/** Paths are relative to the project root, with `/`. */
export type WrittenOutput = {
  /** Mistakes that kept everything from being written. */
  readonly diagnostics: readonly Diagnostic[];
  readonly files: readonly SourceFile[];
  readonly count: number;
  readonly written: readonly string[];
  readonly removed: readonly string[];
  readonly unchanged: number;
  /** Hand edits that were kept, and where. */
  readonly kept: readonly { readonly path: string; readonly as: string }[];
};

/** Compares the disk with what was generated; writes nothing. Throws an OutputError where it can't be read. */
export function checkOutput(request: OutputRequest): CheckedOutput {
  const files = request.files ?? disk;
  const { folders, diagnostics } = foldersOf(request, files);
  const compared = folders.map((folder) => compare(folder, request, files));
  const isHere = (one: ComparedFolder): boolean => !isUnbuilt(one);
  const drifts = compared.filter(isHere).map((one) => driftOf(one, request.command));
  const absent = compared.filter(isUnbuilt).map(({ folder }) => folder);
  const taken = compared.flatMap((one) => ownedElsewhere(one, request.project, files));
  return {
    diagnostics: [
      ...diagnostics,
      ...taken,
      ...unbuilt(absent, request.command),
      ...gathered(drifts, request.command),
    ],
    files: drifts.flatMap((drift) => drift.files),
    count: countFiles(request),
  };
}

/**
 * How many files the targets have on the disk, where a seal says of each folder that its files are what this plan
 * gives; undefined where they have to be generated to tell. What the targets generate is not asked for.
 */
export function countSealed(
  request: Omit<OutputRequest, "targets" | "command"> & {
    readonly targets: readonly Pick<TargetOutput, "target" | "out">[];
  },
): number | undefined {
  const { origin, files = disk } = request;
  if (origin === undefined) return undefined;
  const targets = request.targets.map((target) => ({ ...target, files: [] }));
  const { folders, diagnostics } = foldersOf({ ...request, targets }, files);
  if (diagnostics.length > 0) return undefined;
  let count = 0;
  for (const folder of folders) {
    // A folder that the plan no longer names is to be cleared.
    if (folder.span === undefined) return undefined;
    const sealed = explained(`can't read "${folder.name}"`, () => countInSealed(folder, origin, files));
    if (sealed === undefined) return undefined;
    count += sealed;
  }
  return count;
}

/**
 * Writes what differs, and nothing at all where a finding stands against it. Throws an OutputError where the disk
 * fails; what was there is then still there.
 */
export function writeOutput(request: WriteRequest): WrittenOutput {
  const files = request.files ?? disk;
  const { folders, diagnostics } = foldersOf(request, files);
  if (diagnostics.length > 0) return { ...nothingOf(countFiles(request)), diagnostics };
  return writeFolders(folders, request);
}

/** The same for folders that are known to be usable; their files may lie among those of others. */
export function writeFolders(
  folders: readonly OutputFolder[],
  request: Omit<WriteRequest, "targets" | "complete">,
): WrittenOutput {
  const files = request.files ?? disk;
  const count = folders.reduce((sum, folder) => sum + folder.files.length, 0);
  const nothing = nothingOf(count);

  const needed = folders.filter((folder) => needsWork(folder, request, files));
  const unchanged = folders
    .filter((folder) => !needed.includes(folder))
    .reduce((sum, folder) => sum + folder.files.length, 0);
  if (needed.length === 0) return { ...nothing, unchanged };

  // In one order everywhere, so that two builds can't wait for each other.
  const sorted = [...needed].sort((a, b) => (a.path < b.path ? -1 : 1));
  const locks: Lock[] = [];
  const made: string[] = [];
  try {
    for (const folder of sorted) {
      explained(`can't write to "${folder.name}"`, () => {
        const first = files.makeFolder(folder.path);
        if (first !== undefined) made.push(first);
        locks.push(lockFolder(folder.path, folder.name, request.owner, files));
      });
    }
    return request.uninterrupted(() => {
      for (const folder of sorted) recover(folder, files);
      const compared = sorted.map((folder) => compare(folder, request, files));
      const against = [
        ...compared.flatMap((one) => ownedElsewhere(one, request.project, files)),
        ...compared.flatMap((one) => foreignFiles(one, request.command)),
      ];
      if (against.length > 0) return { ...nothing, diagnostics: against };
      const changes = compared.map((one) => ({ compared: one, change: changeOf(one, files) }));
      stageAll(changes, files);
      for (const { compared: one } of changes) finish(one.folder, files);
      return summarise(changes, count, unchanged);
    });
  } finally {
    for (const lock of locks.reverse()) lock.release();
    for (const folder of made.reverse()) removeIfEmpty(folder, sorted, files);
    for (const folder of sorted) if (folder.span === undefined) removeIfEmpty(folder.path, [folder], files);
  }
}

function nothingOf(count: number): WrittenOutput {
  return { diagnostics: [], count, written: [], removed: [], unchanged: 0, kept: [], files: [] };
}

function countFiles(request: OutputRequest): number {
  return request.targets.reduce((sum, target) => sum + target.files.length, 0);
}

function foldersOf(
  request: Pick<OutputRequest, "project" | "targets" | "complete">,
  files: FileSystem,
): { readonly folders: readonly OutputFolder[]; readonly diagnostics: readonly Diagnostic[] } {
  const { folders, diagnostics } = outputFolders(request.project, request.targets, files);
  const abandoned =
    request.complete && diagnostics.length === 0 ? abandonedFolders(request.project, folders, files) : [];
  return { folders: [...folders, ...abandoned], diagnostics };
}

function compare(
  folder: OutputFolder,
  { origin }: Pick<OutputRequest, "origin">,
  files: FileSystem,
): ComparedFolder {
  const compared = explained(`can't read "${folder.name}"`, () => compareFolder(folder, origin, files));
  const { found } = compared.manifest;
  if (folder.span !== undefined || compared.files.length > 0 || found === undefined) return compared;
  // All that is left of an abandoned folder is its manifest.
  return {
    ...compared,
    files: [{ path: manifestName, state: "orphan", wanted: undefined, found }],
  };
}

function needsWork(folder: OutputFolder, request: Pick<OutputRequest, "origin">, files: FileSystem): boolean {
  const compared = compare(folder, request, files);
  return (
    compared.manifest.state !== "current" ||
    compared.files.some((file) => file.state !== "current") ||
    // Left by a build that was killed, or held by one that is about to change the folder.
    files.kindOf(join(folder.path, stageName)) !== undefined ||
    files.kindOf(join(folder.path, lockName)) !== undefined
  );
}

/** Ends what an earlier build began: finishes it from its journal, or forgets it. */
function recover(folder: OutputFolder, files: FileSystem): void {
  if (files.kindOf(journalPath(folder.path)) !== undefined) finish(folder, files);
  else explained(`can't write to "${folder.name}"`, () => discardStage(folder.path, files));
}

function foreignFiles(compared: ComparedFolder, command: string): readonly Diagnostic[] {
  const foreign = compared.files.filter((file) => file.state === "foreign");
  return driftOf({ ...compared, files: foreign, interrupted: false }, command).diagnostics.filter(
    (diagnostic) => diagnostic.rule === "generated-foreign",
  );
}

type PlannedChange = { readonly compared: ComparedFolder; readonly change: FolderChange };

/** Stages every folder before the first is changed; where one fails, none is. */
function stageAll(changes: readonly PlannedChange[], files: FileSystem): void {
  const undos: (() => void)[] = [];
  for (const { compared, change } of changes) {
    const { folder } = compared;
    try {
      explained(
        `can't write to "${folder.name}"`,
        () => undos.push(stageChange(folder.path, change, files)),
        "Nothing was changed.",
      );
    } catch (error) {
      for (const undo of undos.reverse()) undo();
      throw error;
    }
  }
}

function finish(folder: OutputFolder, files: FileSystem): void {
  explained(
    `can't finish writing to "${folder.name}"`,
    () => applyJournal(folder.path, files),
    "What is left to do is kept beside the files, and the next build does it.",
  );
}

function summarise(changes: readonly PlannedChange[], count: number, unchanged: number): WrittenOutput {
  const named = ({ compared }: PlannedChange, path: string): string => `${compared.folder.name}/${path}`;
  const isManifest = (path: string): boolean => path === manifestName;
  return {
    diagnostics: [],
    files: [],
    count,
    written: changes.flatMap((one) =>
      one.change.writes.filter(({ path }) => !isManifest(path)).map(({ path }) => named(one, path)),
    ),
    removed: changes.flatMap((one) =>
      one.change.removals.filter(({ path }) => !isManifest(path)).map(({ path }) => named(one, path)),
    ),
    unchanged:
      unchanged +
      changes.reduce(
        (sum, { compared }) => sum + compared.files.filter((file) => file.state === "current").length,
        0,
      ),
    kept: changes.flatMap((one) =>
      one.change.keeps.map(({ from, to }) => ({ path: named(one, from), as: named(one, to) })),
    ),
  };
}

/** Removes a folder that this build made, and those below it, where nothing came into them. */
function removeIfEmpty(folder: string, outputs: readonly OutputFolder[], files: FileSystem): void {
  for (const { path } of outputs) {
    if (path !== folder && !path.startsWith(folder)) continue;
    for (let one = path; one.length >= folder.length; one = dirname(one)) {
      if (files.kindOf(one) !== "folder" || files.list(one).length > 0) break;
      files.removeFolder(one);
    }
  }
}
