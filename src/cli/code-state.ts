// What tells one state of a project's code from another, for --watch.
import { statSync } from "node:fs";
import { join } from "node:path";
import { listCode } from "../code/files/walk.js";

/** Every source file, and every configuration that says where imports lead, with its size and time. */
export function codeState(root: string): string {
  const lines: string[] = [];
  const { files, packages, configs } = listCode({ root, without: [] });
  const paths = [...files.map(({ path }) => path), ...packages.map((folder) => `${folder}package.json`)];
  for (const path of [...paths, ...configs]) {
    const stats = statSync(join(root, path), { throwIfNoEntry: false });
    if (stats !== undefined) lines.push(`${path}\u0000${stats.size}\u0000${stats.mtimeMs}\u0000${stats.ino}`);
  }
  return lines.join("\n");
}
