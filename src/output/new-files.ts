// Writes files into a new place, all of them or none, and never over a file that exists.
import { join } from "node:path";
import { disk, type FileSystem } from "./file-system.js";
import { explained } from "./output-error.js";

/** Paths are relative to the folder that they go to, with `/`. */
export type NewFile = { readonly path: string; readonly content: string };

/**
 * Writes the files below the folder `to`. Where any of them exists, nothing is written and the existing ones are
 * named; both lists are in the order of `wanted`. Throws an OutputError where the disk fails; then nothing is left.
 */
export function writeNewFiles(
  wanted: readonly NewFile[],
  to: string,
  files: FileSystem = disk,
): { readonly written: readonly string[]; readonly existing: readonly string[] } {
  const existing = explained(`can't read "${to}"`, () =>
    wanted.filter(({ path }) => files.kindOf(join(to, path)) !== undefined),
  );
  if (existing.length > 0) return { written: [], existing: existing.map(({ path }) => path) };
  const written: string[] = [];
  let first: string | undefined;
  try {
    explained(`can't write to "${to}"`, () => {
      for (const { path, content } of wanted) {
        const target = join(to, path);
        const made = files.makeFolder(join(target, ".."));
        first ??= made;
        if (files.create(target, content)) written.push(path);
      }
    });
  } catch (error) {
    // Half a plan would be in the way of the next try.
    for (const path of written) files.remove(join(to, path));
    if (first !== undefined) files.removeTree(first);
    throw error;
  }
  return { written, existing: [] };
}
