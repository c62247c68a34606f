// The record of a scan <-> text. Texts and lists that come again and again are written once.
import type { CallIndex } from "../effects/callee-names.js";
import type { Work } from "../values/linker.js";
import { type Basis, sameTexts } from "../values/seen.js";
import type {
  Asked,
  FileFacts,
  KeptTold,
  LookRecord,
  OwnerRecord,
  ScanRecord,
  SearchRecord,
} from "./record.js";
import { type PlacedEmission, withFunctions, withPlaces } from "./scan-memory.js";

/** The numbers of texts, and of lists of them. */
type Tables = { readonly texts: readonly string[]; readonly lists: readonly (readonly number[])[] };

type WrittenCandidate = readonly [
  names: number,
  calls: readonly (readonly number[])[],
  starts: readonly number[],
  renames: readonly (readonly [from: number, to: number, beside: number])[],
  handed: readonly (readonly [from: number, to: number, beside: number, within: number])[],
];
type WrittenFile = readonly [
  path: number,
  problems: FileFacts["problems"],
  skipped: string | null,
  traces: FileFacts["traces"] | null,
  candidate: WrittenCandidate | null,
];
type WrittenBasis = readonly [
  modules: number,
  mentions: number,
  resolved: number,
  among: readonly (readonly [trace: Basis["among"][number]["trace"], paths: number])[],
];
type WrittenWork = readonly [most: number, steps: number, isCut: boolean];
type WrittenLook = readonly [
  version: number,
  work: WrittenWork,
  basis: WrittenBasis,
  effects: readonly (readonly [id: number, effects: number])[],
  guessing: Asked["guessing"] | null,
  listeners: Asked["listeners"] | null,
  inside: Asked["inside"],
  keys: readonly (readonly [key: number, beside: number])[],
  told: readonly (Omit<KeptTold, "emission"> & { readonly emission?: PlacedEmission })[],
];
type WrittenOwner = readonly [
  version: number,
  work: WrittenWork,
  basis: WrittenBasis,
  effects: number,
  words: OwnerRecord["words"],
  listener: OwnerRecord["listener"] | null,
];
type Written = Tables & {
  /** All paths, and those that were scanned where these are not all: of many thousand files, so in one text. */
  readonly listed: string;
  readonly scanned: string | null;
  readonly packages: number;
  readonly configs: number;
  readonly consulted: number;
  readonly targets: readonly [keys: number, targets: number];
  readonly wide: number;
  readonly files: readonly WrittenFile[];
  readonly searches: readonly (readonly [words: number, found: number])[];
  readonly looks: readonly (readonly [call: number, looks: readonly WrittenLook[]])[];
  readonly owners: readonly (readonly [id: number, looks: readonly WrittenOwner[]])[];
  readonly next: number;
};

/** Paths end at what no path holds. */
const end = "\0";

/** A record as text; undefined where a number in it has no form in JSON. */
export function recordToText(record: ScanRecord, places: boolean): string | undefined {
  const { text, list, tables } = newTables();
  let isExact = true;
  const toldOf = ({ emission, ...told }: KeptTold): WrittenLook[8][number] => {
    if (emission === undefined) return told;
    const placed = places ? withPlaces(emission) : emission;
    isExact &&= hasForm(placed);
    return { ...told, emission: placed };
  };
  const basisOf = ({ modules, mentions, resolved, among }: Basis): WrittenBasis => [
    list(modules),
    list(mentions),
    list(resolved),
    among.map(({ trace, paths }) => [trace, list(paths)]),
  ];
  const fileOf = ([path, { problems, skipped, traces, candidate }]: readonly [
    string,
    FileFacts,
  ]): WrittenFile => [
    text(path),
    problems,
    skipped ?? null,
    traces ?? null,
    candidate === undefined
      ? null
      : [
          list(candidate.calls.byName.map(([name]) => name)),
          candidate.calls.byName.map(([, calls]) => calls),
          [...candidate.calls.starts],
          candidate.renames.map(({ from, to, beside = [] }) => [text(from), text(to), list(beside)] as const),
          candidate.handed.map(
            ({ from, to, beside, within }) => [text(from), text(to), list(beside), list(within)] as const,
          ),
        ],
  ];
  const workOf = ({ most, steps, isCut }: Work): WrittenWork => [most, steps, isCut];
  const lookOf = ({ version, work, basis, asked, told }: LookRecord): WrittenLook => [
    version,
    workOf(work),
    basisOf(basis),
    asked.effects.map(([id, effects]) => [text(id), list(effects)] as const),
    asked.guessing ?? null,
    asked.listeners ?? null,
    asked.inside,
    asked.keys.map(([key, beside]) => [text(key), list(beside)] as const),
    told.map(toldOf),
  ];
  const ownerOf = ({ version, work, basis, effects, words, listener }: OwnerRecord): WrittenOwner => [
    version,
    workOf(work),
    basisOf(basis),
    list(effects),
    words,
    listener ?? null,
  ];
  const written: Omit<Written, keyof Tables> = {
    listed: record.listed.join(end),
    scanned: sameTexts(record.listed, record.scanned) ? null : record.scanned.join(end),
    packages: list(record.packages),
    configs: list(record.configs),
    consulted: list(record.consulted),
    targets: [list(record.targets.map(([key]) => key)), list(record.targets.map(([, target]) => target))],
    wide: list(record.wide),
    files: [...record.files].map(fileOf),
    searches: record.searches.map(({ words, found }) => [list(words), list(found)] as const),
    looks: [...record.looks].map(([call, looks]) => [text(call), looks.map(lookOf)] as const),
    owners: [...record.owners].map(([id, looks]) => [text(id), looks.map(ownerOf)] as const),
    next: record.next,
  };
  return isExact ? JSON.stringify({ ...written, ...tables } satisfies Written) : undefined;
}

