// The scanner's front: a project's folder -> every call in its code that emits.
import { join } from "node:path";
import { compareText, type Span } from "../diagnostics/diagnostic.js";
import type { Plan } from "../plan/plan.js";
import type { CodeScan, Emission, ValueShape } from "./emission.js";
import { isTestPath, languageOf } from "./languages.js";
import type { Parser } from "./parse.js";
import { planEmitters } from "./plan-emitters.js";
import { openProject, type Project } from "./project.js";
import { countBySource, globs, sourcePaths } from "./source-paths.js";
import { type CodeLooks, type Listing, listCode } from "./walk.js";
import { findEmissions } from "./wrappers.js";

export type ScanOptions = {
  /** The project root: an absolute path. */
  readonly root: string;
  /** Undefined where there is none: what it declares and generates is not known then. */
  readonly plan?: Plan | undefined;
  /** Whether files of tests are scanned, too. */
  readonly tests?: boolean;
  /** Which files are asked about; the others are read where these need them. */
  readonly only?: (file: string) => boolean;
  /** What the disk is looked at through, so that somebody can tell what was seen; a large project's folders alone. */
  readonly looks?: CodeLooks;
};

/** Scans a project's code. */
export async function scanProject({
  root,
  plan,
  tests = false,
  only,
  looks,
}: ScanOptions): Promise<CodeScan> {
  const { parseSync } = await import("oxc-parser");
  const listing = listCode({ root, without: plan?.targets.map(({ out }) => out.value) ?? [], looks });
  const isSmall = listing.files.length <= mostHeld;
  const given = looks !== undefined && isSmall ? readOnce(root, looks) : undefined;
  const emitters = planEmitters(plan);
  const project = openProject(root, listing, parseSync, given, emitters?.isGenerated);
  const scan = scanListing(project, listing, plan, tests, only);
  return { ...scan, observed: given !== undefined && listing.unreadable.length === 0 };
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
  const listing = { files, packages: [], configs: [], unreadable: [] };
  const given = (path: string): Buffer | undefined => {
    const text = texts.get(path);
    return text === undefined ? undefined : Buffer.from(text);
  };
  const project = openProject("", listing, parser, given, planEmitters(plan)?.isGenerated);
  return scanListing(project, listing, plan, false, undefined);
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

function scanListing(
  project: Project,
  listing: Listing,
  plan: Plan | undefined,
  tests: boolean,
  only: ((file: string) => boolean) | undefined,
): CodeScan {
  const excluded = globs(plan?.code.exclude.map(({ value }) => value) ?? []);
  const files = listing.files.filter(({ path, test }) => (tests || !test) && !excluded(path));
  const asked = only === undefined ? files : files.filter(({ path }) => only(path));
  const isAsked = new Set(asked.map(({ path }) => path));
  const found =
    asked.length === 0 ? [] : findEmissions(project, files, plan?.code.calls ?? [], planEmitters(plan));
  const emissions = found
    .filter(({ span }) => isAsked.has(span.file))
    .toSorted(
      (a, b) =>
        compareText(a.span.file, b.span.file) || a.span.start - b.span.start || a.span.end - b.span.end,
    );
  const problems = project.problems.filter(({ span }) => only === undefined || only(span.file));
  const pointed = new Set([...emissions.flatMap(filesOf), ...problems.map(({ span }) => span.file)]);
  const texts = new Map<string, string>();
  for (const path of pointed) {
    const text = project.textOf(path);
    if (text !== undefined) texts.set(path, text);
  }
  const sourcesOf = sourcePaths(plan);
  return {
    emissions,
    problems,
    files: asked.length,
    parsed: project.parsedCount(),
    texts,
    sourcesOf,
    filesOf: countBySource(asked, sourcesOf),
    partial: only !== undefined,
    resolve: (specifier, from) => {
      const target = project.linker.resolve(from, specifier);
      return target.kind === "file" ? target.path : undefined;
    },
  };
}

/** Every file that an emission points into: a name or a value may be written far from its call. */
function filesOf({ span, name, properties, identities, timestamp }: Emission): readonly string[] {
  const spans: Span[] = [span];
  for (const { span: at } of [...(name?.names ?? []), ...(name?.patterns ?? []), ...identities])
    spans.push(at);
  const files = new Set(spans.map(({ file }) => file));
  if (properties !== undefined) addFiles(properties, files);
  if (timestamp !== undefined) addFiles(timestamp, files);
  return [...files];
}

function addFiles(shape: ValueShape, files: Set<string>): void {
  files.add(shape.span.file);
  if (shape.kind === "array") for (const item of shape.items) addFiles(item, files);
  else if (shape.kind === "union") for (const member of shape.members) addFiles(member, files);
  else if (shape.kind === "object") {
    for (const { span, value } of shape.properties) {
      files.add(span.file);
      addFiles(value, files);
    }
  }
}
