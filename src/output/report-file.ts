// Writes a report to the file that the user names: whole, or not at all.
import { basename, dirname, join } from "node:path";
import { disk, type FileSystem } from "./file-system.js";
import { explained } from "./output-error.js";

/** Writes `content` to `path` (absolute; `name` is how the user called it). Throws an OutputError where it can't. */
export function writeReportFile(path: string, name: string, content: string, files: FileSystem = disk): void {
  explained(`can't write the report "${name}"`, () => {
    const kind = files.kindOf(path);
    files.makeFolder(dirname(path));
    // Something that is no plain file, such as /dev/stderr or a link, is written to and not replaced.
    if (kind !== undefined && kind !== "file") {
      files.write(path, content);
      return;
    }
    const draft = join(dirname(path), `.${basename(path)}.trackwright-draft`);
    try {
      files.write(draft, content, kind === "file" ? { permissions: files.permissions(path) } : {});
      files.rename(draft, path);
    } catch (error) {
      if (files.kindOf(draft) !== undefined) files.remove(draft);
      throw error;
    }
  });
}
