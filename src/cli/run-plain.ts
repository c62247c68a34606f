// Runs a plain command line: the same as program.ts makes of it, without commander.
import type { ExitCode } from "./exit-codes.js";
import { type GlobalOptions, pairReports, readFailOn, readList } from "./options.js";
import type { PlainCommand } from "./plain-command.js";
import { startRecording } from "./remember.js";
import type { Terminal } from "./terminal.js";

/** Throws a UsageError for a value that an option can't have. */
export async function runPlain(
  command: PlainCommand,
  args: readonly string[],
  terminal: Terminal,
): Promise<ExitCode> {
  const { name, check, quiet, color, format, failOn } = command;
  const globals: GlobalOptions = {
    plan: command.plan,
    reports: pairReports(format === undefined ? [] : [{ flag: "--format", value: format }], terminal.env),
    failOn: failOn === undefined ? "error" : readFailOn(failOn),
    isFailOnGiven: failOn !== undefined,
    quiet,
    verbose: false,
    color,
  };
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
    fix: false,
    dryRun: false,
    baseline: undefined,
    updateBaseline: false,
  });
}
