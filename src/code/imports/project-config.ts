// package.json and tsconfig.json of a project -> where its imports lead.
import type { Alias, PackageFacts } from "./resolve-import.js";
import { folderOf, join } from "./resolve-import.js";

type Read = (path: string) => string | undefined;

/** The packages of a project by their names. */
export function readPackages(folders: readonly string[], read: Read): ReadonlyMap<string, PackageFacts> {
  const packages = new Map<string, PackageFacts>();
  for (const folder of folders) {
    const manifest = parseJson(read(`${folder}package.json`) ?? "");
    if (!isRecord(manifest)) continue;
    const imports = new Map(
      Object.entries(isRecord(manifest.imports) ? manifest.imports : {}).map(
        ([key, value]) => [key, texts(value)] as const,
      ),
    );
    // Nobody imports from a package without a name, but its own files.
    const name = typeof manifest.name === "string" ? manifest.name : `\0${folder}`;
    const entries = new Map<string, string[]>();
    const add = (key: string, value: unknown): void => {
      const targets = texts(value);
      if (targets.length > 0) entries.set(key, [...(entries.get(key) ?? []), ...targets]);
    };
    const { exports } = manifest;
    if (isRecord(exports) && Object.keys(exports).some((key) => key.startsWith("."))) {
      for (const [key, value] of Object.entries(exports)) add(key, value);
    } else add(".", exports);
    for (const field of ["source", "module", "main", "types", "typings", "browser"])
      add(".", manifest[field]);
    if (!packages.has(name)) packages.set(name, { folder, entries, imports, ...dependenciesOf(manifest) });
  }
  return packages;
}

/** What a manifest depends on, and what of it is not said to lie in the project: `workspace:*`, `file:../analytics`. */
function dependenciesOf(manifest: Record<string, unknown>): Pick<PackageFacts, "needs" | "uses"> {
  const needs = new Set<string>();
  const uses = new Set<string>();
  for (const field of ["dependencies", "devDependencies", "peerDependencies", "optionalDependencies"]) {
    const listed = manifest[field];
    if (!isRecord(listed)) continue;
    for (const [name, version] of Object.entries(listed)) {
      uses.add(name);
      if (typeof version === "string" && !/^(?:workspace|file|link|portal):|^\.{0,2}\//.test(version))
        needs.add(name);
    }
  }
  return { needs, uses };
}

/** Every text in a value of `exports`, source first: conditions may nest. */
function texts(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap(texts);
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([, inner]) => texts(inner));
}

export type ConfigProblem = { readonly path: string; readonly message: string };

/** The aliases that a tsconfig.json gives, its own and those it extends or refers to. */
export function readAliases(
  path: string,
  read: Read,
  problems: ConfigProblem[],
  seen: Set<string> = new Set(),
): readonly Alias[] {
  if (seen.has(path) || seen.size > 40) return [];
  seen.add(path);
  const text = read(path);
  if (text === undefined) return [];
  const config = parseJson(text);
  if (!isRecord(config)) {
    problems.push({ path, message: "This file is not valid JSON: its paths are not known." });
    return [];
  }
  const folder = folderOf(path);
  const options = isRecord(config.compilerOptions) ? config.compilerOptions : {};
  const baseUrl = typeof options.baseUrl === "string" ? join(folder, options.baseUrl) : undefined;
  const base = baseUrl ?? folder.replace(/\/$/, "");
  const aliases: Alias[] = [];
  if (isRecord(options.paths)) {
    const entries = Object.entries(options.paths).toSorted(([a], [b]) => b.length - a.length);
    for (const [pattern, targets] of entries) {
      const [before = "", after] = pattern.split("*");
      aliases.push({ before, after, targets: texts(targets).map((target) => join(base, target)) });
    }
  }
  if (baseUrl !== undefined) aliases.push({ before: "", after: "", targets: [join(baseUrl, "*")] });
  for (const parent of texts(config.extends)) {
    if (!parent.startsWith(".")) continue;
    const target = join(folder, parent.endsWith(".json") ? parent : `${parent}.json`);
    // `paths` of its own replaces that of what it extends.
    const inherited = readAliases(target, read, problems, seen);
    if (aliases.length === 0) aliases.push(...inherited);
  }
  if (aliases.length === 0 && Array.isArray(config.references)) {
    for (const reference of config.references) {
      if (!isRecord(reference) || typeof reference.path !== "string") continue;
      const target = join(folder, reference.path);
      // Other projects have files of their own; parts of this one lie beside it.
      if (target.endsWith(".json") && folderOf(target) === folder)
        aliases.push(...readAliases(target, read, problems, seen));
    }
  }
  return aliases;
}

/** JSON as tsconfig.json has it: with comments and commas before a closing bracket. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    try {
      return JSON.parse(withoutComments(text.replace(/^\uFEFF/, "")));
    } catch {
      return undefined;
    }
  }
}

function withoutComments(text: string): string {
  return text
    .replace(
      /("(?:[^"\\\n]|\\.)*")|\/\/[^\n]*|\/\*[\s\S]*?\*\//g,
      (_whole, string: string | undefined) => string ?? "",
    )
    .replace(/("(?:[^"\\\n]|\\.)*")|,(?=\s*[}\]])/g, (_whole, string: string | undefined) => string ?? "");
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
