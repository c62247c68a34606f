// The seal of an output folder: that its files are, to the byte, what a certain plan gave. A check that finds it whole
// need not generate them again; for every other folder it says nothing.
import { hash } from "node:crypto";
import { join } from "node:path";
import { looksGenerated, readManifest, walk } from "./entries.js";
import { type FileSystem, unlessGone } from "./file-system.js";
import type { OutputFolder } from "./folders.js";
import { bytesHash, inOrder, manifestName, parseManifest } from "./manifest.js";
import { stageName } from "./stage.js";

/** The seal of a folder whose files have these hashes; `origin` tells the plan and what made them, by content. */
export function sealOf(
  origin: string,
  plan: string,
  target: string,
  files: ReadonlyMap<string, string>,
): string {
  return hash("sha256", JSON.stringify([origin, plan, target, inOrder(files)])).slice(0, 32);
}

/**
 * How many files a sealed folder holds; undefined where it is not sealed, or where anything in it is another than its
 * seal says: other content, a generated file more or less, a build that was stopped. Files of others don't matter.
 */
export function countInSealed(folder: OutputFolder, origin: string, files: FileSystem): number | undefined {
  const entries = walk(folder.path, files);
  const text = readManifest(folder.path, entries, files);
  if (text === undefined || files.kindOf(join(folder.path, stageName)) !== undefined) return undefined;
  const { plan, target, seal, files: listed } = parseManifest(text);
  if (seal === undefined || plan !== folder.plan || target !== folder.target) return undefined;
  let count = 0;
  for (const [path, kind] of entries) {
    const hashes = listed.get(path);
    const absolute = `${folder.path}/${path}`;
    if (hashes === undefined) {
      if (kind === "file" && path !== manifestName && looksGenerated(absolute, files)) return undefined;
      continue;
    }
    const bytes = kind === "file" ? unlessGone(() => files.read(absolute)) : undefined;
    if (bytes === undefined || bytesHash(bytes) !== hashes[0]) return undefined;
    count++;
  }
  if (count !== listed.size) return undefined;
  const hashes = new Map([...listed].map(([path, [first = ""]]) => [path, first]));
  return sealOf(origin, plan, target, hashes) === seal ? count : undefined;
}
