// Where the imports of a project lead, with what its package.json and tsconfig.json files say, read when they are asked.

import type { Listing } from "../files/walk.js";
import { once } from "../once.js";
import type { BundlerAliases } from "./bundler-aliases.js";
import { type ConfigProblem, readAliases, readPackages } from "./project-config.js";
import type { Target } from "./resolve-import.js";
import { type Alias, platformsIn, resolveImport } from "./resolve-import.js";

export type Imports = {
  resolve(from: string, specifier: string): Target;
  /** What tells one question of `resolve` from another, and where one led that was asked before. */
  keyOf(from: string, specifier: string): string;
  /** Everything that was asked so far. */
  readonly targets: ReadonlyMap<string, Target>;
  /** Asks again what was asked under a key. */
  again(key: string): Target;
  /** Whether a package of the project depends on that one. */
  isNeeded(name: string): boolean;
  /** The configurations that were read so far, by their paths. */
  readonly consulted: ReadonlySet<string>;
  /** What was wrong with the configurations that were read so far. */
  readonly problems: readonly ConfigProblem[];
};

/**
 * `textOf` gives the text of a file by its path in the project; undefined where there is none. `bundlers` what bundlers
 * call folders, of configurations that it reads: asked where nothing else explains an import.
 */
export function openImports(
  listing: Listing,
  textOf: (path: string) => string | undefined,
  bundlers: (read: (path: string) => string | undefined) => readonly BundlerAliases[] = () => [],
): Imports {
  const consulted = new Set<string>();
  const read = (path: string): string | undefined => {
    consulted.add(path);
    return textOf(path);
  };
  const files = new Set(listing.files.map(({ path }) => path));
  const configs = new Set(listing.configs);
  const targets = new Map<string, Target>();
  const problems: ConfigProblem[] = [];
  const packages = once(() => readPackages(listing.packages, read));
  const bundled = once(() => bundlers(read));
  const aliasesByFolder = new Map<string, readonly Alias[]>();
  const aliasesFor = (path: string): readonly Alias[] => {
    const slash = path.lastIndexOf("/");
    const folder = slash < 0 ? "" : path.slice(0, slash + 1);
    const known = aliasesByFolder.get(folder);
    if (known !== undefined) return known;
    const own = ["tsconfig.json", "jsconfig.json"]
      .map((name) => folder + name)
      .find((name) => configs.has(name));
    let aliases: readonly Alias[] = own === undefined ? [] : readAliases(own, read, problems);
    // A configuration without paths leaves them to one above it; so do bundlers that know `@` and `~`.
    if (aliases.length === 0 && folder !== "") aliases = aliasesFor(folder.slice(0, -1));
    aliasesByFolder.set(folder, aliases);
    return aliases;
  };
  const keyOf = (from: string, specifier: string): string =>
    `${from.slice(0, from.lastIndexOf("/") + 1)}\0${specifier}`;
  const platforms = once(() => platformsIn(listing.files.map(({ path }) => path)));
  const resolve = (from: string, specifier: string): Target => {
    const key = keyOf(from, specifier);
    let target = targets.get(key);
    if (target === undefined) {
      const map = {
        exists: (path: string) => files.has(path),
        get platforms() {
          return platforms();
        },
        packages: packages(),
        aliasesFor,
        bundledFor: (path: string) =>
          bundled().flatMap(({ folder, aliases }) => (path.startsWith(folder) ? aliases : [])),
      };
      target = resolveImport(map, from, specifier);
      targets.set(key, target);
    }
    return target;
  };
  return {
    problems,
    consulted,
    targets,
    keyOf,
    resolve,
    isNeeded: (name) => [...packages().values()].some(({ needs }) => needs.has(name)),
    again(key) {
      const cut = key.indexOf("\0");
      return resolve(key.slice(0, cut), key.slice(cut + 1));
    },
  };
}
