// Runs one command line from its words to its exit code, and says what went wrong where something did.
import { type ExitCode, exitCodes, UsageError } from "./exit-codes.js";
import { readPlainCommand, readPlainDiff, readPlainScan } from "./plain-command.js";
import { shellWord } from "./shell-word.js";
import { processTerminal, type Terminal } from "./terminal.js";
import { version } from "./version.js";

/**
 * Runs in this process, and sets its exit code. Where all output is written, it ends at once: to take V8's heap apart
 * first takes some 200 calls of the system. Else it ends by itself, so that all output is flushed.
 */
export async function main(args: readonly string[]): Promise<void> {
  const terminal = processTerminal();
  const crash = (error: unknown): void => {
    process.exitCode = reportBug(error, args, terminal);
  };
  process.on("uncaughtException", crash);
  process.on("unhandledRejection", crash);
  const code = await run(args, terminal);
  process.exitCode ??= code;
  if (terminal.isSettled()) process.exit();
}

/** Runs a command line, and gives its exit code. Nothing it does is an exception to the caller. */
export async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  try {
    const plain = readPlainCommand(args);
    if (plain !== undefined) {
      const { runPlain } = await import("./run-plain.js");
      return await runPlain(plain, args, terminal);
    }
    const diff = readPlainDiff(args);
    if (diff !== undefined) {
      const { runPlainDiff } = await import("./run-plain.js");
      return await runPlainDiff(diff, terminal);
    }
    const scan = readPlainScan(args);
    if (scan !== undefined) {
      const { runPlainScan } = await import("./run-plain.js");
      return await runPlainScan(scan, terminal);
    }
    const { parseAndRun } = await import("./program.js");
    return await parseAndRun(args, terminal);
  } catch (error) {
    const wrong = describeFailure(error);
    if (wrong === undefined) return reportBug(error, args, terminal);
    terminal.stderr.write(`trackwright: ${wrong}\n`);
    return exitCodes.usage;
  }
}

/** The message of an error that is the user's to mend; undefined for a bug of ours. */
export function describeFailure(error: unknown): string | undefined {
  if (error instanceof UsageError) return error.message;
  if (!(error instanceof Error)) return undefined;
  // By name, so that these modules are not loaded for a run that never needed them.
  return ["UnreadablePlanError", "OutputError", "GitError", "ArchiveError"].includes(error.name)
    ? error.message
    : undefined;
}

function reportBug(error: unknown, args: readonly string[], terminal: Terminal): ExitCode {
  const command = `trackwright ${args.map(shellWord).join(" ")}`;
  terminal.stderr.write(bugReport(error, { where: command, verbose: args.includes("--verbose") }));
  return exitCodes.bug;
}

/** What to tell the user about a bug of ours; `where` is what was running. */
export function bugReport(
  error: unknown,
  { where, verbose }: { readonly where: string; readonly verbose: boolean },
): string {
  const message = error instanceof Error ? error.message : String(error);
  const stack = error instanceof Error ? (error.stack ?? message) : message;
  const lines = [
    `trackwright: this is a bug in Trackwright: ${message}`,
    "Please report it with these lines, and with the plan if you can share it:",
    `  trackwright ${version()}, Node ${process.versions.node}, ${process.platform} ${process.arch}`,
    `  in ${where}`,
    verbose ? stack : "Run it again with --verbose to see where it happened.",
  ];
  return `${lines.join("\n")}\n`;
}
