// Keeps small texts between runs, in files that may be deleted at any time. Whatever goes wrong here goes wrong in
// silence: a cache that can't be read or written costs time and nothing else.
import { createHash } from "node:crypto";
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { isAbsolute, join } from "node:path";

/** How many texts are kept; the ones that were written longest ago go first. */
const mostEntries = 64;
/** A text with more bytes is not kept. */
const largestEntry = 8 * 1024 * 1024;

/**
 * Where a project's cache lies: in its node_modules, else in the user's own cache folder; undefined where there is
 * neither. `platform` is Node's name of it.
 */
export function cacheFolder(
  root: string,
  env: { readonly [name: string]: string | undefined },
  platform: string,
): string | undefined {
  const modules = join(root, "node_modules");
  if (statSync(modules, { throwIfNoEntry: false })?.isDirectory() === true)
    return join(modules, ".cache", "trackwright");
  const folder = (path: string | undefined, ...below: readonly string[]): string | undefined =>
    path !== undefined && isAbsolute(path) ? join(path, ...below, "trackwright") : undefined;
  if (platform === "win32") return folder(env.LOCALAPPDATA);
  return folder(env.XDG_CACHE_HOME) ?? folder(env.HOME, ".cache");
}

/** The text that was kept under a key; undefined where there is none, or where it is not as it was written. */
export function recall(folder: string, key: string): string | undefined {
  try {
    const kept = readFileSync(join(folder, entryName(key)), "utf8");
    const end = kept.indexOf("\n");
    const text = kept.slice(end + 1);
    return end > 0 && kept.slice(0, end) === seal(key, text) ? text : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a text under a key; `owner` tells this process from others that write at the same moment. */
export function remember(folder: string, key: string, text: string, owner: number): void {
  if (text.length > largestEntry) return;
  const name = entryName(key);
  const draft = join(folder, `${name}.${owner}.draft`);
  try {
    mkdirSync(folder, { recursive: true });
    try {
      writeFileSync(draft, `${seal(key, text)}\n${text}`, { mode: 0o600, flag: "wx" });
      renameSync(draft, join(folder, name));
    } catch (error) {
      unlinkSync(draft);
      throw error;
    }
    forgetOldest(folder);
  } catch {
    // The next run takes the long way, as this one did.
  }
}

function entryName(key: string): string {
  return `${createHash("sha256").update(key).digest("hex").slice(0, 32)}.verdict`;
}

/** Tells a whole entry of this key from one that was cut off or changed. */
function seal(key: string, text: string): string {
  return createHash("sha256").update(key).update("\0").update(text).digest("hex");
}

function forgetOldest(folder: string): void {
  // Drafts that a killed process left behind count, too, and so they go in their turn.
  const names = readdirSync(folder).filter((name) => /\.(?:verdict|draft)$/.test(name));
  if (names.length <= mostEntries) return;
  const byAge = names
    .flatMap((name) => {
      const path = join(folder, name);
      const modified = statSync(path, { throwIfNoEntry: false })?.mtimeMs;
      return modified === undefined ? [] : [{ path, modified }];
    })
    .sort((a, b) => a.modified - b.modified);
  for (const { path } of byAge.slice(0, byAge.length - mostEntries / 2)) unlinkSync(path);
}
