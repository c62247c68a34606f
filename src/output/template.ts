// Copies a template into a new place, never over a file that exists.
import { join } from "node:path";
import { compareText } from "../diagnostics/diagnostic.js";
import { disk, type FileSystem } from "./file-system.js";
import { explained } from "./output-error.js";

/**
 * Copies every file of the folder `from` to `to`. Where any of them exists there, nothing is written and the
 * existing ones are named. Paths in the answer are relative to `to`, with `/`, and sorted.
 */
export function copyTemplate(
  from: string,
  to: string,
  files: FileSystem = disk,
): { readonly written: readonly string[]; readonly existing: readonly string[] } {
  const paths = filesBelow(from, "", files).sort(compareText);
  const existing = explained(`can't read "${to}"`, () =>
    paths.filter((path) => files.kindOf(join(to, path)) !== undefined),
  );
  if (existing.length > 0) return { written: [], existing };
  const written: string[] = [];
  let first: string | undefined;
  try {
    explained(`can't write to "${to}"`, () => {
      for (const path of paths) {
        const target = join(to, path);
        first ??= files.makeFolder(join(target, ".."));
        files.makeFolder(join(target, ".."));
        if (!files.create(target, files.read(join(from, path)).toString("utf8"))) continue;
        written.push(path);
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

function filesBelow(folder: string, prefix: string, files: FileSystem): string[] {
  return files
    .list(folder)
    .flatMap(({ name, kind }) =>
      kind === "folder"
        ? filesBelow(join(folder, name), `${prefix}${name}/`, files)
        : kind === "file"
          ? [prefix + name]
          : [],
    );
}
