// Where scans of code are remembered, for the commands that scan.
import { openScanMemory } from "../cache/scan-memory.js";
import { cacheFolder } from "../cache/store.js";
import type { ScanMemory } from "../code/rounds/scan-memory.js";
import { buildId } from "./build-id.js";
import type { GlobalOptions } from "./options.js";
import type { Terminal } from "./terminal.js";

/** The memory of scans of a project; undefined where nothing is to be remembered, or nowhere. */
export function scanMemory(
  root: string,
  { env, owner }: Terminal,
  { cache }: GlobalOptions,
): ScanMemory | undefined {
  const folder = cache ? cacheFolder(root, env, process.platform) : undefined;
  // Our own code decides what a scan finds, and without a build its content is not known.
  if (folder === undefined || buildId === undefined) return undefined;
  const key = JSON.stringify([buildId, process.version, root]);
  return openScanMemory(folder, key, { owner: owner.pid, now: () => Date.now() });
}
