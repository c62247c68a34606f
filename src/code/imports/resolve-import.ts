// Where an import leads: relative paths, the paths of tsconfig.json, and the packages of the same repository.

import { codeExtensions } from "../languages.js";
import { presetOfPackage } from "../presets/index.js";
import { usualPaths } from "./usual-aliases.js";

/** Where an import leads: a file of the project, or a package that is not read. */
export type Target =
  | { readonly kind: "file"; readonly path: string }
  | { readonly kind: "package"; readonly name: string };

export type ImportMap = {
  /** Whether a path names a source file of the project. */
  readonly exists: (path: string) => boolean;
  /** Endings of names that say for which platform a file is, where there are such. */
  readonly platforms: readonly string[];
  /** Packages of the project by name, and where they lie. */
  readonly packages: ReadonlyMap<string, PackageFacts>;
  /** The path patterns that hold for a file, in the order in which they are tried. */
  readonly aliasesFor: (path: string) => readonly Alias[];
  /** Those that bundlers know, by the same. */
  readonly bundledFor: (path: string) => readonly Alias[];
};

export type PackageFacts = {
  /** Its folder, with `/` at the end; "" is the root. */
  readonly folder: string;
  /** What `exports`, `main` and their like name, by subpath: "." is the package itself. */
  readonly entries: ReadonlyMap<string, readonly string[]>;
  /** What `imports` calls files of its own: `#lib/*`. */
  readonly imports: ReadonlyMap<string, readonly string[]>;
  /** Packages of others that it depends on. */
  readonly needs: ReadonlySet<string>;
  /** All that it depends on, packages of the project among them. */
  readonly uses: ReadonlySet<string>;
};

/** `@/*` -> `src/*`: texts before and after the star; without one the whole name. */
export type Alias = {
  readonly before: string;
  readonly after: string | undefined;
  /** Relative to the project root. */
  readonly targets: readonly string[];
};

