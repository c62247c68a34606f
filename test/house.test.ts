// Holds src/ to the plan of the house: which folder may import which, who does I/O, and how long a file may be.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { transformSync } from "esbuild";
import { describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));

/**
 * What the files of a folder of src/ may import beside their own folder. Downward only: cli, then the stages side
 * by side, then the plan, then diagnostics.
 */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  diagnostics: [],
  destinations: ["diagnostics"],
  plan: ["diagnostics", "destinations"],
  // Judges what the readers of the mirrors found, so it stands above them.
  rules: ["diagnostics", "plan", "destinations", "code", "consumers", "compare"],
  generators: ["diagnostics", "plan", "destinations"],
  code: ["diagnostics", "plan"],
  consumers: ["diagnostics", "plan"],
  // Writes a plan of what was scanned, and names things as the rules want them.
  "first-plan": ["code", "destinations", "diagnostics", "plan", "rules"],
  compare: ["diagnostics", "plan"],
  audit: ["diagnostics", "plan"],
  // Findings, the differences of two plans, and who feels a change.
  report: ["diagnostics", "compare", "consumers"],
  git: ["diagnostics", "plan"],
  // Released packages, as bytes.
  archive: ["diagnostics", "plan"],
  // Writes what generators return, so it knows their OutputFile.
  output: ["diagnostics", "generators"],
  // Looks at the disk through what it is given, and knows nothing of plans.
  cache: [],
  // Bundled into applications: stands alone.
  runtime: [],
  cli: [
    "archive",
    "audit",
    "cache",
    "code",
    "compare",
    "consumers",
    "destinations",
    "diagnostics",
    "first-plan",
    "generators",
    "git",
    "output",
    "plan",
    "report",
    "rules",
  ],
  // The public API in src/index.ts hands out the stages.
  "": [
    "audit",
    "code",
    "compare",
    "consumers",
    "diagnostics",
    "generators",
    "output",
    "plan",
    "report",
    "rules",
  ],
};

/**
 * The rooms of src/code/, each of which may import those before it. What lies beside the rooms is either a contract that
 * all may import, or the front, which nobody in a room may.
 */
const scannerRooms = [
  "presets",
  "files",
  "words",
  "syntax",
  "imports",
  "values",
  "effects",
  "emissions",
  "rounds",
  "rewrite",
  "types",
];
const scannerContracts = ["emission", "languages", "once"];

/** Single imports that the table does not allow, each with its reason. */
const importExceptions: Readonly<Record<string, string>> = {};

/** Files that may reach files, processes and the network; cache/, cli/ and output/ may as a whole. */
const doesInputOutput: Readonly<Record<string, string>> = {
  "src/plan/load.ts": "reads the plan folder",
  "src/code/files/looks.ts": "lists and reads the source files that are scanned",
  "src/git/git.ts": "asks git for the objects of a commit",
  "src/plan/locate.ts": "finds the plan folder and its files",
};

/** Modules of Node that only compute. */
const pureModules = new Set([
  "node:buffer",
  "node:crypto",
  "node:module",
  "node:path",
  "node:path/posix",
  "node:url",
  "node:util",
  "node:zlib",
]);

/** A file longer than this is listed below, with its reason and the length that it must not pass. */
const lineLimit = 320;
const longFiles: Readonly<Record<string, { readonly lines: number; readonly because: string }>> = {
  "src/compare/property-kinds.ts": { lines: 370, because: "the table of changes is read as one page" },
  "src/plan/plan.ts": { lines: 540, because: "the model of a plan is read as one page" },
};

type Module = { readonly path: string; readonly folder: string; readonly text: string };

const modules: readonly Module[] = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
  .map((name) => name.split(sep).join("/"))
  .filter((name) => name.endsWith(".ts"))
  .sort()
  .map((name) => ({
    path: `src/${name}`,
    folder: name.includes("/") ? (name.split("/")[0] ?? "") : "",
    text: readFileSync(join(root, "src", name), "utf8"),
  }));

/** What a module imports, types included: Biome keeps such lines at the first column. */
function importsOf(module: Module): string[] {
  const patterns = [
    /^(?:import|export)\s[^"'`;]*?\bfrom\s+"([^"]+)"/gm,
    /^import\s+"([^"]+)"/gm,
    /\bimport\(\s*"([^"]+)"/g,
  ];
  // The examples of rules are text that begins and ends with a line break.
  const text = module.text.replace(/`\n.*?\n`/gs, "``");
  return patterns.flatMap((pattern) => [...text.matchAll(pattern)].map((match) => match[1] ?? ""));
}

/** The path in the repository of a relative import, or undefined where it names a package. */
function targetOf(module: Module, specifier: string): string | undefined {
  if (!specifier.startsWith(".")) return undefined;
  return posix.join(dirname(module.path), specifier).replace(/\.js$/, ".ts");
}

/** Those of the names that the code uses as globals; strings, comments, members and locals do not count. */
function globalsUsed(module: Module, names: readonly string[]): string[] {
  const mark = (name: string) => `__used_${name}__`;
  const { code } = transformSync(module.text, {
    loader: "ts",
    define: Object.fromEntries(names.map((name) => [name, mark(name)])),
  });
  return names.filter((name) => code.includes(mark(name)));
}

