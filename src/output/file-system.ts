// The few operations on files that output needs: the real ones, and a seam where tests put failures.
import {
  chmodSync,
  closeSync,
  fsyncSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
  writeSync,
} from "node:fs";

export type EntryKind = "file" | "folder" | "link" | "other";
export type Entry = { readonly name: string; readonly kind: EntryKind };

/** Paths are absolute. Each operation throws Node's error with its `code`, but for what is said here. */
export type FileSystem = {
  /** What lies at a path, a link itself and not its target; undefined where there is nothing. */
  kindOf(path: string): EntryKind | undefined;
  /** The folder that a path leads to, with every link resolved; undefined where there is nothing. */
  realPath(path: string): string | undefined;
  isFolder(path: string): boolean;
  list(folder: string): readonly Entry[];
  read(path: string): Buffer;
  /** At most the first `length` bytes. */
  readStart(path: string, length: number): Buffer;
  permissions(path: string): number;
  /** Milliseconds since 1970. */
  modifiedAt(path: string): number;
  /** Writes a new file or replaces its content. `durable` waits until the disk has it. */
  write(
    path: string,
    content: string | Buffer,
    options?: { readonly permissions?: number; readonly durable?: boolean },
  ): void;
  /** Writes a file that must not exist; false where it does. */
  create(path: string, content: string): boolean;
  /**
   * Gives a file a second name, at once and whole; false where that name is taken or the file is gone. Where the
   * disk knows no second names the file is copied.
   */
  link(from: string, to: string): boolean;
  /** Makes a folder and those above it; gives back the first that was not there, if any. */
  makeFolder(path: string): string | undefined;
  rename(from: string, to: string): void;
  remove(path: string): void;
  /** Removes a folder that is empty. */
  removeFolder(path: string): void;
  removeTree(path: string): void;
};

/** The disk. */
export const disk: FileSystem = {
  kindOf(path) {
    const stats = ifThere(() => lstatSync(path, { throwIfNoEntry: false }));
    return stats === undefined ? undefined : kind(stats);
  },
  realPath: (path) =>
    ifThere(() => (statSync(path, { throwIfNoEntry: false }) === undefined ? undefined : realpathSync(path))),
  isFolder: (path) => ifThere(() => statSync(path, { throwIfNoEntry: false }))?.isDirectory() === true,
  list: (folder) =>
    readdirSync(folder, { withFileTypes: true }).map((entry) => ({ name: entry.name, kind: kind(entry) })),
  read: (path) => readFileSync(path),
  readStart(path, length) {
    const file = openSync(path, "r");
    try {
      const buffer = Buffer.alloc(length);
      return buffer.subarray(0, readSync(file, buffer, 0, length, 0));
    } finally {
      closeSync(file);
    }
  },
  permissions: (path) => statSync(path).mode & 0o777,
  modifiedAt: (path) => statSync(path).mtimeMs,
  write(path, content, { permissions, durable = false } = {}) {
    if (durable) {
      const file = openSync(path, "w");
      try {
        writeAll(file, content);
        fsyncSync(file);
      } finally {
        closeSync(file);
      }
    } else {
      // Of a text, Node makes one call of opening, writing and closing: a large plan has thousands of files.
      writeFileSync(path, content);
    }
    if (permissions !== undefined) chmodSync(path, permissions);
  },
  create(path, content) {
    let file: number;
    try {
      file = openSync(path, "wx");
    } catch (error) {
      if (errorCode(error) === "EEXIST") return false;
      throw error;
    }
    try {
      writeAll(file, content);
    } finally {
      closeSync(file);
    }
    return true;
  },
  link(from, to) {
    try {
      linkSync(from, to);
      return true;
    } catch (error) {
      const code = errorCode(error) ?? "";
      if (code === "EEXIST" || code === "ENOENT") return false;
      if (!["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EMLINK"].includes(code)) throw error;
      return disk.create(to, readFileSync(from, "utf8"));
    }
  },
  makeFolder: (path) => mkdirSync(path, { recursive: true }),
  rename: renameSync,
  remove: unlinkSync,
  removeFolder: (path) => rmdirSync(path),
  removeTree: (path) => rmSync(path, { recursive: true, force: true }),
};

/** A path that leads through a file leads nowhere. */
function ifThere<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch (error) {
    if (errorCode(error) === "ENOTDIR") return undefined;
    throw error;
  }
}

function writeAll(file: number, content: string | Buffer): void {
  const bytes = typeof content === "string" ? Buffer.from(content) : content;
  for (let written = 0; written < bytes.length; ) {
    written += writeSync(file, bytes, written, bytes.length - written);
  }
}

function kind(entry: { isFile(): boolean; isDirectory(): boolean; isSymbolicLink(): boolean }): EntryKind {
  if (entry.isSymbolicLink()) return "link";
  if (entry.isDirectory()) return "folder";
  return entry.isFile() ? "file" : "other";
}

/** What `look` gives; undefined where another build took it away in the meantime. */
export function unlessGone<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch (error) {
    if (errorCode(error) === "ENOENT") return undefined;
    throw error;
  }
}

/** The code of one of Node's errors, such as `ENOSPC`. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}
