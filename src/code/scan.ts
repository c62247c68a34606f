// The scanner's front: a project's folder -> every call in its code that emits.
import { join } from "node:path";
import { compareText } from "../diagnostics/diagnostic.js";
import type { Plan } from "../plan/plan.js";
import type { CodeScan } from "./emission.js";
import type { CodeFile } from "./languages.js";
import { openProject, type Project } from "./project.js";
import { matcherOf, sourcesOfFiles } from "./sources.js";
import { listCode } from "./walk.js";
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
};

/** Scans a project's code. */
export async function scanProject({ root, plan, tests = false, within }: ScanOptions): Promise<CodeScan> {
  const { parseSync } = await import("oxc-parser");
  const listing = listCode({ root, without: plan?.targets.map(({ out }) => out.value) ?? [] });
  const generated = generatedFiles(root, plan);
  const project = openProject(root, { ...listing, files: [...listing.files, ...generated] }, parseSync);
  const isExcluded = matcherOf(plan?.code.exclude.map(({ value }) => value) ?? []);
  const prefix = within === undefined || within === "" ? "" : `${within}/`;
  // Wrappers may lie outside the folder that is asked for, so everything is searched and the rest left out after.
  const files = listing.files.filter((file) => (tests || !file.test) && !isExcluded(file.path));
  const emissions = findEmissions(project, files, plan?.code.calls ?? [], creatorsOf(project, generated))
    .filter(({ span }) => span.file.startsWith(prefix))
    .toSorted(
      (a, b) =>
        compareText(a.span.file, b.span.file) || a.span.start - b.span.start || a.span.end - b.span.end,
    );
  const problems = project.problems().filter(({ span }) => span.file.startsWith(prefix));
  const pointed = new Set([
    ...emissions.map(({ span }) => span.file),
    ...problems.map(({ span }) => span.file),
  ]);
  for (const { name, properties } of emissions) {
    for (const one of name?.names ?? []) pointed.add(one.span.file);
    if (properties !== undefined) pointed.add(properties.span.file);
  }
  const texts = new Map<string, string>();
  for (const path of pointed) {
    const text = project.textOf(path);
    if (text !== undefined) texts.set(path, text);
  }
  return {
    emissions,
    problems,
    files: files.filter(({ path }) => path.startsWith(prefix)).length,
    parsed: project.parsedCount(),
    texts,
    sourcesOf: sourcesOfFiles(plan),
  };
}

/** The files of the TypeScript that the plan generates. */
function generatedFiles(root: string, plan: Plan | undefined): readonly CodeFile[] {
  return (plan?.targets ?? []).flatMap(({ name, out }) => {
    if (name.value !== "typescript") return [];
    const folder = out.value.replace(/\/+$/, "");
    return listCode({ root: join(root, folder), without: [] }).files.map((file) => ({
      ...file,
      path: `${folder}/${file.path}`,
      generated: true,
    }));
  });
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
