// The scanner's front: a project's folder -> every call in its code that emits.
import { compareText } from "../diagnostics/diagnostic.js";
import type { Plan } from "../plan/plan.js";
import type { CodeScan } from "./emission.js";
import { openProject } from "./project.js";
import { listCode } from "./walk.js";
import { findEmissions } from "./wrappers.js";

export type ScanOptions = {
  /** The project root: an absolute path. */
  readonly root: string;
  /** Undefined where there is none: what it declares and generates is not known then. */
  readonly plan?: Plan | undefined;
  /** Whether files of tests are scanned, too. */
  readonly tests?: boolean;
};

/** Scans a project's code. */
export async function scanProject({ root, plan, tests = false }: ScanOptions): Promise<CodeScan> {
  const { parseSync } = await import("oxc-parser");
  const listing = listCode({ root, without: plan?.targets.map(({ out }) => out.value) ?? [] });
  const project = openProject(root, listing, parseSync);
  const files = listing.files.filter((file) => tests || !file.test);
  const emissions = findEmissions(project, files, plan?.code.calls ?? []).toSorted(
    (a, b) => compareText(a.span.file, b.span.file) || a.span.start - b.span.start || a.span.end - b.span.end,
  );
  const { problems } = project;
  const pointed = new Set([
    ...emissions.map(({ span }) => span.file),
    ...problems.map(({ span }) => span.file),
  ]);
  const texts = new Map<string, string>();
  for (const path of pointed) {
    const text = project.textOf(path);
    if (text !== undefined) texts.set(path, text);
  }
  return {
    emissions,
    problems,
    files: files.length,
    parsed: project.parsedCount(),
    texts,
    sourcesOf: () => [],
  };
}
