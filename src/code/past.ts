// What an earlier scan found, and what of it still counts: files are as they were, imports lead where they led.
import type { Imports } from "./imports.js";
import type { Target } from "./linker.js";
import { once } from "./once.js";
import type { Basis, FileFacts, LookRecord, OwnerRecord, ScanRecord, SearchRecord } from "./record.js";
import { sameTexts } from "./seen.js";
import type { Listing } from "./walk.js";

export type Past = {
  /** What is known of a file that is as it was. */
  readonly file: (path: string) => FileFacts | undefined;
  /** Whether a file was searched, and is as it was then. */
  readonly isSearched: (path: string) => boolean;
  /** Whether what a look hung on is as it was, beside what was sought among all files. */
  readonly stands: (basis: Basis, imports: Imports) => boolean;
  readonly looks: (call: string) => readonly LookRecord[];
  readonly owners: (id: string) => readonly OwnerRecord[];
  readonly searches: readonly SearchRecord[];
  /** Files in UTF-16 that are as they were. */
  readonly wide: readonly string[];
  /** Greater than the versions of all looks. */
  readonly next: number;
};

/** `isSame` tells whether a file has the bytes that it had, by its path in the project. */
export function openPast(record: ScanRecord, listing: Listing, isSame: (path: string) => boolean): Past {
  const before = new Set(record.listed);
  const now = new Set(listing.files.map(({ path }) => path));
  const scanned = new Set(record.scanned);
  const known = new Map<string, boolean>();
  const isAsItWas = (path: string): boolean => {
    let is = known.get(path);
    if (is === undefined) {
      is = before.has(path) === now.has(path) && (!now.has(path) || isSame(path));
      known.set(path, is);
    }
    return is;
  };
  const targets = new Map(record.targets);
  /** Where the files are the same, and the configurations, imports lead where they led. */
  const areImportsSame = once(
    () =>
      sameTexts(
        record.listed,
        listing.files.map(({ path }) => path),
      ) &&
      sameTexts(record.packages, listing.packages) &&
      sameTexts(record.configs, listing.configs) &&
      record.consulted.every(isSame),
  );
  return {
    file: (path) => (isAsItWas(path) ? record.files.get(path) : undefined),
    isSearched: (path) => scanned.has(path) && isAsItWas(path),
    stands: ({ modules, mentions, resolved }, imports) =>
      modules.every(isAsItWas) &&
      mentions.every(isAsItWas) &&
      (areImportsSame() || resolved.every((key) => targetText(imports.again(key)) === targets.get(key))),
    looks: (call) => record.looks.get(call) ?? [],
    owners: (id) => record.owners.get(id) ?? [],
    searches: record.searches,
    wide: record.wide.filter((path) => scanned.has(path) && isAsItWas(path)),
    next: record.next,
  };
}

/** A target as text, as records have it. */
export function targetText(target: Target): string {
  return target.kind === "file" ? target.path : "";
}
