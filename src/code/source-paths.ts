// Which of the plan's sources a file of code belongs to, by the globs under their `paths`.
import picomatch from "picomatch";
import type { Plan } from "../plan/plan.js";

/** The names of the sources whose paths a file matches; a file may match several. */
export function sourcePaths(plan: Plan | undefined): (file: string) => readonly string[] {
  const matchers = (plan?.sources ?? [])
    .filter(({ paths }) => paths.length > 0)
    .map(({ name, paths }) => ({ name: name.value, matches: globs(paths.map(({ value }) => value)) }));
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

/** Whether a path, relative to the project root, matches one of the globs. */
export function globs(patterns: readonly string[]): (file: string) => boolean {
  if (patterns.length === 0) return () => false;
  return picomatch(
    patterns.map((pattern) => pattern.replace(/^\.\//, "")),
    { dot: true },
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
