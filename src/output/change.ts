// Decides what is to happen to a folder, from how it compares with what was generated.
import { join } from "node:path";
import type { ComparedFile, ComparedFolder } from "./compare.js";
import type { FileSystem } from "./file-system.js";
import { contentHash, manifestName } from "./manifest.js";
import { type FolderChange, freeName } from "./stage.js";

/** The change that makes a folder what it should be. */
export function changeOf(
  { folder, files: compared, hashes, manifest }: ComparedFolder,
  files: FileSystem,
): FolderChange {
  const taken = new Set<string>();
  const keeps: { from: string; to: string }[] = [];
  const removals: { path: string; hash: string }[] = [];
  const writes: { path: string; content: string; before: string | null; after: string }[] = [];
  const write = (path: string, content: string, before: string | null): void => {
    writes.push({ path, content, before, after: hashes.get(path) ?? contentHash(content) });
  };
  const keep = (file: ComparedFile): void => {
    const to = freeName(join(folder.path, file.path), files, taken);
    taken.add(to);
    keeps.push({ from: file.path, to: file.path + to.slice(join(folder.path, file.path).length) });
  };
  for (const file of compared) {
    const { path, state, wanted = "", found } = file;
    if (state === "edited" || state === "edited-orphan") keep(file);
    if (state === "orphan" && found !== undefined) removals.push({ path, hash: contentHash(found) });
    if (state === "missing") write(path, wanted, null);
    if ((state === "stale" || state === "edited") && found !== undefined) {
      write(path, wanted, contentHash(found));
    }
  }
  const manifestPath = join(folder.path, manifestName);
  const before =
    files.kindOf(manifestPath) === "file" ? contentHash(files.read(manifestPath).toString("utf8")) : null;
  if (folder.span === undefined) {
    if (before !== null && !removals.some((one) => one.path === manifestName)) {
      removals.push({ path: manifestName, hash: before });
    }
  } else if (manifest.state !== "current") {
    write(manifestName, manifest.wanted, before);
  }
  return { keeps, removals, writes };
}
