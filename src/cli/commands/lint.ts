// The command `trackwright lint`: holds the mirrors to the plan.
import { resolve } from "node:path";
import type { Diagnostic, Mirror, SourceFile } from "../../diagnostics/diagnostic.js";
import { didYouMeanText } from "../../diagnostics/did-you-mean.js";
import type { FileSystem } from "../../output/file-system.js";
import { checkOutput } from "../../output/output.js";
import type { LoadedPlan, PlanLocation } from "../../plan/load.js";
import type { Plan } from "../../plan/plan.js";
import type { Report } from "../../report/report.js";
import { checkPlan, type RuleCrash } from "../../rules/check-plan.js";
import { rules } from "../../rules/registry.js";
import { applyBaseline, updateBaseline } from "../baseline-file.js";
import { type ExitCode, exitCodes, UsageError } from "../exit-codes.js";
import type { GlobalOptions } from "../options.js";
import { buildCommand, generate, hasErrors, locatePlan, openPlan, reportOf } from "../pipeline.js";
import { exitCodeOf, present } from "../present.js";
import type { Recording } from "../remember.js";
import { bugReport } from "../run.js";
import type { Terminal } from "../terminal.js";
import { watch } from "../watch.js";

export type LintOptions = {
  readonly watch: boolean;
  readonly only: readonly string[] | undefined;
  readonly fix: boolean;
  readonly dryRun: boolean;
  /** A file, relative to the working directory. */
  readonly baseline: string | undefined;
  readonly updateBaseline: boolean;
};

const mirrors: readonly Mirror[] = ["plan", "generated", "base", "code", "consumers"];
const available: readonly Mirror[] = ["plan", "generated"];

export async function runLint(
  recording: Recording,
  globals: GlobalOptions,
  options: LintOptions,
): Promise<ExitCode> {
  const chosen = readMirrors(options.only);
  refuseContradictions(options, chosen);
  const { terminal } = recording;
  const location = locatePlan(terminal, globals);
  const once = (): Promise<ExitCode> => lintOnce(recording, globals, location, options, chosen);
  if (!options.watch) return await once();
  return await watch(terminal, globals, [resolve(location.root, location.folder)], once);
}

function readMirrors(only: readonly string[] | undefined): readonly Mirror[] {
  if (only === undefined) return available;
  return only.map((name) => {
    const mirror = mirrors.find((one) => one === name);
    if (mirror === undefined) {
      throw new UsageError(
        `unknown mirror "${name}".${didYouMeanText(name, mirrors)} The mirrors are ${available.join(" and ")}`,
      );
    }
    if (!available.includes(mirror)) {
      throw new UsageError(
        `the ${mirror} mirror is not available in this version. The mirrors are ${available.join(" and ")}`,
      );
    }
    return mirror;
  });
}

function refuseContradictions(options: LintOptions, chosen: readonly Mirror[]): void {
  const { fix, dryRun, baseline, updateBaseline, watch: watching } = options;
  if (dryRun && !fix) throw new UsageError("--dry-run goes with --fix");
  if (dryRun && watching) throw new UsageError("--dry-run and --watch don't go together");
  if (fix && !chosen.includes("plan")) throw new UsageError("--fix mends the plan, which --only leaves out");
  if (baseline === "") throw new UsageError("--baseline needs the name of a file");
  if (!updateBaseline) return;
  if (baseline === undefined)
    throw new UsageError("--update-baseline needs --baseline FILE: the file to write");
  if (options.only !== undefined)
    throw new UsageError("--update-baseline and --only don't go together: the baseline would lose the rest");
  if (watching || dryRun) throw new UsageError("--update-baseline goes with neither --watch nor --dry-run");
}

