// The scanner's front: a project's folder -> every call in its code that emits.
import { join } from "node:path";
import type { SourceFile } from "../diagnostics/diagnostic.js";
import type { Plan } from "../plan/plan.js";
import type { CodeScan } from "./emission.js";
import { bytesIn, type CodeLooks, disk, readOnce, textIn } from "./files/looks.js";
import { filesOf } from "./files/pointed-files.js";
import { countBySource, matcherOf, sourcesOfFiles } from "./files/sources.js";
import { type Listing, listCode } from "./files/walk.js";
import { openImports } from "./imports/imports.js";
import type { Target } from "./imports/resolve-import.js";
import { type CodeFile, languageOf } from "./languages.js";
import { once } from "./once.js";
import type { Searched } from "./rounds/find-in.js";
import type { Past } from "./rounds/past.js";
import type { Project } from "./rounds/project.js";
import {
  type KeptScan,
  type Recalled,
  type ScanMemory,
  scanFromText,
  scanKey,
  scanToText,
  withoutPlaces,
} from "./rounds/scan-memory.js";

export type ScanOptions = {
  /** The project root: an absolute path. */
  readonly root: string;
  /** Undefined where there is none: what it declares and generates is not known then. */
  readonly plan?: Plan | undefined;
  /** Whether files of tests are scanned, too. */
  readonly tests?: boolean | undefined;
  /** A folder relative to the root, with `/`: calls elsewhere are not looked at, but wrappers there are followed. */
  readonly within?: string | undefined;
  /** The same for any choice of files. */
  readonly only?: ((file: string) => boolean) | undefined;
  /** Whether somebody will ask for `payloadAt` and `timestampAt`; without, emissions have none. */
  readonly places?: boolean | undefined;
  /** Whether somebody will ask what callers give to functions that send an event by a name of their own. */
  readonly given?: boolean | undefined;
  /** Whether somebody will ask for calls that look like those that send events, and lead to nothing that is known. */
  readonly suspects?: boolean | undefined;
  /**
   * The TypeScript that the plan generates, by paths relative to the root: asked for where none of it is on disk, so
   * that calls of emitters are known before the first build, and where generated code is not committed.
   */
  readonly unbuilt?: (() => Promise<readonly SourceFile[]>) | undefined;
  /** What the disk is looked at through, so that somebody can tell what was seen; a large project's folders alone. */
  readonly looks?: CodeLooks | undefined;
  /** Where the result is kept for the next scan. */
  readonly memory?: ScanMemory | undefined;
  /** Told how many files will be searched, before they are; what it gives is called whenever one is read. */
  readonly prepare?: ((files: number) => (() => void) | undefined) | undefined;
};

