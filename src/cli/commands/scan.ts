// The command `trackwright scan`: lists what a project's code emits, with or without a plan.
import { existsSync, realpathSync, statSync } from "node:fs";
import { relative, resolve, sep } from "node:path";
import { scanProject } from "../../code/scan.js";
import { findPlan } from "../../plan/load.js";
import { coverageTable } from "../../report/coverage.js";
import { coverageMarkdown } from "../../report/coverage-markdown.js";
import { coverageText } from "../../report/coverage-text.js";
import { Sources } from "../../report/findings.js";
import { coverageOf } from "../../rules/coverage.js";
import { expectCode, expectScan } from "../engine.js";
import { type ExitCode, exitCodes, UsageError } from "../exit-codes.js";
import type { GlobalOptions } from "../options.js";
import { hasErrors, openPlan } from "../pipeline.js";
import { print } from "../print.js";
import { scanJson } from "../scan-json.js";
import { scanMemory } from "../scan-memory.js";
import { suspectsMarkdown } from "../scan-suspects.js";
import { scanMarkdown, scanText, silencesMarkdown } from "../scan-text.js";
import type { Terminal } from "../terminal.js";
import { withTypes } from "../types.js";
import { unbuiltTypeScript } from "../unbuilt.js";
import { version } from "../version.js";

export type ScanFlags = {
  /** The folder that is scanned. */
  readonly dir: string;
  /** False with --no-plan. */
  readonly plan: boolean;
  readonly tests: boolean;
  /** Whether the TypeScript checker is asked about what syntax leaves open. */
  readonly types: boolean;
};

export async function runScan(
  terminal: Terminal,
  globals: GlobalOptions,
  { dir, plan: withPlan, tests, types }: ScanFlags,
): Promise<ExitCode> {
  const folder = resolve(terminal.cwd, dir);
  if (!existsSync(folder)) throw new UsageError(`there is no folder "${dir}"`);
  if (!statSync(folder).isDirectory())
    throw new UsageError(`"${dir}" is a file: name the folder that holds it`);
  if (!withPlan && globals.plan !== undefined) throw new UsageError("--plan and --no-plan don't go together");
  const location = withPlan
    ? findPlan(globals.plan === undefined ? folder : terminal.cwd, globals.plan)
    : undefined;
  if (withPlan && location === undefined)
    throw new UsageError(
      `no plan found: there is no tracking-plan/plan.yaml in "${folder}" or the folders above it. ` +
        "Scan without one with --no-plan, or run `trackwright init` to start one.",
    );
  const root = location?.root ?? folder;
  const within = relative(realpathSync(root), realpathSync(folder)).split(sep).join("/");
  if (within.startsWith(".."))
    throw new UsageError(`"${dir}" lies outside the project of the plan, "${root}"`);
  const loaded = location === undefined ? undefined : openPlan(location);
  const plan = loaded?.value;
  // A generator may rely on a plan without errors.
  const canBuild = plan !== undefined && loaded !== undefined && !hasErrors(loaded.diagnostics);
  const unbuilt = canBuild ? unbuiltTypeScript(plan) : undefined;
  const memory = scanMemory(root, terminal, globals);
  expectScan();
  const syntax = await scanProject({
    ...{ root, plan, tests, within, places: types, suspects: true, unbuilt, memory },
    prepare: expectCode,
  });
  if (syntax.files === 0) {
    throw new UsageError(
      `there is no TypeScript or JavaScript to scan in "${dir === "." ? folder : dir}". ` +
        `What .gitignore names, generated files${tests ? "" : " and tests"} are left out`,
    );
  }
  const scan = types ? await withTypes(terminal, globals, syntax, root) : syntax;
  const sources = new Sources(scan.texts);
  const coverage =
    plan === undefined ? undefined : coverageTable(coverageOf(plan, scan), (span) => sources.place(span));
  await print(terminal, globals, {
    text: ({ paint, columns }) =>
      (coverage === undefined ? "" : `${coverageText(coverage, { paint, columns })}\n`) +
      scanText(scan, sources, paint),
    json: () => scanJson(version(), scan, sources),
    markdown: () =>
      coverage === undefined
        ? scanMarkdown(scan, sources)
        : coverageMarkdown(coverage) +
          (suspectsMarkdown(scan, sources) + silencesMarkdown(scan, sources)).replace(/^(?=.)/, "\n"),
  });
  return exitCodes.clean;
}
