// Scans texts instead of a project on the disk.
import { compareText } from "../diagnostics/diagnostic.js";
import type { Plan } from "../plan/plan.js";
import type { CodeScan } from "./emission.js";
import { isTestPath, languageOf } from "./languages.js";
import { findIn, openProject } from "./rounds/find-in.js";
import { chosen, scanOf } from "./scan.js";
import type { Parser } from "./syntax/parse.js";

/** Scans files that are given by path, as the whole of a project; for the examples of rules. */
export function scanTexts(
  texts: ReadonlyMap<string, string>,
  { plan, parser }: { readonly plan: Plan | undefined; readonly parser: Parser },
): CodeScan {
  const files = [...texts.keys()].sort(compareText).flatMap((path) => {
    const language = languageOf(path);
    return language === undefined ? [] : [{ path, language, test: isTestPath(path) }];
  });
  const bytesOf = (path: string): Buffer | undefined => {
    const text = texts.get(path);
    return text === undefined ? undefined : Buffer.from(text);
  };
  const project = openProject({ files, packages: [], configs: [], unreadable: [] }, parser, bytesOf);
  const scanned = chosen(files, plan, false);
  const found = findIn(project, scanned, { plan, given: true });
  return scanOf(
    { ...found, files: scanned.map(({ path }) => path) },
    { plan, wanted: undefined, textOf: project.textOf, resolve: project.linker.resolve },
  );
}
