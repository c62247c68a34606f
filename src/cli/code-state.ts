// What tells one state of a project's code from another, for --watch.
import { statSync } from "node:fs";
import { join } from "node:path";
import { listCode } from "../code/walk.js";

/** Every source file with its size and time. */
export function codeState(root: string): string {
  const lines: string[] = [];
  for (const { path } of listCode({ root, without: [] }).files) {
    const stats = statSync(join(root, path), { throwIfNoEntry: false });
    if (stats !== undefined) lines.push(`${path}\u0000${stats.size}\u0000${stats.mtimeMs}\u0000${stats.ino}`);
  }
  return lines.join("\n");
}
