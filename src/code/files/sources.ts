// Which source of the plan a file belongs to, and which files the plan leaves out.
import picomatch from "picomatch";
import type { Plan } from "../../plan/plan.js";

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
  return picomatch([...new Set(globs.flatMap(readings))], { dot: true, nocase: false });
}

/** What a glob may say: as it is, and with folders such as `(main)` and `[org]` by their names, as frameworks have them. */
function readings(glob: string): readonly string[] {
  const plain = glob.replace(/^\.\//, "");
  const named = plain
    .split("/")
    .map((part) => (routeFolder.test(part) ? part.replace(/[()[\]]/g, "\\$&") : part))
    .join("/");
  return [plain, named];
}

/** A part of a path that is named for what a router makes of it: `(main)`, `(.)photo`, `[org]`, `[[...slug]].tsx`. */
const routeFolder = /^(?:\([\w.-]+\)|\[{1,2}(?:\.{3})?\w[\w-]*\]{1,2})[\w.-]*$/;

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
