// What a scan saw of the disk <-> text: of many thousand files, so in columns, which take no time to read.

/** What the disk says of a file beside its bytes. */
export type Stamp = readonly [size: number, modified: number, changed: number, inode: number];

/** The hash of a file's bytes, and its stamp where that can be trusted; `null` is what can't be read. */
export type Note = readonly [hash: string, stamp?: Stamp] | null;

/** Everything that one scan saw, each thing once. `null` is what could not be looked at, or is not there. */
export type Seen = {
  readonly folders: ReadonlyMap<string, string | null>;
  readonly kinds: ReadonlyMap<string, string | null>;
  readonly links: ReadonlyMap<string, readonly [real: string | null, isFolder: boolean]>;
  readonly files: FileNotes;
};

/** The notes of files, by number and by path. */
export type FileNotes = {
  readonly count: number;
  readonly path: (at: number) => string;
  readonly note: (at: number) => Note;
  readonly isStamped: (at: number, stamp: Stamp) => boolean;
  readonly hasStamp: (at: number) => boolean;
  /** Notes another stamp. */
  readonly stamp: (at: number, stamp: Stamp) => void;
  /** The number of a file; undefined for one of which there is no note. */
  readonly find: (path: string) => number | undefined;
};

/** Characters of a hash. */
export const hashLength = 22;
const noHash = "-".repeat(hashLength);

/** Paths end at what no path holds. */
const end = "\0";

type Head = readonly [folders: unknown, kinds: unknown, links: unknown, prefix: number, names: number];

/** What was seen as text, in parts: another text may follow. Of many thousand files, no text is made for each. */
export function seenToText(
  { folders, kinds, links }: Omit<Seen, "files">,
  { count, notes }: { readonly count: number; readonly notes: Iterable<readonly [path: string, note: Note]> },
): readonly string[] {
  const paths: string[] = [];
  const hashes: string[] = [];
  const stamps = new Float64Array(count * 4);
  for (const [path, note] of notes) {
    stamps.set(note?.[1] ?? noStamp, paths.length * 4);
    paths.push(path);
    hashes.push(note?.[0] ?? noHash);
  }
  const prefix = sharedStart(paths);
  const whole = paths.length === 0 ? "" : paths.join(end) + end;
  const names = prefix === "" ? whole : whole.slice(prefix.length).replaceAll(end + prefix, end);
  const head: Head = [[...folders], [...kinds], [...links], prefix.length, names.length];
  const bytes = Buffer.from(stamps.buffer).toString("base64");
  return [JSON.stringify(head), "\n", hashes.join(""), "\n", bytes, "\n", prefix, names];
}

const noStamp: Stamp = [Number.NaN, 0, 0, 0];

/** What was seen, and the text after it, of a text that is as it was written. */
export function seenFromText(written: string): { readonly seen: Seen; readonly text: string } {
  const lines: string[] = [];
  let from = 0;
  for (let line = 0; line < 3; line++) {
    const to = written.indexOf("\n", from);
    lines.push(written.slice(from, to));
    from = to + 1;
  }
  const [head = "", hashes = "", stamps = ""] = lines;
  const [folders, kinds, links, prefixLength, namesLength] = JSON.parse(head);
  const prefix = written.slice(from, from + prefixLength);
  const names = written.slice(from + prefixLength, from + prefixLength + namesLength).split(end);
  const files = notesOf(prefix, names.slice(0, -1), hashes, stamps);
  return {
    seen: { folders: new Map(folders), kinds: new Map(kinds), links: new Map(links), files },
    text: written.slice(from + prefixLength + namesLength),
  };
}

function notesOf(prefix: string, names: readonly string[], hashes: string, written: string): FileNotes {
  const bytes = Buffer.from(written, "base64");
  const stamps = new Float64Array(names.length * 4);
  new Uint8Array(stamps.buffer).set(bytes.subarray(0, stamps.byteLength));
  let numbers: Map<string, number> | undefined;
  const hasStamp = (at: number): boolean => !Number.isNaN(stamps[at * 4]);
  const stampAt = (at: number): Stamp => [
    stamps[at * 4] ?? 0,
    stamps[at * 4 + 1] ?? 0,
    stamps[at * 4 + 2] ?? 0,
    stamps[at * 4 + 3] ?? 0,
  ];
  return {
    count: names.length,
    path: (at) => prefix + (names[at] ?? ""),
    note(at) {
      const hash = hashes.slice(at * hashLength, (at + 1) * hashLength);
      if (hash === noHash) return null;
      return hasStamp(at) ? [hash, stampAt(at)] : [hash];
    },
    isStamped: (at, stamp) => stamp.every((one, index) => one === stamps[at * 4 + index]),
    hasStamp,
    stamp: (at, stamp) => stamps.set(stamp, at * 4),
    find(path) {
      numbers ??= new Map(names.map((name, at) => [name, at]));
      return path.startsWith(prefix) ? numbers.get(path.slice(prefix.length)) : undefined;
    },
  };
}

/** What all texts begin with. */
function sharedStart(texts: readonly string[]): string {
  let [start = ""] = texts;
  for (const text of texts) while (!text.startsWith(start)) start = start.slice(0, -1);
  return start;
}
