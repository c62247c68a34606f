// What the tests of the TypeScript target share: output on disk, compilers to hold it to, bundles to run.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { buildSync } from "esbuild";
import { afterAll } from "vitest";
import type { OptionValues, OutputFile } from "../../../src/generators/generator.js";
import { typescript } from "../../../src/generators/typescript/index.js";
import type { Plan } from "../../../src/plan/plan.js";

const root = fileURLToPath(new URL("../../..", import.meta.url));

/** The oldest compiler that the output is for, the last one written in JavaScript, and the present one. */
export const compilers = ["typescript-5.0", "typescript-5.9", "typescript"] as const;
export type Compiler = (typeof compilers)[number];

export const resolutions = {
  nodenext: { module: "nodenext", moduleResolution: "nodenext" },
  bundler: { module: "esnext", moduleResolution: "bundler" },
} as const;

const strictest = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  noImplicitOverride: true,
  noImplicitReturns: true,
  noFallthroughCasesInSwitch: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  isolatedModules: true,
  verbatimModuleSyntax: true,
  declaration: true,
  noEmit: true,
  target: "es2022",
  lib: ["es2022"],
  types: [],
};

/** A folder that goes when the test file is done; a module package, so that NodeNext reads ES modules. */
export function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "trackwright-typescript-"));
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The output of a plan, which must be without findings. */
export function generate(plan: Plan, options: OptionValues = {}): readonly OutputFile[] {
  const { files, diagnostics } = typescript.generate(plan, options);
  if (diagnostics.length > 0) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return files;
}

export function write(folder: string, files: readonly OutputFile[]): void {
  for (const { path, content } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

/** What a compiler says of all the files in a folder, under the strictest settings it has; nothing is good. */
export function compile(folder: string, compiler: Compiler, settings: object = resolutions.nodenext): string {
  const newer = compiler === "typescript-5.0" ? {} : { isolatedDeclarations: true, erasableSyntaxOnly: true };
  const config = join(folder, `tsconfig.${compiler}.json`);
  const compilerOptions = { ...strictest, ...newer, ...settings };
  writeFileSync(config, JSON.stringify({ compilerOptions, include: ["**/*.ts"] }));
  const tsc = join(root, "node_modules", compiler, "bin/tsc");
  const { stdout, stderr } = spawnSync(process.execPath, [tsc, "--project", config, "--pretty", "false"], {
    cwd: folder,
    encoding: "utf8",
  });
  return stdout + stderr;
}

/** The minified text of a program that imports generated code: what a user's bundle grows by. */
export function bundle(folder: string, program: string): string {
  const { outputFiles } = buildSync({
    stdin: { contents: program, resolveDir: folder, loader: "ts" },
    bundle: true,
    minify: true,
    format: "esm",
    write: false,
    logLevel: "silent",
  });
  return outputFiles[0]?.text ?? "";
}

/** The exports of a generated module and all that it imports, ready to run. */
export async function load(folder: string, module: string): Promise<Record<string, unknown>> {
  const file = join(folder, `${module.replaceAll("/", "-")}.bundle.mjs`);
  buildSync({
    entryPoints: [join(folder, module)],
    bundle: true,
    format: "esm",
    outfile: file,
    logLevel: "silent",
  });
  const loaded: Record<string, unknown> = await import(pathToFileURL(file).href);
  return loaded;
}
