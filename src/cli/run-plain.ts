// Runs a plain command line: the same as program.ts makes of it, without commander.
import type { ExitCode } from "./exit-codes.js";
import { type GlobalOptions, pairReports, readFailOn, readList } from "./options.js";
import type { PlainCommand, PlainDiff, PlainScan } from "./plain-command.js";
import type { Terminal } from "./terminal.js";

/** Throws a UsageError for a value that an option can't have. */
export async function runPlain(
  command: PlainCommand,
  args: readonly string[],
  terminal: Terminal,
): Promise<ExitCode> {
  const { name, check } = command;
  const globals = globalsOf(command, terminal);
  const { startRecording } = await import("./remember.js");
  const recording = startRecording(args, terminal);
  const only = readList(command.only === undefined ? undefined : [command.only]);
  if (name === "build") {
    const { runBuild } = await import("./commands/build.js");
    return await runBuild(recording, globals, { check, watch: false, only });
  }
  const { runLint } = await import("./commands/lint.js");
  return await runLint(recording, globals, {
    paths: [],
    watch: false,
    only,
    base: undefined,
    types: false,
    fix: false,
    unsafe: [],
    dryRun: false,
    baseline: undefined,
    updateBaseline: false,
  });
}

/** The same for `diff`. Throws a UsageError for a value that an option can't have. */
export async function runPlainDiff(command: PlainDiff, terminal: Terminal): Promise<ExitCode> {
  const { runDiff } = await import("./commands/diff.js");
  const [base, head] = command.words;
  return await runDiff(terminal, globalsOf(command, terminal), { base, head });
}

/** The same for `scan`. */
export async function runPlainScan(command: PlainScan, terminal: Terminal): Promise<ExitCode> {
  const { runScan } = await import("./commands/scan.js");
  const { dir, withPlan, tests, types } = command;
  const globals = globalsOf({ ...command, failOn: undefined }, terminal);
  return await runScan(terminal, globals, { dir, plan: withPlan, tests, types });
}

function globalsOf(
  command: Pick<PlainDiff, "plan" | "quiet" | "color" | "format" | "failOn">,
  terminal: Terminal,
): GlobalOptions {
  const { plan, quiet, color, format, failOn } = command;
  return {
    plan,
    reports: pairReports(format === undefined ? [] : [{ flag: "--format", value: format }], terminal.env),
    failOn: failOn === undefined ? "error" : readFailOn(failOn),
    isFailOnGiven: failOn !== undefined,
    quiet,
    verbose: false,
    color,
    cache: true,
  };
}
