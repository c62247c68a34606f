// Copies a template into a new place, never over a file that exists.
import { join } from "node:path";
import { compareText } from "../diagnostics/diagnostic.js";
import { disk, type FileSystem } from "./file-system.js";
import { writeNewFiles } from "./new-files.js";

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
  const content = (path: string): string => files.read(join(from, path)).toString("utf8");
  return writeNewFiles(
    paths.map((path) => ({ path, content: content(path) })),
    to,
    files,
  );
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
