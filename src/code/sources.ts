// Which source of the plan a file belongs to, and which files the plan leaves out.
import picomatch from "picomatch";
import type { Plan } from "../plan/plan.js";

/** Gives the names of the plan's sources whose paths a file matches. */
export function sourcesOfFiles(plan: Plan | undefined): (file: string) => readonly string[] {
  const matchers = (plan?.sources ?? []).map(({ name, paths }) => ({
    name: name.value,
    matches: matcherOf(paths.map(({ value }) => value)),
  }));
  if (matchers.length === 0) return () => noSources;
  const known = new Map<string, readonly string[]>();
  return (file) => {
    let names = known.get(file);
    if (names === undefined) {
      names = matchers.filter(({ matches }) => matches(file)).map(({ name }) => name);
      known.set(file, names);
    }
    return names;
  };
}

const noSources: readonly string[] = [];

/** Whether a path matches one of some globs, which are relative to the project root. */
export function matcherOf(globs: readonly string[]): (path: string) => boolean {
  if (globs.length === 0) return () => false;
  return picomatch(
    globs.map((glob) => glob.replace(/^\.\//, "")),
    { dot: true, nocase: false },
  );
}

/** How many of the files belong to each source; a source without any is not there. */
export function countBySource(
  files: readonly { readonly path: string }[],
  sourcesOf: (file: string) => readonly string[],
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { path } of files)
    for (const name of sourcesOf(path)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