/** The record that a text was made of: what is sealed is as it was written. */
export function recordFromText(from: string): ScanRecord {
  const written = JSON.parse(from) as Written;
  const text = (at: number): string => written.texts[at] ?? "";
  const lists = new Map<number, readonly string[]>();
  const list = (at: number): readonly string[] => {
    let texts = lists.get(at);
    if (texts === undefined) {
      texts = (written.lists[at] ?? []).map(text);
      lists.set(at, texts);
    }
    return texts;
  };
  const basisOf = ([modules, mentions, resolved, among]: WrittenBasis): Basis => ({
    modules: list(modules),
    mentions: list(mentions),
    resolved: list(resolved),
    among: among.map(([trace, paths]) => ({ trace, paths: list(paths) })),
  });
  const callsOf = ([names, calls, starts]: WrittenCandidate): CallIndex => ({
    byName: list(names).map((name, at) => [name, calls[at] ?? []] as const),
    starts: Uint32Array.from(starts),
  });
  const fileOf = ([, problems, skipped, traces, candidate]: WrittenFile): FileFacts => ({
    problems,
    skipped: skipped ?? undefined,
    traces: traces ?? undefined,
    candidate:
      candidate === null
        ? undefined
        : {
            calls: callsOf(candidate),
            renames: candidate[3].map(([before, to, beside]) => ({
              from: text(before),
              to: text(to),
              beside: list(beside),
            })),
            handed: candidate[4].map(([before, to, beside, within]) => ({
              from: text(before),
              to: text(to),
              beside: list(beside),
              within: list(within),
            })),
          },
  });
  const workOf = ([most, steps, isCut]: WrittenWork): Work => ({ most, steps, isCut });
  const lookOf = ([
    version,
    work,
    basis,
    effects,
    guessing,
    listeners,
    inside,
    keys,
    told,
  ]: WrittenLook): LookRecord => ({
    version,
    work: workOf(work),
    basis: basisOf(basis),
    asked: {
      effects: effects.map(([id, had]) => [text(id), list(had)] as const),
      guessing: guessing ?? undefined,
      listeners: listeners ?? undefined,
      inside,
      keys: keys.map(([key, beside]) => [text(key), list(beside)] as const),
    },
    told: told.map(({ emission, ...one }) => ({
      ...one,
      emission: emission === undefined ? undefined : withFunctions(emission),
    })),
  });
  const ownerOf = ([version, work, basis, effects, words, listener]: WrittenOwner): OwnerRecord => ({
    version,
    work: workOf(work),
    basis: basisOf(basis),
    effects: list(effects),
    words,
    listener: listener ?? undefined,
  });
  const targets = list(written.targets[1]);
  const listed = written.listed.split(end);
  return {
    listed,
    scanned: written.scanned?.split(end) ?? listed,
    packages: list(written.packages),
    configs: list(written.configs),
    consulted: list(written.consulted),
    targets: list(written.targets[0]).map((key, at) => [key, targets[at] ?? ""] as const),
    wide: list(written.wide),
    files: new Map(written.files.map((file) => [text(file[0]), fileOf(file)])),
    searches: written.searches.map(
      ([words, found]): SearchRecord => ({ words: list(words), found: list(found) }),
    ),
    looks: new Map(written.looks.map(([call, looks]) => [text(call), looks.map(lookOf)])),
    owners: new Map(written.owners.map(([id, looks]) => [text(id), looks.map(ownerOf)])),
    next: written.next,
  };
}

function newTables() {
  const texts = new Map<string, number>();
  const lists = new Map<string, number>();
  const tables = { texts: [] as string[], lists: [] as (readonly number[])[] };
  const text = (one: string): number => {
    let at = texts.get(one);
    if (at === undefined) {
      at = tables.texts.push(one) - 1;
      texts.set(one, at);
    }
    return at;
  };
  const list = (all: readonly string[]): number => {
    const numbers = all.map(text);
    const key = numbers.join();
    let at = lists.get(key);
    if (at === undefined) {
      at = tables.lists.push(numbers) - 1;
      lists.set(key, at);
    }
    return at;
  };
  return { text, list, tables };
}

/** Whether all numbers in a value have a form in JSON. */
function hasForm(value: unknown): boolean {
  if (typeof value === "number") return Number.isFinite(value) && !Object.is(value, -0);
  if (typeof value !== "object" || value === null) return true;
  return Object.values(value).every(hasForm);
}
