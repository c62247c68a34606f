// What an earlier scan found, and what of it still counts: files are as they were, imports lead where they led.
import { Astray } from "../emissions/handed.js";
import type { Listing } from "../files/walk.js";
import type { Imports } from "../imports/imports.js";
import type { Target } from "../imports/resolve-import.js";
import { once } from "../once.js";
import { type Basis, sameTexts } from "../values/seen.js";
import type { Project } from "./project.js";
import type { FileFacts, LookRecord, OwnerRecord, ScanRecord, SearchRecord } from "./record.js";
import { recordFromText, recordToText } from "./record-text.js";
import type { Search } from "./wrappers.js";

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
  /** The configurations that say where imports lead. */
  readonly consulted: readonly string[];
  /** Where imports led, as far as they lead there still. */
  readonly targets: () => ScanRecord["targets"];
  /** Greater than the versions of all looks. */
  readonly next: number;
};

/** `isSame` tells whether a file has the bytes that it had, by its path in the project. */
function openPast(record: ScanRecord, listing: Listing, isSame: (path: string) => boolean): Past {
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
    consulted: record.consulted,
    targets: () => (areImportsSame() ? record.targets : []),
    next: record.next,
  };
}

/** What counts of a record as text; undefined where there is none. */
export function pastOf(
  text: string | undefined,
  listing: Listing,
  isSame: (path: string) => boolean,
): Past | undefined {
  return text === undefined ? undefined : openPast(recordFromText(text), listing, isSame);
}

/** Searches with what counts of an earlier search, and without it where that does not fit together. */
export function withPast<T>(past: Past | undefined, search: (past: Past | undefined) => T): T {
  if (past === undefined) return search(undefined);
  try {
    return search(past);
  } catch (error) {
    if (!(error instanceof Astray)) throw error;
    return search(undefined);
  }
}

/** What a search leaves for a later one, as text; undefined where it is none to build on. */
export function recordOf(
  project: Project,
  listing: Listing,
  scanned: readonly string[],
  done: Search["done"] | undefined,
  places: boolean,
): string | undefined {
  if (done === undefined || !project.isSound()) return undefined;
  const { imports, past } = project;
  const now = [...imports.targets].map(([key, target]) => [key, targetText(target)] as const);
  const record: ScanRecord = {
    listed: listing.files.map(({ path }) => path),
    scanned,
    packages: listing.packages,
    configs: listing.configs,
    consulted: [...new Set([...imports.consulted, ...(past?.consulted ?? [])])],
    targets: [...new Map([...(past?.targets() ?? []), ...now])],
    wide: [...project.wide],
    files: project.facts,
    ...done,
  };
  return recordToText(record, places);
}

/** A target as text, as records have it. */
function targetText(target: Target): string {
  return target.kind === "file" ? target.path : "";
}
