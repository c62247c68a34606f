// How the scanner looks at the disk: the only place of it that does.
import {
  closeSync,
  fstatSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  realpathSync,
  type Stats,
  statSync,
} from "node:fs";

/** What the disk says of a file beside its bytes: its size in bytes, its times in milliseconds, its number. */
export type Stamp = readonly [size: number, modified: number, changed: number, inode: number];

/** How the disk is looked at; paths are absolute. */
export type CodeLooks = {
  /** Throws where the folder can't be listed. */
  list(folder: string): readonly { readonly name: string; readonly kind: string }[];
  /** Throws where the file can't be read. */
  read(path: string): Buffer;
  /** The same, in bytes that the next call may overwrite, with what the disk said of the file before they were read. */
  view?(path: string): { readonly bytes: Buffer; readonly stamp: Stamp | undefined };
  /** Undefined where there is nothing. */
  stampOf?(path: string): Stamp | undefined;
  isFolder(path: string): boolean;
  /** What lies at a path: "file" for a file; undefined where there is nothing. */
  kindOf(path: string): string | undefined;
  /** The path with every link resolved; undefined where there is nothing. */
  realPath(path: string): string | undefined;
};

let buffer = Buffer.alloc(0);

/** The disk itself. */
export const disk: Required<CodeLooks> = {
  list: (folder) =>
    readdirSync(folder, { withFileTypes: true }).map((entry) => ({
      name: entry.name,
      kind: entry.isFile()
        ? "file"
        : entry.isDirectory()
          ? "folder"
          : entry.isSymbolicLink()
            ? "link"
            : "other",
    })),
  read: (path) => readFileSync(path),
  view(path) {
    const handle = openSync(path, "r");
    try {
      const stats = fstatSync(handle);
      if (stats.size >= buffer.length) buffer = Buffer.allocUnsafe(Math.max(stats.size + 4096, 256 * 1024));
      let length = 0;
      for (;;) {
        const count = readSync(handle, buffer, length, buffer.length - length, null);
        if (count === 0) break;
        length += count;
        if (length === buffer.length) buffer = Buffer.concat([buffer], length * 2);
        else if (length >= stats.size) break;
      }
      return { bytes: buffer.subarray(0, length), stamp: stampIn(stats) };
    } finally {
      closeSync(handle);
    }
  },
  stampOf(path) {
    const stats = statSync(path, { throwIfNoEntry: false });
    return stats === undefined ? undefined : stampIn(stats);
  },
  isFolder: (path) => statSync(path).isDirectory(),
  kindOf(path) {
    const stats = statSync(path, { throwIfNoEntry: false });
    return stats === undefined ? undefined : stats.isFile() ? "file" : "other";
  },
  realPath: (path) => realpathSync(path),
};

/** The same looks with each file read once, so that all that is made of it is made of the same bytes. */
export function readOnce(looks: CodeLooks): CodeLooks {
  const seen = new Map<string, Buffer | undefined>();
  const { list, isFolder, kindOf, realPath } = looks;
  const seek = (path: string): Buffer | undefined => {
    try {
      // Asked first, so that one that is not there was seen not to be there.
      return looks.kindOf(path) === undefined ? undefined : looks.read(path);
    } catch {
      return undefined;
    }
  };
  const read = (path: string): Buffer => {
    if (!seen.has(path)) seen.set(path, seek(path));
    const bytes = seen.get(path);
    if (bytes === undefined) throw new Error(`"${path}" can't be read`);
    return bytes;
  };
  return { list, isFolder, kindOf, realPath, read };
}

/** The bytes of a project's files by their paths in it, until the next call; undefined where there are none. */
export function bytesIn(root: string, looks: CodeLooks): (path: string) => Buffer | undefined {
  return (path) => {
    try {
      const whole = `${root}/${path}`;
      return looks.view === undefined ? looks.read(whole) : looks.view(whole).bytes;
    } catch {
      return undefined;
    }
  };
}

/** The same as text. */
export function textIn(root: string, looks: CodeLooks): (path: string) => string | undefined {
  const bytesOf = bytesIn(root, looks);
  return (path) => bytesOf(path)?.toString("utf8");
}

function stampIn(stats: Stats): Stamp {
  return [stats.size, stats.mtimeMs, stats.ctimeMs, stats.ino];
}
