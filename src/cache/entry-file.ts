// Writes the files that a cache is made of: whole or not at all, and no more of them than a folder is to hold.
import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, extname, join } from "node:path";

/**
 * Writes a file of such parts, and its folder where there is none; `mode` says who may read it, and `owner` tells this process from others that
 * write at the same moment. Where the folder then holds more than `most` files with this extension, those that were
 * written longest ago go, down to half of that. Throws Node's error.
 */
export function writeEntry(
  file: string,
  parts: readonly Uint8Array[],
  { owner, most, mode = 0o600 }: { readonly owner: number; readonly most: number; readonly mode?: number },
): void {
  const draft = `${file}.${owner}.draft`;
  mkdirSync(dirname(file), { recursive: true });
  try {
    const handle = openSync(draft, "wx", mode);
    try {
      for (const part of parts) writeFileSync(handle, part);
    } finally {
      closeSync(handle);
    }
    renameSync(draft, file);
  } catch (error) {
    unlinkSync(draft);
    throw error;
  }
  forgetOldest(dirname(file), extname(file), most);
}

function forgetOldest(folder: string, extension: string, most: number): void {
  // Drafts that a killed process left behind count, too, and so they go in their turn.
  const names = readdirSync(folder).filter((name) => [extension, ".draft"].includes(extname(name)));
  if (names.length <= most) return;
  const byAge = names
    .flatMap((name) => {
      const path = join(folder, name);
      const modified = statSync(path, { throwIfNoEntry: false })?.mtimeMs;
      return modified === undefined ? [] : [{ path, modified }];
    })
    .sort((a, b) => a.modified - b.modified);
  for (const { path } of byAge.slice(0, byAge.length - most / 2)) unlinkSync(path);
}
