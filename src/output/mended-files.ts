// Writes files of a project that were mended, the plan's and the code's: each whole or not at all, and none that somebody changed meanwhile.
import { basename, dirname, join } from "node:path";
import { disk, type FileSystem } from "./file-system.js";
import { explained, OutputError } from "./output-error.js";

/** A file: its path relative to the project root, the text that was read, and the text to write. */
export type MendedFile = { readonly path: string; readonly before: string; readonly after: string };

const byteOrderMark = "\ufeff";

/**
 * Brings the files to disk; a byte order mark, permissions and links stay. Every file is written beside its place
 * first, so that a disk that is full changes none. Throws an OutputError where a file can't be written, or is no
 * longer what was read.
 */
export function writeMendedFiles(
  root: string,
  mended: readonly MendedFile[],
  files: FileSystem = disk,
): void {
  const drafts: { readonly draft: string; readonly path: string }[] = [];
  try {
    for (const { path, before, after } of mended) {
      explained(`can't write "${path}"`, () => {
        const target = files.realPath(join(root, path)) ?? join(root, path);
        const bytes = files.read(target);
        // The loader of the plan takes the mark off, the scanner of code leaves it.
        const marked = bytes.toString("utf8").startsWith(byteOrderMark) && !before.startsWith(byteOrderMark);
        const mark = marked ? byteOrderMark : "";
        // Bytes, since those that are no UTF-8 all read alike.
        if (!bytes.equals(Buffer.from(mark + before))) {
          throw new OutputError(
            `"${path}" was changed while it was being mended. Nothing was written; run it again`,
          );
        }
        const draft = join(dirname(target), `.${basename(target)}.trackwright-draft`);
        drafts.push({ draft, path: target });
        files.write(draft, mark + after, { permissions: files.permissions(target), durable: true });
      });
    }
    for (const { draft, path } of drafts) {
      explained(`can't write "${path}"`, () => files.rename(draft, path));
    }
  } finally {
    for (const { draft } of drafts) if (files.kindOf(draft) !== undefined) files.remove(draft);
  }
}
