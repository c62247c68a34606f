// Guesses the systems that emit from the packages that the calls lie in.

import type { Emission } from "../code/emission.js";
import { compareText } from "../diagnostics/diagnostic.js";
import type { SourceKind } from "../plan/plan.js";

/** A package.json, as far as it tells what the package is. */
export type CodePackage = {
  /** Relative to the project root, with `/`; empty for the root. */
  readonly folder: string;
  readonly name: string | undefined;
  /** All that it depends on, in whatever way. */
  readonly dependencies: readonly string[];
};

export type GuessedSource = {
  readonly name: string;
  readonly kind: SourceKind;
  readonly language: "typescript" | "javascript";
  readonly paths: readonly string[];
  readonly package: CodePackage;
};

const mobilePackages = ["react-native", "expo", "@ionic/core", "@capacitor/core", "@nativescript/core"];
const browserPackages = [
  "react-dom",
  "next",
  "vue",
  "nuxt",
  "svelte",
  "@sveltejs/kit",
  "@angular/core",
  "solid-js",
  "preact",
  "gatsby",
  "astro",
  "@remix-run/react",
];
const serverPackages = [
  "express",
  "fastify",
  "@nestjs/core",
  "koa",
  "hono",
  "@hapi/hapi",
  "apollo-server",
  "@apollo/server",
  "customerio-node",
  "posthog-node",
];
/** So many folders of a package are named one by one. */
const pathLimit = 6;

/** The sources by the files of the calls, and the source of each file; sorted by name. */
export function guessSources(
  emissions: readonly Emission[],
  packages: readonly CodePackage[],
): { readonly sources: readonly GuessedSource[]; readonly sourceOf: (file: string) => string | undefined } {
  const root: CodePackage = { folder: "", name: undefined, dependencies: [] };
  // The deepest package that holds a file is its own.
  const byDepth = packages.toSorted((a, b) => b.folder.length - a.folder.length);
  const packageOf = (file: string): CodePackage =>
    byDepth.find(({ folder }) => folder === "" || file.startsWith(`${folder}/`)) ?? root;
  const byPackage = new Map<CodePackage, Emission[]>();
  for (const emission of emissions) {
    const own = packageOf(emission.span.file);
    const calls = byPackage.get(own);
    if (calls === undefined) byPackage.set(own, [emission]);
    else calls.push(emission);
  }
  const taken = new Set<string>();
  const sorted = [...byPackage].sort(([a], [b]) => compareText(a.folder, b.folder));
  const sources = sorted.map(([own, calls]): GuessedSource => {
    const files = [...new Set(calls.map(({ span }) => span.file))].sort(compareText);
    const typed = files.filter((file) => /\.[cm]?tsx?$|\.vue$|\.svelte$|\.astro$/.test(file)).length;
    return {
      name: freeName(sourceName(own), taken),
      kind: kindOf(own, calls),
      language: typed * 2 >= files.length ? "typescript" : "javascript",
      paths: pathsOf(own.folder, files),
      package: own,
    };
  });
  const named = new Map(sources.map((source) => [source.package, source.name]));
  return {
    sources: sources.toSorted((a, b) => compareText(a.name, b.name)),
    sourceOf: (file) => named.get(packageOf(file)),
  };
}

function sourceName({ folder, name }: CodePackage): string {
  const text = folder === "" ? (name ?? "app") : (folder.split("/").at(-1) ?? folder);
  const slug = text
    .replace(/^@[^/]*\//, "")
    .replace(/[^A-Za-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .toLowerCase();
  return slug === "" ? "app" : slug;
}

function freeName(name: string, taken: Set<string>): string {
  let free = name;
  for (let number = 2; taken.has(free); number++) free = `${name}-${number}`;
  taken.add(free);
  return free;
}

/** What a package depends on tells what it is; where it does not, whether its calls name the person does. */
function kindOf({ dependencies }: CodePackage, calls: readonly Emission[]): SourceKind {
  const has = (names: readonly string[]): boolean => names.some((name) => dependencies.includes(name));
  const naming = calls.filter(({ needsIdentity }) => needsIdentity).length * 2 > calls.length;
  if (has(mobilePackages) && !has(["react-dom"])) return "mobile";
  if (has(browserPackages)) return has(serverPackages) && naming ? "server" : "browser";
  return has(serverPackages) || naming ? "server" : "browser";
}

/** Globs of the folders that the files lie in, right below the package. */
function pathsOf(folder: string, files: readonly string[]): readonly string[] {
  const prefix = folder === "" ? "" : `${folder}/`;
  const below = new Set<string>();
  const endings = new Set<string>();
  for (const file of files) {
    const rest = file.slice(prefix.length);
    const slash = rest.indexOf("/");
    below.add(slash < 0 ? "" : rest.slice(0, slash));
    const ending = /\.([a-z]+)$/.exec(file)?.[1];
    if (ending !== undefined) endings.add(ending);
  }
  // Who sends from .tsx sends from .ts tomorrow.
  if (endings.has("ts") || endings.has("tsx")) endings.add("ts").add("tsx");
  if (endings.has("js") || endings.has("jsx")) endings.add("js").add("jsx");
  const list = [...endings].sort(compareText);
  const names = list.length === 1 ? `*.${list[0]}` : `*.{${list.join(",")}}`;
  if (below.size > pathLimit) return [`${escaped(prefix)}**/${names}`];
  return [...below]
    .sort(compareText)
    .map((one) => escaped(prefix) + (one === "" ? names : `${escaped(one)}/**/${names}`));
}

/** Folders of routes are called `[id]` and `(group)`, which a glob takes for something else. */
function escaped(path: string): string {
  return path.replace(/[[\](){}*?!+@|\\]/g, "?");
}
