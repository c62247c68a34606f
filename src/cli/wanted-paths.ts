// The files and folders of code that a command line names.
import { existsSync } from "node:fs";
import { relative, resolve, sep } from "node:path";
import type { PlanLocation } from "../plan/load.js";
import { UsageError } from "./exit-codes.js";
import type { Terminal } from "./terminal.js";

/** Those paths, relative to the project root. Throws a UsageError for one that is not there, or not in the project. */
export function wantedPaths(
  paths: readonly string[],
  { cwd }: Terminal,
  { root }: PlanLocation,
): readonly string[] {
  return paths.map((path) => {
    const place = resolve(cwd, path);
    const inside = relative(root, place).split(sep).join("/");
    if (inside.startsWith(".."))
      throw new UsageError(`"${path}" lies outside of the project of the plan, "${root}"`);
    if (!existsSync(place)) throw new UsageError(`there is no file or folder "${path}"`);
    return inside;
  });
}
