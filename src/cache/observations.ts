// What a run saw of the disk, written down so that a later run can tell whether it would see the same: a verdict
// about the same bytes is the same verdict.
import { createHash, type Hash } from "node:crypto";

/** The operations that only look; those of output/ among others. Paths are absolute. */
export type Looks<Kind extends string = string> = {
  kindOf(path: string): Kind | undefined;
  realPath(path: string): string | undefined;
  isFolder(path: string): boolean;
  list(folder: string): readonly { readonly name: string; readonly kind: Kind }[];
  read(path: string): Buffer;
  readStart(path: string, length: number): Buffer;
};

/** One look and what it gave; the bytes of files are in the digest. */
export type Observation =
  | readonly ["kindOf" | "realPath", path: string, result: string | null]
  | readonly ["isFolder", path: string, result: boolean]
  | readonly ["list", path: string, entries: string]
  | readonly ["read", path: string]
  | readonly ["readStart", path: string, length: number];

/** Bytes in one order, with their lengths, so that none can move from one file to its neighbour unseen. */
export class Digest {
  readonly #hash: Hash = createHash("sha256");
  #lengths = "";

  add(bytes: Uint8Array): void {
    this.#hash.update(bytes);
    this.#lengths += `${bytes.length},`;
  }

  /** The digest as hexadecimal digits; nothing can be added after it. */
  end(): string {
    return this.#hash.update(this.#lengths).digest("hex");
  }
}

/** Operations that look the same, and write down into `log` and `digest` what they saw. */
export function observed<Kind extends string>(
  files: Looks<Kind>,
  log: Observation[],
  digest: Digest,
): Looks<Kind> {
  return {
    kindOf(path) {
      const kind = files.kindOf(path);
      log.push(["kindOf", path, kind ?? null]);
      return kind;
    },
    realPath(path) {
      const real = files.realPath(path);
      log.push(["realPath", path, real ?? null]);
      return real;
    },
    isFolder(path) {
      const is = files.isFolder(path);
      log.push(["isFolder", path, is]);
      return is;
    },
    list(folder) {
      const entries = files.list(folder);
      log.push(["list", folder, listText(entries)]);
      return entries;
    },
    read(path) {
      const bytes = files.read(path);
      log.push(["read", path]);
      digest.add(bytes);
      return bytes;
    },
    readStart(path, length) {
      const bytes = files.readStart(path, length);
      log.push(["readStart", path, length]);
      digest.add(bytes);
      return bytes;
    },
  };
}

/**
 * Whether every look gives what it gave; the bytes go into `digest`, for the caller to compare. Stops at the first
 * difference, so that a file is opened only where its folder still lists it as one.
 */
export function looksTheSame(log: readonly Observation[], files: Looks, digest: Digest): boolean {
  for (const observation of log) {
    if (!seesTheSame(observation, files, digest)) return false;
  }
  return true;
}

function seesTheSame(observation: Observation, files: Looks, digest: Digest): boolean {
  switch (observation[0]) {
    case "kindOf":
      return (files.kindOf(observation[1]) ?? null) === observation[2];
    case "realPath":
      return (files.realPath(observation[1]) ?? null) === observation[2];
    case "isFolder":
      return files.isFolder(observation[1]) === observation[2];
    case "list":
      return listText(files.list(observation[1])) === observation[2];
    case "read":
      digest.add(files.read(observation[1]));
      return true;
    case "readStart":
      digest.add(files.readStart(observation[1], observation[2]));
      return true;
  }
}

/** A folder's entries in an order of their own, since the system gives them in any. */
export function listText(entries: readonly { readonly name: string; readonly kind: string }[]): string {
  return entries
    .map(({ name, kind }) => `${name}/${kind}`)
    .sort()
    .join("\0");
}
