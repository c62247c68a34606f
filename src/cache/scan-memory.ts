// Keeps what a scan of code came to, with what it saw of the disk, so that the next one repeats it where it would see
// the same. Bytes are told apart by their hash; a file whose size, times and number are the same is not read again.
import { hash } from "node:crypto";
import { listText } from "./observations.js";
import {
  type FileNotes,
  hashLength,
  type Note,
  type Seen,
  type Stamp,
  seenFromText,
  seenToText,
} from "./seen-text.js";
import { type Kept, recall, remember } from "./store.js";

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
  const write = (
    own: string,
    seen: Omit<Seen, "files">,
    files: { readonly count: number; readonly notes: Iterable<readonly [string, Note]> },
    sum: string,
    text: string,
  ): void => {
    const parts = [...seenToText(seen, files), sum, "\n", text];
    remember(folder, nameOf(own), parts, who.owner, place);
  };
  return {
    recall(own: string, looksFor: (files: number) => Looks) {
      const kept = recall(folder, nameOf(own), place);
      if (kept === undefined) return undefined;
      const { seen, text: rest } = seenFromText(kept);
      const { files } = seen;
      const looks = looksFor(files.count);
      const { changed, isFresh } = sameFiles(files, looks, who.now());
      const isWhole = changed.size === 0 && isSameAround(seen, looks);
      const cut = rest.indexOf("\n");
      const sum = rest.slice(0, cut);
      const text = rest.slice(cut + 1);
      // Stamps that were not known or have changed are known now: the next time nothing is read.
      if (isWhole && isFresh) write(own, seen, { count: files.count, notes: notesIn(files) }, sum, text);
      const noteOf = (path: string): Note | undefined => {
        const at = files.find(path);
        return at === undefined || changed.has(at) ? undefined : files.note(at);
      };
      const read = (path: string): Buffer | undefined => {
        const bytes = bytesOf(looks, path)?.bytes;
        return bytes !== undefined && hashOf(bytes) === noteOf(path)?.[0] ? bytes : undefined;
      };
      return {
        ...{ text, noted: files.count, read, isWhole, noteOf },
        isSame: (path: string) => noteOf(path) !== undefined,
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
        keep(own: string, text: string, more?: { readonly record: string; readonly also: Iterable<string> }) {
          for (const path of more?.also ?? []) notes.take(path);
          if (notes.torn) return;
          const record = more === undefined ? undefined : Buffer.from(more.record);
          if (record !== undefined) remember(folder, nameOf(own), [record], who.owner, records);
          const { seen } = notes;
          const files = { count: seen.files.size, notes: seen.files };
          write(own, seen, files, record === undefined ? "" : hashOf(record), text);
        },
      };
    },
  };
}

/** What was recalled, as far as notes may be taken from it. */
type Before = { isSame(path: string): boolean; noteOf?(path: string): Note | undefined };

/** What is written down while a scan looks at the disk. */
class Notes {
  readonly seen = {
    folders: new Map<string, string | null>(),
    kinds: new Map<string, string | null>(),
    links: new Map<string, readonly [real: string | null, isFolder: boolean]>(),
    files: new Map<string, Note>(),
  };
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
    const { files } = this.seen;
    if (files.has(path)) return;
    const note = this.#before?.noteOf?.(path);
    if (note !== undefined) files.set(path, note);
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
    const before = files.has(path) ? files.get(path) : this.#before?.noteOf?.(path);
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
function noteOf(hash: string, stamp: Stamp | undefined, now: number): readonly [hash: string, stamp?: Stamp] {
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

/** The numbers of files that are others now, and whether stamps are known anew of those that are the same. */
function sameFiles(
  files: FileNotes,
  looks: Looks,
  now: number,
): { readonly changed: ReadonlySet<number>; readonly isFresh: boolean } {
  const changed = new Set<number>();
  let isFresh = false;
  for (let at = 0; at < files.count; at++) {
    const path = files.path(at);
    if (looks.stampOf !== undefined && files.hasStamp(at)) {
      const stamp = tried(() => looks.stampOf?.(path));
      if (stamp !== undefined && files.isStamped(at, stamp)) continue;
    }
    const found = bytesOf(looks, path);
    const own = found === undefined ? undefined : hashOf(found.bytes);
    if (own !== files.note(at)?.[0]) {
      changed.add(at);
      continue;
    }
    const stamp = own === undefined ? undefined : noteOf(own, found?.stamp, now)[1];
    if (stamp === undefined) continue;
    files.stamp(at, stamp);
    isFresh = true;
  }
  return { changed, isFresh };
}

function* notesIn(files: FileNotes): Iterable<readonly [string, Note]> {
  for (let at = 0; at < files.count; at++) yield [files.path(at), files.note(at)];
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
  return hash("sha256", bytes, "base64").slice(0, hashLength);
}