async function lintOnce(
  recording: Recording,
  globals: GlobalOptions,
  location: PlanLocation,
  options: LintOptions,
  chosen: readonly Mirror[],
): Promise<ExitCode> {
  const { terminal, seen } = recording;
  let loaded = openPlan(location, seen);
  if (options.fix && !options.dryRun) {
    const { mendPlan } = await import("../mend.js");
    if (mendPlan(terminal, globals, location, loaded)) loaded = openPlan(location);
  }
  const { report, crashes, whole } = lint(recording, globals, location, loaded, chosen);
  const left = withBaselineOf(terminal, globals, options, report, whole && crashes.length === 0);
  if (options.dryRun) {
    const { showMends } = await import("../mend.js");
    showMends(terminal, globals, location, loaded);
  } else await present(terminal, globals, left, { summary: true });
  for (const { rule, error } of crashes) {
    terminal.stderr.write(bugReport(error, { where: `the rule "${rule}"`, verbose: globals.verbose }));
  }
  if (crashes.length === 0 && report.diagnostics.length === 0) recording.keep(location);
  return crashes.length > 0 ? exitCodes.bug : exitCodeOf(left.diagnostics, globals.failOn);
}

function withBaselineOf(
  terminal: Terminal,
  globals: GlobalOptions,
  { baseline, updateBaseline: update, only }: LintOptions,
  report: Report,
  whole: boolean,
): Report {
  if (baseline === undefined) return report;
  if (update && whole) updateBaseline(terminal, globals, baseline, report);
  else if (update) {
    terminal.stderr.write("The baseline was not written, since the plan could not be checked as a whole\n");
    return report;
  }
  return applyBaseline(terminal, globals, baseline, report, whole && only === undefined);
}

/** Everything there is to say about a loaded plan. */
function lint(
  { terminal, files }: Recording,
  globals: GlobalOptions,
  location: PlanLocation,
  loaded: LoadedPlan,
  chosen: readonly Mirror[],
): { readonly report: Report; readonly crashes: readonly RuleCrash[]; readonly whole: boolean } {
  const found: Diagnostic[] = [...loaded.diagnostics];
  let generated: { readonly files: readonly SourceFile[]; readonly generatedFiles: number } | undefined;
  const plan = loaded.value;
  if (plan !== undefined && plan.events.length === 0 && !hasErrors(found)) {
    throw new UsageError(
      `the plan in "${location.folder}" has no events, so there is nothing to lint. Declare the first under \`events:\``,
    );
  }
  if (chosen.includes("generated")) {
    if (plan !== undefined && !hasErrors(found)) {
      const output = lintGenerated(globals, location, plan, files);
      found.push(...output.diagnostics);
      generated = { files: output.files, generatedFiles: output.count };
    } else if (!globals.quiet) {
      terminal.stderr.write("The generated files were not checked, since the plan has errors\n");
    }
  }
  // The settings of the head count for what the other stages found, so they come first.
  const { diagnostics, suppressed, crashes } =
    plan === undefined
      ? { diagnostics: found, suppressed: 0, crashes: [] }
      : checkPlan(plan, { today: terminal.today(), found, checks: chosen.includes("plan") });
  const known = new Map(rules.map((rule) => [rule.id, rule]));
  const report = reportOf(terminal, location, loaded, diagnostics, generated);
  return { report: { ...report, suppressed, rules: known }, crashes, whole: !found.some(isPlanError) };
}

function isPlanError({ mirror, severity }: Diagnostic): boolean {
  return mirror === "plan" && severity === "error";
}

function lintGenerated(
  globals: GlobalOptions,
  location: PlanLocation,
  plan: Plan,
  files: FileSystem,
): ReturnType<typeof checkOutput> {
  const { outputs, diagnostics, complete } = generate(plan, undefined);
  if (hasErrors(diagnostics)) return { diagnostics, files: [], count: 0 };
  const checked = checkOutput({
    project: location,
    targets: outputs,
    complete,
    command: buildCommand(globals),
    files,
  });
  return { ...checked, diagnostics: [...diagnostics, ...checked.diagnostics] };
}