/** Scans a project's code. */
export async function scanProject(options: ScanOptions): Promise<CodeScan> {
  const { root, plan, tests = false, within, only, looks, unbuilt, memory } = options;
  const { places = false, given = false, suspects = false } = options;
  const prefix = within === undefined || within === "" ? undefined : `${within}/`;
  const wanted = prefix === undefined ? only : (file: string) => file.startsWith(prefix);
  const held = looks === undefined ? undefined : readOnce(looks);
  const key = scanKey(plan, { tests, places, given, suspects });
  const recalled = memory?.recall(key, (files) => (held !== undefined && files <= mostHeld ? held : disk));
  const again = recalled?.isWhole === true ? repeated(recalled, options, wanted) : undefined;
  if (again !== undefined) return { ...again, observed: held !== undefined && again.observed === true };

  // Where it was all the same, and is so no more, nothing of it is to be built on.
  const known = recalled?.isWhole === true ? undefined : recalled;
  const notes = memory?.begin(known);
  const through = (given: CodeLooks): CodeLooks => notes?.noted(given) ?? given;
  const listed = listingOf(options, through(looks ?? disk));
  const { listing } = listed;
  const isUnbuilt = listed.generated.length === 0 && listing.files.length > 0;
  const made = isUnbuilt ? ((await unbuilt?.()) ?? []).flatMap(madeFile) : [];
  const generated = [...listed.generated, ...made];
  const all = { ...listed.all, files: [...listed.all.files, ...made] };
  const isHeld = held !== undefined && all.files.length <= mostHeld;
  const whole = listing.unreadable.length === 0;
  const files = chosen(listing.files, plan, tests);
  const tend = options.prepare?.(files.length);
  const code = await import("./rounds/find-in.js");
  const read = withMade(made, bytesIn(root, through(isHeld ? held : disk)));
  const bytesOf = (path: string): Buffer | undefined => {
    tend?.();
    return read(path);
  };
  const paths = files.map(({ path }) => path);
  const isNothing = !paths.some((path) => wanted === undefined || wanted(path));
  // Wrappers may lie outside of what is asked for, so everything is searched and the rest left out after.
  const search = (past: Past | undefined): { readonly project: Project; readonly found: Searched } => {
    const project = code.openProject(all, code.parserFor(files.length), bytesOf, undefined, past);
    const nothing = {
      emissions: [],
      given: [],
      suspects: [],
      problems: [],
      skipped: [],
      silences: [],
      parsed: 0,
    };
    return {
      project,
      found: isNothing ? nothing : code.findIn(project, files, { plan, generated, given, suspects }),
    };
  };
  // What is not on disk is no part of what is looked up again.
  const keeps = !isNothing && made.length === 0 && notes !== undefined;
  const isSame = (path: string): boolean => known?.isSame(`${root}/${path}`) === true;
  const past = keeps ? code.pastOf(known?.record(), all, isSame) : undefined;
  const { project, found } = code.withPast(past, search);
  const { done, ...kept } = found;
  const scan = scanOf(
    { ...kept, files: paths },
    { plan, wanted, textOf: project.textOf, resolve: project.linker.resolve },
  );
  const text = keeps ? scanToText({ ...kept, files: paths, whole }, places) : undefined;
  if (text !== undefined) {
    const record = code.recordOf(project, all, paths, done, places);
    const also = function* (): Iterable<string> {
      for (const { path } of all.files) yield `${root}/${path}`;
      for (const path of project.imports.consulted) yield `${root}/${path}`;
      for (const path of past?.consulted ?? []) yield `${root}/${path}`;
    };
    notes?.keep(key, text, record === undefined ? undefined : { record, also: also() });
  }
  return {
    ...scan,
    ...(!places && { emissions: withoutPlaces(scan.emissions), given: withoutPlaces(scan.given ?? []) }),
    suspects: withoutPlaces(scan.suspects ?? []),
    // What was taken over was looked at when it was compared.
    observed: isHeld && whole && made.length === 0 && (past === undefined || (known?.noted ?? 0) <= mostHeld),
  };
}

/** The scan that was kept; undefined where a file that it points into has changed since that was looked up. */
function repeated(
  { text, read, noted }: Recalled,
  options: ScanOptions,
  wanted: ((file: string) => boolean) | undefined,
): CodeScan | undefined {
  const { root, plan } = options;
  const kept = scanFromText(text);
  let changed = false;
  const textOf = (path: string): string | undefined => {
    const bytes = read(`${root}/${path}`);
    changed ||= bytes === undefined;
    return bytes?.toString("utf8");
  };
  const imports = once(() => openImports(listingOf(options, disk).all, textIn(root, disk)));
  const resolve: Asked["resolve"] = (from, specifier) => imports().resolve(from, specifier);
  const scan = scanOf(kept, { plan, wanted, textOf, resolve });
  return changed ? undefined : { ...scan, observed: noted <= mostHeld && kept.whole };
}

/** Of so many files the bytes are held in memory while they are scanned. */
const mostHeld = 2_000;

type ListingOf = {
  readonly listing: Listing;
  readonly generated: readonly CodeFile[];
  /** Both together. */
  readonly all: Listing;
};

