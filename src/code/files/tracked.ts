// Which files git keeps whatever .gitignore says: its index, read where the rules leave out what may be a source.
import { dirname, join, resolve } from "node:path";
import type { CodeLooks } from "./looks.js";

/** Tells of a path, relative to a root and with `/` at its end for a folder, whether git keeps it, or anything in it. */
export type Tracked = (path: string) => boolean;

/**
 * What the index of a repository lists, by paths below a prefix; nothing where there is none that can be read.
 * `repository` is the folder that holds `.git`.
 */
export function trackedIn(looks: CodeLooks, repository: string | undefined, prefix: string): Tracked {
  if (repository === undefined) return () => false;
  const kept = new Set<string>();
  for (const path of indexOf(looks, join(repository, ".git")) ?? []) {
    if (!path.startsWith(prefix)) continue;
    kept.add(path.slice(prefix.length));
    for (
      let slash = path.lastIndexOf("/");
      slash >= prefix.length;
      slash = path.lastIndexOf("/", slash - 1)
    ) {
      const folder = path.slice(prefix.length, slash + 1);
      if (kept.has(folder)) break;
      kept.add(folder);
    }
  }
  return (path) => kept.has(path);
}

/** The paths of an index; `.git` is a folder, or a file that points at one. */
function indexOf(looks: CodeLooks, git: string): readonly string[] | undefined {
  try {
    let folder = git;
    if (looks.kindOf(git) === "file") {
      const pointed = /^gitdir: (?<to>.+?)\s*$/.exec(looks.read(git).toString("utf8"))?.groups?.to;
      if (pointed === undefined) return undefined;
      folder = resolve(dirname(git), pointed);
    }
    const path = join(folder, "index");
    return looks.kindOf(path) === undefined ? undefined : pathsOf(looks.read(path));
  } catch {
    return undefined;
  }
}

/** Of an entry, what stands before its flags: times, device, owner, size and the name of the object. */
const beforeFlags = 60;

/** The paths in the bytes of an index; undefined where it is of a form that is not known, or cut off. */
export function pathsOf(index: Buffer): readonly string[] | undefined {
  if (index.length < 12 || index.toString("latin1", 0, 4) !== "DIRC") return undefined;
  const version = index.readUInt32BE(4);
  if (version < 2 || version > 4) return undefined;
  const paths: string[] = [];
  let before = Buffer.alloc(0);
  let at = 12;
  for (let left = index.readUInt32BE(8); left > 0; left--) {
    const start = at;
    if (at + beforeFlags + 2 > index.length) return undefined;
    // The object's name is a SHA-1; of repositories with longer ones nothing is known.
    const isExtended = (index.readUInt16BE(at + beforeFlags) & 0x4000) !== 0;
    at += beforeFlags + (isExtended ? 4 : 2);
    let kept = Buffer.alloc(0);
    if (version === 4) {
      let drop = 0;
      for (;;) {
        const byte = index[at++];
        if (byte === undefined) return undefined;
        drop = drop * 128 + (byte & 127);
        if (byte < 128) break;
        drop++;
      }
      kept = before.subarray(0, Math.max(0, before.length - drop));
    }
    const end = index.indexOf(0, at);
    if (end < 0) return undefined;
    const path = Buffer.concat([kept, index.subarray(at, end)]);
    paths.push(path.toString("utf8"));
    before = path;
    // Older forms are padded to eight bytes, with at least one zero.
    at = version === 4 ? end + 1 : start + ((end - start + 8) & ~7);
  }
  return paths;
}
