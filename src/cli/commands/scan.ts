// The command `trackwright scan`: lists what a project's code emits, with or without a plan.
import { existsSync, realpathSync, statSync } from "node:fs";
import { relative, resolve, sep } from "node:path";
import { scanProject } from "../../code/scan.js";
import { findPlan } from "../../plan/load.js";
import { Sources } from "../../report/findings.js";
import { type ExitCode, exitCodes, UsageError } from "../exit-codes.js";
import type { GlobalOptions } from "../options.js";
import { openPlan } from "../pipeline.js";
import { print } from "../print.js";
import { scanJson } from "../scan-json.js";
import { scanMarkdown, scanText } from "../scan-text.js";
import type { Terminal } from "../terminal.js";
import { version } from "../version.js";

export type ScanFlags = {
  /** The folder that is scanned. */
  readonly dir: string;
  /** False with --no-plan. */
  readonly plan: boolean;
  readonly tests: boolean;
};

export async function runScan(
  terminal: Terminal,
  globals: GlobalOptions,
  { dir, plan: withPlan, tests }: ScanFlags,
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
  const plan = location === undefined ? undefined : openPlan(location).value;
  const scan = await scanProject({ root, plan, tests, within });
  const sources = new Sources(scan.texts);
  await print(terminal, globals, {
    text: ({ paint }) => scanText(scan, sources, paint),
    json: () => scanJson(version(), scan, sources),
    markdown: () => scanMarkdown(scan, sources),
  });
  return exitCodes.clean;
}
