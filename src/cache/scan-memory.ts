// Keeps what a scan of code came to, with what it saw of the disk, so that the next one repeats it where it would see
// the same. Bytes are told apart by their hash; a file whose size, times and number are the same is not read again.
import { hash } from "node:crypto";
import { listText } from "./observations.js";
import { type Kept, recall, remember } from "./store.js";

type Stamp = readonly [size: number, modified: number, changed: number, inode: number];

type Viewed = { readonly bytes: Buffer; readonly stamp: Stamp | undefined };

/** The looks at the disk that are noted; paths are absolute. As in code/looks.ts. */
type Looks = {
  list(folder: string): readonly { readonly name: string; readonly kind: string }[];
  read(path: string): Buffer;
  view?(path: string): Viewed;
  stampOf?(path: string): Stamp | undefined;
  isFolder(path: string): boolean;
  kindOf(path: string): string | undefined;
  realPath(path: string): string | undefined;
};

/** Everything that one scan saw, each thing once. `null` is what could not be looked at, or is not there. */
type Seen = {
  readonly folders: Map<string, string | null>;
  readonly kinds: Map<string, string | null>;
  readonly links: Map<string, readonly [real: string | null, isFolder: boolean]>;
  /** The hash of the bytes, and the stamp of those whose stamp can be trusted. */
  readonly files: Map<string, readonly [hash: string, stamp?: Stamp] | null>;
};

/** In what order these are written down. */
type Written = readonly [folders: unknown, kinds: unknown, links: unknown, files: unknown];

/** Scans of one project are at most so many: with tests and without, with a plan and without. */
const place: Kept = { extension: ".scan", most: 16, largest: 64 * 1024 * 1024 };

/** What is kept beside a scan for one after an edit. */
const records: Kept = { extension: ".looks", most: 16, largest: 64 * 1024 * 1024 };

/**
 * A file that was written so shortly before it was looked at, in milliseconds, may be written again without a change
 * of its time: clocks of disks tick in up to two seconds.
 */
const tick = 3_000;

/** The memory of scans in a folder; `key` is what they all depend on, `now` in milliseconds since 1970. */
export function openScanMemory(folder: string, key: string, who: { readonly owner: number; now(): number }) {
  const nameOf = (own: string): string => JSON.stringify([key, own]);
  /** `sum` is that of the record beside it: both are of one scan, or none counts. */
  const write = (own: string, seen: Seen, sum: string, text: string): void =>
    remember(folder, nameOf(own), `${written(seen)}\n${sum}\n${text}`, who.owner, place);
  return {
    recall(own: string, looksFor: (files: number) => Looks) {
      const kept = recall(folder, nameOf(own), place);
      if (kept === undefined) return undefined;
      const end = kept.indexOf("\n");
      const seen = readWritten(kept.slice(0, end));
      const looks = looksFor(seen.files.size);
      const now = who.now();
      const { changed, fresh } = sameFiles(seen, looks, now);
      const files: Seen["files"] = fresh.size === 0 ? seen.files : new Map([...seen.files, ...fresh]);
      const isWhole = changed.size === 0 && isSameAround(seen, looks);
      const middle = kept.indexOf("\n", end + 1);
      const sum = kept.slice(end + 1, middle);
      const text = kept.slice(middle + 1);
      // Stamps that were not known or have changed are known now: the next time nothing is read.
      if (isWhole && fresh.size > 0) write(own, { ...seen, files }, sum, text);
      const read = (path: string): Buffer | undefined => {
        const bytes = bytesOf(looks, path)?.bytes;
        return bytes !== undefined && hashOf(bytes) === seen.files.get(path)?.[0] ? bytes : undefined;
      };
      return {
        ...{ text, noted: seen.files.size, read, isWhole, files },
        isSame: (path: string) => files.has(path) && !changed.has(path),
        record(): string | undefined {
          const record = sum === "" ? undefined : recall(folder, nameOf(own), records);
          return record !== undefined && hashOf(record) === sum ? record : undefined;
        },
      };
    },
    begin(before?: Before) {
      const notes = new Notes(who.now(), before);
      return {
        noted: (looks: Looks) => notes.noted(looks),
        keep(
          own: string,
          text: string,
          more?: { readonly record: string; readonly also: readonly string[] },
        ) {
          for (const path of more?.also ?? []) notes.take(path);
          if (notes.torn) return;
          if (more !== undefined) remember(folder, nameOf(own), more.record, who.owner, records);
          write(own, notes.seen, more === undefined ? "" : hashOf(more.record), text);
        },
      };
    },
  };
}

/** What was recalled, as far as notes may be taken from it. */
type Before = { readonly files?: Seen["files"]; isSame(path: string): boolean };

/** What is written down while a scan looks at the disk. */
class Notes {
  readonly seen: Seen = { folders: new Map(), kinds: new Map(), links: new Map(), files: new Map() };
  /** True where something changed meanwhile, so that what the scan found is of no moment. */
  torn = false;
  readonly #began: number;
  readonly #before: Before | undefined;

  constructor(began: number, before: Before | undefined) {
    this.#began = began;
    this.#before = before;
  }

