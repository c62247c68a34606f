// The scanner's front: a project's folder -> every call in its code that emits.
import { join } from "node:path";
import { compareText, type SourceFile } from "../diagnostics/diagnostic.js";
import type { Plan } from "../plan/plan.js";
import type { CodeScan } from "./emission.js";
import { type CodeFile, isTestPath, languageOf } from "./languages.js";
import type { Parser } from "./parse.js";
import { filesOf } from "./pointed-files.js";
import { openProject, type Project } from "./project.js";
import { countBySource, matcherOf, sourcesOfFiles } from "./sources.js";
import { type CodeLooks, listCode } from "./walk.js";
import { findEmissions } from "./wrappers.js";

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
  /**
   * The TypeScript that the plan generates, by paths relative to the root: asked for where none of it is on disk, so
   * that calls of emitters are known before the first build, and where generated code is not committed.
   */
  readonly unbuilt?: (() => Promise<readonly SourceFile[]>) | undefined;
  /** What the disk is looked at through, so that somebody can tell what was seen; a large project's folders alone. */
  readonly looks?: CodeLooks | undefined;
};

/** Scans a project's code. */
export async function scanProject(options: ScanOptions): Promise<CodeScan> {
  const { root, plan, tests = false, within, only, looks, unbuilt } = options;
  const { parseSync } = await import("oxc-parser");
  const listing = listCode({ root, without: plan?.targets.map(({ out }) => out.value) ?? [], looks });
  const built = generatedFiles(root, plan, looks);
  const made = built.length === 0 && listing.files.length > 0 ? ((await unbuilt?.()) ?? []) : [];
  const generated = [...built, ...made.flatMap(madeFile)];
  const all = [...listing.files, ...generated];
  const given = looks !== undefined && all.length <= mostHeld ? readOnce(root, looks) : undefined;
  const project = openProject(root, { ...listing, files: all }, parseSync, given);
  const prefix = within === undefined || within === "" ? undefined : `${within}/`;
  const wanted = prefix === undefined ? only : (file: string) => file.startsWith(prefix);
  const scan = scanFiles({ project, files: listing.files, generated, plan, tests, wanted });
  return { ...scan, observed: given !== undefined && made.length === 0 && listing.unreadable.length === 0 };
}

/** Scans files that are given by path, as the whole of a project; for the examples of rules. */
export function scanTexts(
  texts: ReadonlyMap<string, string>,
  { plan, parser }: { readonly plan: Plan | undefined; readonly parser: Parser },
): CodeScan {
  const files = [...texts.keys()].sort(compareText).flatMap((path) => {
    const language = languageOf(path);
    return language === undefined ? [] : [{ path, language, test: isTestPath(path) }];
  });
  const given = (path: string): Buffer | undefined => {
    const text = texts.get(path);
    return text === undefined ? undefined : Buffer.from(text);
  };
  const project = openProject("", { files, packages: [], configs: [], unreadable: [] }, parser, given);
  return scanFiles({ project, files, generated: [], plan, tests: false, wanted: undefined });
}

/** Of so many files the bytes are held in memory while they are scanned. */
const mostHeld = 2_000;

/** Reads each file once, so that all that is made of it is made of the same bytes. */
function readOnce(root: string, looks: CodeLooks): (path: string) => Buffer | undefined {
  const seen = new Map<string, Buffer | undefined>();
  return (path) => {
    if (seen.has(path)) return seen.get(path);
    let bytes: Buffer | undefined;
    try {
      bytes = looks.kindOf(join(root, path)) === undefined ? undefined : looks.read(join(root, path));
    } catch {
      bytes = undefined;
    }
    seen.set(path, bytes);
    return bytes;
  };
}

type Work = {
  readonly project: Project;
  readonly files: readonly CodeFile[];
  readonly generated: readonly CodeFile[];
  readonly plan: Plan | undefined;
  readonly tests: boolean;
  /** Which files are asked about; all where it is undefined. */
  readonly wanted: ((file: string) => boolean) | undefined;
};

function scanFiles({ project, files: all, generated, plan, tests, wanted }: Work): CodeScan {
  const isExcluded = matcherOf(plan?.code.exclude.map(({ value }) => value) ?? []);
  const isWanted = (file: string): boolean => wanted === undefined || wanted(file);
  // Wrappers may lie outside of what is asked for, so everything is searched and the rest left out after.
  const files = all.filter((file) => (tests || !file.test) && !isExcluded(file.path));
  const asked = files.filter(({ path }) => isWanted(path));
  const found =
    asked.length === 0
      ? []
      : findEmissions(project, files, plan?.code.calls ?? [], creatorsOf(project, generated));
  const emissions = found
    .filter(({ span }) => isWanted(span.file))
    .toSorted(
      (a, b) =>
        compareText(a.span.file, b.span.file) || a.span.start - b.span.start || a.span.end - b.span.end,
    );
  const problems = project.problems().filter(({ span }) => isWanted(span.file));
  const pointed = new Set([...emissions.flatMap(filesOf), ...problems.map(({ span }) => span.file)]);
  const texts = new Map<string, string>();
  for (const path of pointed) {
    const text = project.textOf(path);
    if (text !== undefined) texts.set(path, text);
  }
  const sourcesOf = sourcesOfFiles(plan);
  return {
    emissions,
    problems,
    files: asked.length,
    parsed: project.parsedCount(),
    texts,
    sourcesOf,
    filesOf: countBySource(asked, sourcesOf),
    partial: wanted !== undefined,
    resolve: (specifier, from) => {
      const target = project.linker.resolve(from, specifier);
      return target.kind === "file" ? target.path : undefined;
    },
  };
}

/** The files of the TypeScript that the plan generates. */
function generatedFiles(
  root: string,
  plan: Plan | undefined,
  looks: CodeLooks | undefined,
): readonly CodeFile[] {
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
function madeFile({ path, text }: SourceFile): readonly CodeFile[] {
  const language = languageOf(path);
  return language === undefined ? [] : [{ path, language, test: false, generated: true, text }];
}

/** More creators are not searched for one by one: who calls them calls a tracker, too. */
const mostCreators = 400;

/** The names of the generated creators, as their index exports them. */
function creatorsOf(project: Project, generated: readonly CodeFile[]): readonly string[] {
  const index = generated.find(
    ({ path }) => /(?:^|\/)index\.[cm]?[jt]s$/.test(path) && !/\/validators\//.test(path),
  );
  const module = index === undefined ? undefined : project.linker.module(index.path);
  const names = [...(module?.exports.named ?? [])].flatMap(([name, exported]) =>
    exported.kind === "from" && /^[a-z_$]/.test(name) ? [name] : [],
  );
  return names.length > mostCreators ? [] : names;
}