/** The files of the project and of what the plan generates. */
function listingOf({ root, plan }: ScanOptions, looks: CodeLooks): ListingOf {
  const listing = listCode({ root, without: plan?.targets.map(({ out }) => out.value) ?? [], looks });
  const generated = generatedFiles(root, plan, looks);
  return { listing, generated, all: { ...listing, files: [...listing.files, ...generated] } };
}

/** The files that are scanned. */
export function chosen(
  files: readonly CodeFile[],
  plan: Plan | undefined,
  tests: boolean,
): readonly CodeFile[] {
  const isExcluded = matcherOf(plan?.code.exclude.map(({ value }) => value) ?? []);
  return files.filter((file) => (tests || !file.test) && !isExcluded(file.path));
}

type Asked = {
  readonly plan: Plan | undefined;
  /** Which files are asked about; all where it is undefined. */
  readonly wanted: ((file: string) => boolean) | undefined;
  readonly textOf: (path: string) => string | undefined;
  readonly resolve: (from: string, specifier: string) => Target;
};

/** What of a scan is about the files that are asked about. */
export function scanOf(found: Omit<KeptScan, "whole">, { plan, wanted, textOf, resolve }: Asked): CodeScan {
  const isWanted = (file: string): boolean => wanted === undefined || wanted(file);
  const asked = found.files.filter(isWanted).map((path) => ({ path }));
  const emissions = found.emissions.filter(({ span }) => isWanted(span.file));
  const given = found.given.filter(({ span }) => isWanted(span.file));
  const suspects = found.suspects.filter(({ span }) => isWanted(span.file));
  const problems = found.problems.filter(({ span }) => isWanted(span.file));
  const silences = found.silences.filter(({ span }) => isWanted(span.file));
  const pointed = new Set([
    ...[...emissions, ...given, ...suspects].flatMap(filesOf),
    ...[...problems, ...silences].map(({ span }) => span.file),
  ]);
  const texts = new Map<string, string>();
  for (const path of pointed) {
    const text = textOf(path);
    if (text !== undefined) texts.set(path, text);
  }
  const sourcesOf = sourcesOfFiles(plan);
  return {
    emissions,
    given,
    suspects,
    problems,
    skipped: found.skipped.filter(({ file }) => isWanted(file)),
    silences,
    files: asked.length,
    parsed: found.parsed,
    texts,
    sourcesOf,
    filesOf: countBySource(asked, sourcesOf),
    partial: wanted !== undefined,
    resolve: (specifier, from) => {
      const target = resolve(from, specifier);
      return target.kind === "file" ? target.path : undefined;
    },
  };
}

/** The files of the TypeScript that the plan generates. */
function generatedFiles(root: string, plan: Plan | undefined, looks: CodeLooks): readonly CodeFile[] {
  return (plan?.targets ?? []).flatMap(({ name, out }) => {
    if (name.value !== "typescript") return [];
    const folder = out.value.replace(/\/+$/, "");
    return listCode({ root: join(root, folder), without: [], looks }).files.map((file) => ({
      ...file,
      path: `${folder}/${file.path}`,
      generated: true,
    }));
  });
}

/** A file that is not on disk. */
type MadeFile = CodeFile & { readonly text: string };

function madeFile({ path, text }: SourceFile): readonly MadeFile[] {
  const language = languageOf(path);
  return language === undefined ? [] : [{ path, language, test: false, generated: true, text }];
}

/** Gives the bytes of files that are not on disk beside those that are. */
function withMade(
  made: readonly MadeFile[],
  bytesOf: (path: string) => Buffer | undefined,
): (path: string) => Buffer | undefined {
  if (made.length === 0) return bytesOf;
  const texts = new Map(made.map(({ path, text }) => [path, text]));
  return (path) => {
    const text = texts.get(path);
    return text === undefined ? bytesOf(path) : Buffer.from(text);
  };
}