describe("the house", () => {
  test("has modules to look at", () => {
    expect(modules.length).toBeGreaterThan(5);
  });

  test("knows every folder of src", () => {
    const unknown = new Set(
      modules.map((module) => module.folder).filter((folder) => !(folder in mayImport)),
    );
    expect([...unknown]).toEqual([]);
  });

  test("has imports that point downward, to files that exist", () => {
    const wrong: string[] = [];
    for (const module of modules) {
      for (const specifier of importsOf(module)) {
        const target = targetOf(module, specifier);
        if (target === undefined) continue;
        const edge = `${module.path} -> ${target}`;
        if (!existsSync(join(root, target))) wrong.push(`${edge}: no such file`);
        const inner = target.split("/").slice(1);
        const folder = inner.length > 1 ? (inner[0] ?? "") : "";
        const allowed = folder === module.folder || mayImport[module.folder]?.includes(folder) === true;
        if (!allowed && importExceptions[edge] === undefined) wrong.push(edge);
      }
    }
    expect(wrong).toEqual([]);
  });

  test("has rooms in src/code that import those before them alone", () => {
    const wrong: string[] = [];
    const placeOf = (path: string): number | undefined => {
      const [, room] = /^src\/code\/([\w-]+)(?:\.ts)?(?:$|\/)/.exec(path) ?? [];
      if (room === undefined) return undefined;
      if (scannerContracts.includes(room)) return -1;
      const place = scannerRooms.indexOf(room);
      return place < 0 ? scannerRooms.length : place;
    };
    for (const module of modules) {
      const own = placeOf(module.path);
      for (const specifier of own === undefined ? [] : importsOf(module)) {
        const target = targetOf(module, specifier);
        const other = target === undefined ? undefined : placeOf(target);
        if (own !== undefined && other !== undefined && other > own)
          wrong.push(`${module.path} -> ${target}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test("keeps process and console in src/cli", () => {
    const wrong = modules
      .filter((module) => module.folder !== "cli")
      .flatMap((module) =>
        globalsUsed(module, ["process", "console"]).map((name) => `${module.path}: ${name}`),
      );
    expect(wrong).toEqual([]);
  });

  test("reads and writes only in src/cache, src/cli, src/output and the loader", () => {
    const wrong: string[] = [];
    for (const module of modules) {
      if (["cache", "cli", "output"].includes(module.folder) || module.path in doesInputOutput) continue;
      for (const specifier of importsOf(module)) {
        if (specifier.startsWith("node:") && !pureModules.has(specifier))
          wrong.push(`${module.path} -> ${specifier}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test("has a runtime that needs neither Node nor a package", () => {
    const wrong = modules
      .filter((module) => module.folder === "runtime")
      .flatMap((module) =>
        importsOf(module)
          .filter((specifier) => !specifier.startsWith("."))
          .map((specifier) => `${module.path} -> ${specifier}`),
      );
    expect(wrong).toEqual([]);
  });

  test("imports no package that is not a dependency", () => {
    const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
      dependencies: Record<string, string>;
    };
    const wrong: string[] = [];
    for (const module of modules) {
      for (const specifier of importsOf(module)) {
        if (specifier.startsWith(".") || specifier.startsWith("node:")) continue;
        const name = specifier.split("/", specifier.startsWith("@") ? 2 : 1).join("/");
        if (!Object.hasOwn(manifest.dependencies, name)) wrong.push(`${module.path} -> ${specifier}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test("opens each file with a sentence on its place", () => {
    const wrong = modules
      .filter((module) => !/^(?:#!.*\n)?(?:\/\/ \S.+|\/\*\*? ?[A-Z\n].*)/.test(module.text))
      .map((module) => module.path);
    expect(wrong).toEqual([]);
  });

  test(`has no file over ${lineLimit} lines without a reason`, () => {
    const lengths = new Map(modules.map((module) => [module.path, module.text.split("\n").length - 1]));
    const tooLong = [...lengths].filter(([path, lines]) => lines > (longFiles[path]?.lines ?? lineLimit));
    expect(tooLong).toEqual([]);
    // A reason outlives its file too easily: it goes when the file is short again.
    expect(Object.keys(longFiles).filter((path) => (lengths.get(path) ?? 0) <= lineLimit)).toEqual([]);
  });

  test("has no exception that nothing needs", () => {
    const paths = new Set(modules.map((module) => module.path));
    expect(Object.keys(doesInputOutput).filter((path) => !paths.has(path))).toEqual([]);
    const edges = new Set(
      modules.flatMap((module) =>
        importsOf(module).map((specifier) => `${module.path} -> ${targetOf(module, specifier) ?? specifier}`),
      ),
    );
    expect(Object.keys(importExceptions).filter((edge) => !edges.has(edge))).toEqual([]);
  });

  test("names its files in kebab-case", () => {
    const wrong = modules
      .map((module) => relative("src", module.path).split(sep).join("/"))
      .filter((path) => !/^(?:[a-z0-9]+(?:-[a-z0-9]+)*\/)*[a-z0-9]+(?:-[a-z0-9]+)*\.ts$/.test(path));
    expect(wrong).toEqual([]);
  });
});