  /** Notes of a file what was noted of it before, where that is still so and the file was not looked at since. */
  take(path: string): void {
    const note = this.#noteBefore(path);
    if (note !== undefined && !this.seen.files.has(path)) this.seen.files.set(path, note);
  }

  #noteBefore(path: string): ReturnType<Seen["files"]["get"]> {
    return this.#before?.isSame(path) === true ? this.#before.files?.get(path) : undefined;
  }

  noted(looks: Looks): Looks {
    const { folders, kinds, links } = this.seen;
    return {
      list: (path) => {
        const entries = tried(() => looks.list(path));
        this.#add(folders, path, entries === undefined ? null : listText(entries));
        if (entries === undefined) throw new Error(`"${path}" can't be listed`);
        return entries;
      },
      kindOf: (path) => {
        const kind = looks.kindOf(path);
        this.#add(kinds, path, kind ?? null);
        return kind;
      },
      realPath: (path) => {
        links.set(path, linkAt(looks, path));
        return looks.realPath(path);
      },
      isFolder: (path) => looks.isFolder(path),
      read: (path) => this.#read(looks, path).bytes,
      view: (path) => this.#read(looks, path),
    };
  }

  #read(looks: Looks, path: string): Viewed {
    const found = bytesOf(looks, path);
    const { files } = this.seen;
    // What was the same when it was compared is built on.
    const before = files.has(path) ? files.get(path) : this.#noteBefore(path);
    if (found === undefined) {
      if (before !== undefined && before !== null) this.torn = true;
      files.set(path, null);
      throw new Error(`"${path}" can't be read`);
    }
    const own = hashOf(found.bytes);
    if (before !== undefined && before?.[0] !== own) this.torn = true;
    else if (!files.has(path)) files.set(path, noteOf(own, found.stamp, this.#began));
    return found;
  }

  #add(notes: Map<string, string | null>, path: string, result: string | null): void {
    const before = notes.get(path);
    if (before !== undefined && before !== result) this.torn = true;
    notes.set(path, result);
  }
}

/** A stamp is kept where no later change can leave it as it is. */
function noteOf(hash: string, stamp: Stamp | undefined, now: number): readonly [string, Stamp?] {
  return stamp !== undefined && Math.max(stamp[1], stamp[2]) < now - tick ? [hash, stamp] : [hash];
}

/** Whether all that was seen beside files is the same. */
function isSameAround(seen: Seen, looks: Looks): boolean {
  for (const [path, kind] of seen.kinds) if ((tried(() => looks.kindOf(path)) ?? null) !== kind) return false;
  for (const [path, text] of seen.folders) {
    const entries = tried(() => looks.list(path));
    if ((entries === undefined ? null : listText(entries)) !== text) return false;
  }
  for (const [path, [real, isFolder]] of seen.links) {
    const now = linkAt(looks, path);
    if (now[0] !== real || now[1] !== isFolder) return false;
  }
  return true;
}

/** The files that are others now, and what is known anew of those that are the same. */
function sameFiles(
  seen: Seen,
  looks: Looks,
  now: number,
): { readonly changed: ReadonlySet<string>; readonly fresh: Seen["files"] } {
  const changed = new Set<string>();
  const fresh: Seen["files"] = new Map();
  for (const [path, note] of seen.files) {
    if (note !== null && note[1] !== undefined && looks.stampOf !== undefined) {
      const stamp = tried(() => looks.stampOf?.(path));
      if (stamp !== undefined && isSame(stamp, note[1])) continue;
    }
    const found = bytesOf(looks, path);
    if (note === null || found === undefined) {
      if (note !== null || found !== undefined) changed.add(path);
      continue;
    }
    const own = hashOf(found.bytes);
    if (own !== note[0]) {
      changed.add(path);
      continue;
    }
    const known = noteOf(own, found.stamp, now);
    if (known[1] !== undefined) fresh.set(path, known);
  }
  return { changed, fresh };
}

function isSame(a: Stamp, b: Stamp): boolean {
  return a[0] === b[0] && a[1] === b[1] && a[2] === b[2] && a[3] === b[3];
}

function linkAt(looks: Looks, path: string): readonly [real: string | null, isFolder: boolean] {
  const real = tried(() => looks.realPath(path)) ?? null;
  return [real, real !== null && tried(() => looks.isFolder(path)) === true];
}

function bytesOf(looks: Looks, path: string): Viewed | undefined {
  return tried(() => looks.view?.(path) ?? { bytes: looks.read(path), stamp: undefined });
}

function tried<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch {
    return undefined;
  }
}

/** 132 bits of it, which are as good as all. */
function hashOf(bytes: string | Uint8Array): string {
  return hash("sha256", bytes, "base64").slice(0, 22);
}

function written({ folders, kinds, links, files }: Seen): string {
  const all: Written = [[...folders], [...kinds], [...links], [...files]];
  return JSON.stringify(all);
}

/** What was sealed is as it was written. */
function readWritten(text: string): Seen {
  const [folders, kinds, links, files] = JSON.parse(text);
  return { folders: new Map(folders), kinds: new Map(kinds), links: new Map(links), files: new Map(files) };
}
