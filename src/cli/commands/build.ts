// The command `trackwright build`: the plan becomes files, or `--check` says where the files differ from the plan.
import { resolve } from "node:path";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import {
  type CheckedOutput,
  checkOutput,
  type OutputRequest,
  type WrittenOutput,
  writeOutput,
} from "../../output/output.js";
import type { LoadedPlan, PlanLocation } from "../../plan/load.js";
import type { Plan } from "../../plan/plan.js";
import { counted, countSeverities, countsText } from "../../report/report.js";
import { type ExitCode, exitCodeOf, exitCodes, UsageError } from "../exit-codes.js";
import type { GlobalOptions } from "../options.js";
import { originOf } from "../origin.js";
import {
  buildCommand,
  checkSeals,
  type Generated,
  generate,
  hasErrors,
  locatePlan,
  openPlan,
  refuseUnknownTargets,
  reportOf,
} from "../pipeline.js";
import { present, refuseOtherFormats } from "../present.js";
import type { Recording } from "../remember.js";
import type { Terminal } from "../terminal.js";
import { watch } from "../watch.js";

export type BuildOptions = {
  readonly check: boolean;
  readonly watch: boolean;
  readonly only: readonly string[] | undefined;
};

export async function runBuild(
  recording: Recording,
  globals: GlobalOptions,
  options: BuildOptions,
): Promise<ExitCode> {
  refuseOtherFormats(globals);
  if (options.check && options.watch)
    throw new UsageError("--check and --watch don't go together: choose one");
  const { terminal } = recording;
  const location = locatePlan(terminal, globals);
  const once = (): Promise<ExitCode> => buildOnce(recording, globals, options, location);
  if (!options.watch) return await once();
  return await watch(terminal, globals, [resolve(location.root, location.folder)], once);
}

async function buildOnce(
  recording: Recording,
  globals: GlobalOptions,
  options: BuildOptions,
  location: PlanLocation,
): Promise<ExitCode> {
  const { terminal, files, seen } = recording;
  const begun = terminal.now();
  const loaded = openPlan(location, seen);
  const plan = loaded.value;
  const found: Diagnostic[] = [...loaded.diagnostics];
  // A generator may rely on a plan without errors.
  if (hasErrors(found)) refuseUnknownTargets(options.only);
  if (plan === undefined || hasErrors(found))
    return await refuse(terminal, globals, location, loaded, found, options);
  const run = { location, loaded, plan };
  const sealed = options.check ? checkSeals({ recording, globals, ...run }, options.only) : undefined;
  if (sealed !== undefined) return await reportCheck(recording, globals, { ...run, ...sealed, found });
  const generated = generate(plan, options.only);
  found.push(...generated.diagnostics);
  if (hasErrors(found)) return await refuse(terminal, globals, location, loaded, found, options);
  const request: OutputRequest = {
    project: location,
    targets: generated.outputs,
    complete: generated.complete,
    command: buildCommand(globals),
    origin: generated.diagnostics.length === 0 ? originOf(loaded) : undefined,
    files,
  };
  if (options.check) {
    const output = checkOutput(request);
    const targets = generated.outputs.length;
    found.push(...output.diagnostics);
    return await reportCheck(recording, globals, { ...run, output, targets, found });
  }

  const written = writeOutput({ ...request, owner: terminal.owner, uninterrupted: terminal.uninterrupted });
  found.push(...written.diagnostics);
  if (hasErrors(found)) return await refuse(terminal, globals, location, loaded, found, options);
  const report = reportOf(terminal, location, loaded, found, { checked: { generatedFiles: written.count } });
  await present(terminal, globals, report, { summary: found.length > 0 });
  if (globals.verbose) {
    for (const path of written.written) terminal.stderr.write(`Wrote ${path}\n`);
    for (const path of written.removed) terminal.stderr.write(`Removed ${path}\n`);
  }
  for (const { path, as } of written.kept) {
    terminal.stderr.write(`Kept the hand-edited version of ${path} as ${as}\n`);
  }
  if (!globals.quiet) {
    status(terminal, globals, builtLine(plan, generated, written, terminal.now() - begun));
  }
  if (found.length === 0 && written.unchanged === written.count && written.removed.length === 0)
    recording.keep(location);
  return exitCodeOf(found, globals.failOn);
}

/** Reports errors that keep the targets from being written, or checked. Such a build has failed whatever `--fail-on` says. */
async function refuse(
  terminal: Terminal,
  globals: GlobalOptions,
  location: PlanLocation,
  loaded: LoadedPlan,
  found: readonly Diagnostic[],
  { check }: { readonly check: boolean },
): Promise<ExitCode> {
  await present(terminal, globals, reportOf(terminal, location, loaded, found), { summary: true });
  if (!globals.quiet) {
    terminal.stderr.write(
      check
        ? "The generated files were not checked, since the plan has errors\n"
        : `Nothing was written: ${countsText(countSeverities(found))}\n`,
    );
  }
  return exitCodes.findings;
}

async function reportCheck(
  recording: Recording,
  globals: GlobalOptions,
  run: {
    readonly location: PlanLocation;
    readonly loaded: LoadedPlan;
    readonly plan: Plan;
    readonly output: CheckedOutput;
    /** How many targets were checked. */
    readonly targets: number;
    readonly found: readonly Diagnostic[];
  },
): Promise<ExitCode> {
  const { terminal } = recording;
  const { location, loaded, plan, output, targets, found } = run;
  const report = reportOf(terminal, location, loaded, found, {
    files: output.files,
    checked: { generatedFiles: output.count },
  });
  await present(terminal, globals, report, { summary: found.length > 0 });
  if (found.length === 0 && !globals.quiet) {
    status(
      terminal,
      globals,
      targets === 0
        ? nothingLine("check", plan)
        : `Up to date: ${counted(targets, "target")} of ${planName(plan)}, ${counted(output.count, "file")}`,
    );
  }
  if (found.length === 0) recording.keep(location);
  return exitCodeOf(found, globals.failOn);
}

/** `Built 3 targets from acme-store 1.4.0: 84 files, 3 written, 81 unchanged, 1 removed (120 ms)`. */
function builtLine(plan: Plan, { outputs }: Generated, written: WrittenOutput, milliseconds: number): string {
  if (outputs.length === 0) {
    const gone = written.removed.length;
    return nothingLine("build", plan) + (gone === 0 ? "" : `; ${counted(gone, "file")} of before removed`);
  }
  const parts = [
    counted(written.count, "file"),
    `${written.written.length} written`,
    `${written.unchanged} unchanged`,
  ];
  if (written.removed.length > 0) parts.push(`${written.removed.length} removed`);
  const targets = counted(outputs.length, "target");
  return `Built ${targets} from ${planName(plan)}: ${parts.join(", ")} (${Math.round(milliseconds)} ms)`;
}

/** What a plan gets whose `generate` names no target: that is what it asks for, and nothing is wrong with it. */
function nothingLine(verb: "build" | "check", plan: Plan): string {
  return `Nothing to ${verb}: "generate" in ${planName(plan)} names no target`;
}

function planName(plan: Plan): string {
  return `${plan.name.value} ${plan.version.value}`;
}

/** A line for people: on stdout, unless stdout is for a program. */
function status(terminal: Terminal, globals: GlobalOptions, line: string): void {
  const forPeople = globals.reports.every(({ format, file }) => file !== undefined || format === "text");
  (forPeople ? terminal.stdout : terminal.stderr).write(`${line}\n`);
}