/** Resolves one import; a package where it leads to none of the project's files. */
export function resolveImport(map: ImportMap, from: string, specifier: string): Target {
  // What bundlers are told beside the path, as in `./icon.svg?url`; `#lib/text` begins with a name.
  const clean = specifier.slice(0, 1) + specifier.slice(1).replace(/[?#].*$/, "");
  const found = /^\.{1,2}(?:\/|$)/.test(clean)
    ? complete(map, join(folderOf(from), clean))
    : clean.startsWith("/")
      ? fromRoot(map, from, clean)
      : (byAlias(map, map.aliasesFor(from), clean) ??
        bySubpath(map, from, clean) ??
        byPackage(map, clean) ??
        byAlias(map, map.bundledFor(from), clean) ??
        byCustom(map, from, clean) ??
        byUsers(map, from, clean));
  return found === undefined ? { kind: "package", name: specifier } : { kind: "file", path: found };
}

/** `/app/cart`: an alias that begins so, or a path from the folder that a server gives out, which is one above. */
function fromRoot(map: ImportMap, from: string, specifier: string): string | undefined {
  const begun = ({ before }: Alias): boolean => before.startsWith("/");
  const found =
    byAlias(map, map.aliasesFor(from).filter(begun), specifier) ??
    byAlias(map, map.bundledFor(from).filter(begun), specifier);
  if (found !== undefined) return found;
  for (let folder = folderOf(from); ; folder = folderOf(folder.slice(0, -1))) {
    const path = complete(map, `${folder}${specifier.slice(1)}`);
    if (path !== undefined || folder === "") return path;
  }
}

function byAlias(map: ImportMap, aliases: readonly Alias[], specifier: string): string | undefined {
  const isOfOthers = isInstalled(map, specifier);
  for (const { before, after, targets } of aliases) {
    // One build of several puts a stub in the place of a library, and aliases are not told apart by build.
    if (isOfOthers && before !== "") continue;
    let middle = "";
    if (after === undefined) {
      if (specifier !== before) continue;
    } else {
      if (!specifier.startsWith(before) || !specifier.endsWith(after)) continue;
      if (specifier.length < before.length + after.length) continue;
      middle = specifier.slice(before.length, specifier.length - after.length);
    }
    for (const target of targets) {
      const found = complete(
        map,
        join(
          "",
          target.replace("*", () => middle),
        ),
      );
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

/** Whether a name is that of a library that emits, and a package depends on it as on one of others. */
function isInstalled({ packages }: ImportMap, specifier: string): boolean {
  if (presetOfPackage(specifier) === undefined) return false;
  const name = packageName(specifier);
  if (packages.has(name)) return false;
  for (const { needs } of packages.values()) if (needs.has(name)) return true;
  return false;
}

/** The package that an import names, without what lies in it. */
function packageName(specifier: string): string {
  return specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
}

/** `#lib/text`, as the package around a file explains it in its `imports`. */
function bySubpath(map: ImportMap, from: string, specifier: string): string | undefined {
  if (!specifier.startsWith("#")) return undefined;
  let nearest: PackageFacts | undefined;
  for (const facts of map.packages.values())
    if (from.startsWith(facts.folder) && facts.folder.length >= (nearest?.folder.length ?? 0))
      nearest = facts;
  if (nearest === undefined) return undefined;
  for (const entry of entriesFor(nearest.imports, specifier)) {
    for (const path of sourcesOf(entry)) {
      const found = complete(map, join(nearest.folder, path));
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

function byPackage(map: ImportMap, specifier: string): string | undefined {
  const name = packageName(specifier);
  const facts = map.packages.get(name);
  if (facts === undefined) return undefined;
  const rest = specifier.slice(name.length + 1);
  const named = rest === "" ? "." : `./${rest}`;
  for (const entry of entriesFor(facts.entries, named)) {
    for (const path of sourcesOf(entry)) {
      const found = complete(map, join(facts.folder, path));
      if (found !== undefined) return found;
    }
  }
  const guesses =
    rest === ""
      ? ["src/index", "index", "src/main", "lib/index"]
      : [...sourcesOf(rest), `src/${rest}`, `lib/${rest}`];
  for (const guess of guesses) {
    const found = complete(map, join(facts.folder, guess));
    if (found !== undefined) return found;
  }
  return undefined;
}

function byCustom(map: ImportMap, from: string, specifier: string): string | undefined {
  for (const path of usualPaths(from, specifier)) {
    const found = complete(map, path);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What a package is built into gives it names, too: `@app/cart`, which the applications alone explain that use it. */
function byUsers(map: ImportMap, from: string, specifier: string): string | undefined {
  if (!/^[@~#$]/.test(specifier)) return undefined;
  const named = packageName(specifier);
  let own = "";
  let folder = "";
  for (const [name, facts] of map.packages) {
    if (facts.uses.has(named)) return undefined;
    if (!from.startsWith(facts.folder) || facts.folder.length < folder.length) continue;
    own = name;
    folder = facts.folder;
  }
  for (const facts of map.packages.values()) {
    if (!facts.uses.has(own) || facts.folder === folder) continue;
    const aliases = [...map.aliasesFor(facts.folder), ...map.bundledFor(facts.folder)];
    const found = byAlias(
      map,
      aliases.filter(({ before }) => /^[@~#$]/.test(before)),
      specifier,
    );
    if (found !== undefined) return found;
  }
  return undefined;
}

function entriesFor(entries: PackageFacts["entries"], named: string): readonly string[] {
  const exact = entries.get(named);
  if (exact !== undefined) return exact;
  for (const [key, targets] of entries) {
    const star = key.indexOf("*");
    if (star < 0) continue;
    const before = key.slice(0, star);
    const after = key.slice(star + 1);
    if (!named.startsWith(before) || !named.endsWith(after) || named.length < key.length - 1) continue;
    const middle = named.slice(before.length, named.length - after.length);
    return targets.map((target) => target.replaceAll("*", () => middle));
  }
  return [];
}

/** What a package was built to, and what it was built from: nothing is built where code is scanned. */
function sourcesOf(entry: string): readonly string[] {
  const plain = entry.replace(/^\.\//, "");
  const built = /^(?:dist|build|lib|out|esm|cjs|es|dist-\w+)\/(?:(?:esm|cjs|es|lib|types|src)\/)?/;
  const inner = plain.replace(built, "");
  return inner === plain ? [plain] : [plain, `src/${inner}`, inner, `source/${inner}`];
}

/** The file that a path without its ending, or a folder, stands for. */
function complete(map: ImportMap, path: string): string | undefined {
  const { exists } = map;
  if (path.startsWith("../") || path === "..") return undefined;
  if (exists(path)) return path;
  const asWritten = /\.(?:[cm]?jsx?|d\.[cm]?ts|[cm]?tsx?)$/.exec(path);
  const bases = asWritten === null ? [path] : [path, path.slice(0, asWritten.index)];
  for (const base of bases) {
    for (const extension of codeExtensions) if (exists(base + extension)) return base + extension;
  }
  const folder = path === "" ? "" : `${path}/`;
  for (const extension of codeExtensions)
    if (exists(`${folder}index${extension}`)) return `${folder}index${extension}`;
  // React Native takes the file of the platform that is built for: they are written to do the same.
  for (const platform of map.platforms)
    for (const base of [path, `${folder}index`])
      for (const extension of codeExtensions)
        if (exists(base + platform + extension)) return base + platform + extension;
  return undefined;
}

const platformEnding = /(\.(?:web|native|ios|android))\.[jt]sx?$/;

/** The platforms that files are written for, as their names say: those of pages first. */
export function platformsIn(paths: Iterable<string>): readonly string[] {
  const found = new Set<string>();
  for (const path of paths) {
    const ending = platformEnding.exec(path)?.[1];
    if (ending !== undefined) found.add(ending);
  }
  return [".web", ".native", ".ios", ".android"].filter((ending) => found.has(ending));
}

export function folderOf(path: string): string {
  const slash = path.lastIndexOf("/");
  return slash < 0 ? "" : path.slice(0, slash + 1);
}

/** Joins paths with `/`, and takes `.` and `..` out. */
export function join(folder: string, path: string): string {
  const parts: string[] = [];
  for (const part of `${folder}${folder === "" || folder.endsWith("/") ? "" : "/"}${path}`.split("/")) {
    if (part === "" || part === ".") continue;
    if (part === ".." && parts.length > 0 && parts.at(-1) !== "..") parts.pop();
    else parts.push(part);
  }
  return parts.join("/");
}
