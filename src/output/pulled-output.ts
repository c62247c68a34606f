// Brings what was pulled from Customer.io to the plan folder, among files of others, or says where it differs.
import { posix, resolve } from "node:path";
import type { OutputFile } from "../generators/generator.js";
import { compareFolder } from "./compare.js";
import { disk, type FileSystem } from "./file-system.js";
import { type OutputFolder, type Project, planFrom, realOrPlanned } from "./folders.js";
import type { LockOwner } from "./lock.js";
import { manifestName } from "./manifest.js";
import { type WrittenOutput, writeFolders } from "./output.js";
import { explained, OutputError } from "./output-error.js";

export type PulledRequest = {
  readonly project: Project;
  /** The folder in the plan folder. */
  readonly folder: string;
  readonly pulled: readonly OutputFile[];
  readonly files?: FileSystem;
};

/** A file that is not as it was pulled now; `wanted` is undefined for one that left, `found` for one that is new. */
export type PulledDifference = {
  /** Relative to the folder, with `/`. */
  readonly path: string;
  readonly found: string | undefined;
  readonly wanted: string | undefined;
  readonly edited: boolean;
};

/** What `writePulled` would change; writes nothing. Throws an OutputError where the folder can't be read. */
export function comparePulled(request: PulledRequest): readonly PulledDifference[] {
  const folder = folderOf(request);
  const { files } = explained(`can't read "${folder.name}"`, () =>
    compareFolder(folder, undefined, request.files ?? disk),
  );
  return files
    .filter(({ state }) => state !== "current")
    .map(({ path, found, wanted, state }) => ({
      path,
      found,
      wanted,
      edited: state === "edited" || state === "edited-orphan",
    }));
}

/**
 * Writes what differs and removes what left the workspace, all or nothing. A file that somebody else put there is
 * never touched: throws an OutputError where one is in the way, and where the disk fails.
 */
export function writePulled(
  request: PulledRequest & { readonly owner: LockOwner; uninterrupted<T>(work: () => T): T },
): WrittenOutput {
  const folder = folderOf(request);
  const written = writeFolders([folder], { ...request, command: "trackwright consumers pull" });
  const [against] = written.diagnostics;
  if (against !== undefined) {
    throw new OutputError(
      `${against.message} Nothing was written. Move "${against.span.file}" away, and pull again`,
    );
  }
  return written;
}

function folderOf({ project, folder, pulled, files = disk }: PulledRequest): OutputFolder {
  const name = posix.join(project.folder, folder);
  return {
    target: "consumers",
    name,
    path: realOrPlanned(resolve(project.root, name), files),
    plan: planFrom(project, name),
    span: { file: posix.join(name, manifestName), start: 0, end: 0 },
    files: pulled,
  };
}
