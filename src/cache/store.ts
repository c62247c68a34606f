// Keeps small texts between runs, in files that may be deleted at any time. Whatever goes wrong here goes wrong in
// silence: a cache that can't be read or written costs time and nothing else.
import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { isAbsolute, join } from "node:path";
import { writeEntry } from "./entry-file.js";

type Environment = { readonly [name: string]: string | undefined };

/** What a kind of text is kept as: the ending of its files, how many there are, and the largest, in bytes. */
export type Kept = { readonly extension: string; readonly most: number; readonly largest: number };

const verdicts: Kept = { extension: ".verdict", most: 64, largest: 8 * 1024 * 1024 };

/**
 * Where a project's cache lies: in its node_modules, else in the user's own cache folder; undefined where there is
 * neither. `platform` is Node's name of it.
 */
export function cacheFolder(root: string, env: Environment, platform: string): string | undefined {
  const modules = join(root, "node_modules");
  if (statSync(modules, { throwIfNoEntry: false })?.isDirectory() === true)
    return join(modules, ".cache", "trackwright");
  return userCacheFolder(env, platform);
}

/** The user's own cache folder; undefined where the environment names none. */
export function userCacheFolder(env: Environment, platform: string): string | undefined {
  const folder = (path: string | undefined, ...below: readonly string[]): string | undefined =>
    path !== undefined && isAbsolute(path) ? join(path, ...below, "trackwright") : undefined;
  if (platform === "win32") return folder(env.LOCALAPPDATA);
  return folder(env.XDG_CACHE_HOME) ?? folder(env.HOME, ".cache");
}

/** The text that was kept under a key; undefined where there is none, or where it is not as it was written. */
export function recall(folder: string, key: string, kind = verdicts): string | undefined {
  try {
    const kept = readFileSync(join(folder, entryName(key, kind)), "utf8");
    const end = kept.indexOf("\n");
    const text = kept.slice(end + 1);
    return end > 0 && kept.slice(0, end) === seal(key, text) ? text : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Keeps a text under a key, given in parts, which are never put together: it may be large where memory is short. `owner`
 * tells this process from others that write at the same moment.
 */
export function remember(
  folder: string,
  key: string,
  text: readonly (string | Buffer)[],
  owner: number,
  kind = verdicts,
): void {
  const parts = text.map((part) => (typeof part === "string" ? Buffer.from(part) : part));
  if (parts.reduce((all, { length }) => all + length, 0) > kind.largest) return;
  try {
    const head = Buffer.from(`${seal(key, ...parts)}\n`);
    writeEntry(join(folder, entryName(key, kind)), [head, ...parts], { owner, most: kind.most });
  } catch {
    // The next run takes the long way, as this one did.
  }
}

function entryName(key: string, { extension }: Kept): string {
  return createHash("sha256").update(key).digest("hex").slice(0, 32) + extension;
}

/** Tells a whole entry of this key from one that was cut off or changed. */
function seal(key: string, ...text: readonly (string | Buffer)[]): string {
  const hash = createHash("sha256").update(key).update("\0");
  for (const part of text) hash.update(part);
  return hash.digest("hex");
}
