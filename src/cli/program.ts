// The commands and their options as commander reads them. What a command does is loaded only when it is called.
import { Command, CommanderError, Option } from "commander";
import { formats } from "../report/report.js";
import { addCompareCommands } from "./compare-commands.js";
import { addConsumerCommands } from "./consumer-commands.js";
import { type ExitCode, exitCodes, UsageError } from "./exit-codes.js";
import { examples } from "./help.js";
import {
  type FailOn,
  failLevels,
  type GlobalOptions,
  pairReports,
  type ReportFlag,
  readFailOn,
  readList,
} from "./options.js";
import { startRecording } from "./remember.js";
import type { Terminal } from "./terminal.js";
import { unknownCommand, usageError } from "./usage-errors.js";
import { version } from "./version.js";

/** Reads the words of a command line and runs the command. Throws a UsageError for words it can't read. */
export async function parseAndRun(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  let code: ExitCode | undefined;
  const program = createProgram(args, terminal, (done) => {
    code = done;
  });
  if (args.length === 0) {
    terminal.stderr.write(program.helpInformation());
    return exitCodes.usage;
  }
  try {
    await program.parseAsync(args, { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    // Help, or the version: what was asked for is printed.
    if (error.exitCode === 0) return exitCodes.clean;
    throw usageError(error, program, args);
  }
  if (code === undefined) throw new UsageError(unknownCommand(args[0] ?? "", program));
  return code;
}

function createProgram(args: readonly string[], terminal: Terminal, done: (code: ExitCode) => void): Command {
  const reportFlags: ReportFlag[] = [];
  const program = new Command("trackwright")
    .description(
      "Tracking plans as code: compile a plan to typed emitters, schemas and docs, and lint for drift.",
    )
    .usage("COMMAND [options]")
    .version(version(), "-V, --version", "print the version")
    .helpOption("-h, --help", "print help; `trackwright COMMAND --help` prints a command's own")
    .option("--plan <dir>", "the plan folder (default: tracking-plan, here or in a folder above)")
    .addOption(
      new Option(
        "--format <format>",
        `${formats.slice(0, -1).join(", ")} or ${formats.at(-1)}; may be given several times`,
      ).argParser((value: string) => reportFlags.push({ flag: "--format", value })),
    )
    .addOption(
      new Option(
        "--output <file>",
        "write the report of the --format before it to a file; without one, the ending says the format",
      ).argParser((value: string) => reportFlags.push({ flag: "--output", value })),
    )
    .addOption(
      new Option("--fail-on <level>", `exit with 1 from this level on: ${failLevels.join(", ")}`)
        .argParser(readFailOn)
        .default("error"),
    )
    .option("--quiet", "print findings and errors, and nothing else")
    .option("--verbose", "print more: the files that are written, the stack of a bug")
    .option("--no-cache", "do the whole work, also where an earlier run found nothing in the same files")
    .option("--color", "colour the text, also where it goes to a file or a pipe")
    .option("--no-color", "no colour")
    .helpCommand("help [command]", "print a command's help")
    .configureHelp({ showGlobalOptions: true, sortSubcommands: false, minWidthToWrap: 20 })
    .configureOutput({
      writeOut: (text) => terminal.stdout.write(text),
      writeErr: () => {},
      outputError: () => {},
      getOutHelpWidth: () => terminal.stdout.columns ?? 100,
      getErrHelpWidth: () => terminal.stderr.columns ?? 100,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .exitOverride()
    .showSuggestionAfterError(false)
    .addHelpText(
      "after",
      examples(
        ["trackwright init", "start a plan in this folder"],
        ["trackwright build", "write the code, schemas and docs of the plan"],
        ["trackwright build --check", "fail where they are out of date, for CI"],
        ["trackwright lint", "find what is wrong with the plan and what was generated from it"],
        ["trackwright lint --format sarif --output lint.sarif --format text", "two reports of one run"],
      ),
    );

  const globals = (): GlobalOptions => {
    const given = program.opts<{
      plan?: string;
      failOn: FailOn;
      quiet?: boolean;
      verbose?: boolean;
      color?: boolean;
      cache: boolean;
    }>();
    if (given.plan === "") throw new UsageError("--plan needs the name of a folder");
    return {
      plan: given.plan,
      reports: pairReports(reportFlags, terminal.env),
      failOn: given.failOn,
      isFailOnGiven: program.getOptionValueSource("failOn") === "cli",
      quiet: given.quiet === true,
      verbose: given.verbose === true,
      color: given.color,
      cache: given.cache,
    };
  };

  program
    .command("init")
    .summary("write a first plan")
    .description("Write a plan that lints clean and builds. No file that exists is touched.")
    .argument("[dir]", "the folder of your project; the plan goes into tracking-plan/ in it", ".")
    .option("--template <name>", "store (the default), saas or empty")
    .option("--from-code", "make the plan from the events that the code sends")
    .option("--types", "with --from-code: ask the TypeScript checker about what syntax does not show")
    .addHelpText(
      "after",
      examples(
        ["trackwright init", "a small store's plan in ./tracking-plan"],
        ["trackwright init shop --template empty", "one example event, in shop/tracking-plan"],
        ["trackwright init --from-code", "what the code of this folder sends, as a draft to work on"],
      ),
    )
    .action(async (dir: string, options: { template?: string; fromCode?: boolean; types?: boolean }) => {
      const { runInit } = await import("./commands/init.js");
      const given = {
        dir,
        template: options.template,
        fromCode: options.fromCode === true,
        types: options.types === true,
      };
      done(await runInit(terminal, globals(), given));
    });

  program
    .command("build")
    .summary("write what the plan generates")
    .description(
      "Generate every target of the plan, and remove what was generated before and no longer is. " +
        "Files that Trackwright did not write are never touched.",
    )
    .option("--check", "write nothing; report what is stale, missing, left over or edited by hand")
    .option("--watch", "build again whenever the plan changes, until Ctrl+C")
    .option("--only <target,...>", "these targets alone", collect)
    .addHelpText(
      "after",
      examples(
        ["trackwright build", "every target of the plan"],
        ["trackwright build --only typescript,markdown", "two of them"],
        ["trackwright build --check", "in CI: exit 1 where generated files are out of date"],
        ["trackwright build --watch", "while you work on the plan"],
      ),
    )
    .action(async (options: { check?: boolean; watch?: boolean; only?: string[] }) => {
      const { runBuild } = await import("./commands/build.js");
      const given = {
        check: options.check === true,
        watch: options.watch === true,
        only: readList(options.only),
      };
      done(await runBuild(startRecording(args, terminal), globals(), given));
    });

  program
    .command("lint")
    .summary("hold the plan, what was generated from it, and the code to the rules")
    .description(
      "Find the mistakes of the plan, generated files that are out of date, and code that sends something else than " +
        "the plan says. Writes nothing but what --fix and --update-baseline ask for.",
    )
    .argument("[path...]", "files and folders of code to lint (default: all that is not ignored)")
    .option("--only <mirror,...>", "these mirrors alone: plan, generated, base, code, consumers", collect)
    .option("--base <ref>", "also hold what changed since a git ref, a folder or a package to the rules")
    .option("--watch", "lint again whenever the plan or the code changes, until Ctrl+C")
    .option("--types", "ask the TypeScript checker about names and payloads that syntax does not show")
    .option("--fix", "mend in the plan, in code and in templates what can be mended safely")
    .option(
      "--unsafe <rule,...>",
      "with --fix: also what needs your eyes afterwards, for these rules",
      collect,
    )
    .option("--dry-run", "with --fix: write nothing, and print what would change as a diff")
    .option("--baseline <file>", "leave out the findings that this file holds")
    .option("--update-baseline", "write all findings of now to the --baseline file")
    .addHelpText(
      "after",
      examples(
        ["trackwright lint", "everything"],
        ["trackwright lint --only plan --fail-on warning", "the plan alone, strictly"],
        ["trackwright lint --base origin/main", "and fail where this branch breaks what listens"],
        ["trackwright lint --only code web/cart.ts", "one file of code"],
        ["trackwright lint --fix --dry-run", "what could be mended, as a diff"],
        ["trackwright lint --baseline lint-baseline.json", "only what is new since the baseline was written"],
        [
          "trackwright lint --format junit --output lint.xml --format text",
          "a report for CI beside the text",
        ],
      ),
    )
    .action(async (paths: string[], options: LintFlags) => {
      const { runLint } = await import("./commands/lint.js");
      const given = {
        paths,
        watch: options.watch === true,
        only: readList(options.only),
        base: options.base,
        types: options.types === true,
        fix: options.fix === true,
        unsafe: readList(options.unsafe) ?? [],
        dryRun: options.dryRun === true,
        baseline: options.baseline,
        updateBaseline: options.updateBaseline === true,
      };
      done(await runLint(startRecording(args, terminal), globals(), given));
    });

  addCompareCommands(program, terminal, globals, done);

  addConsumerCommands(program, terminal, globals, done);

  program
    .command("scan")
    .summary("list every event that source code emits")
    .description(
      "Find each call in TypeScript and JavaScript that emits an event: of a library, of the plan's emitters, or " +
        "of your own wrappers around them.",
    )
    .argument("[dir]", "the folder to scan", ".")
    .option("--no-plan", "scan a folder that has no plan, or as if it had none")
    .option("--tests", "scan files of tests, too")
    .option("--types", "ask the TypeScript checker about names and payloads that syntax does not show")
    .addHelpText(
      "after",
      examples(
        ["trackwright scan", "the project of the plan"],
        ["trackwright scan web --format json", "one folder of it, for a program"],
        ["trackwright scan ../shop --no-plan", "any repository"],
      ),
    )
    .action(async (dir: string, options: { plan: boolean; tests?: boolean; types?: boolean }) => {
      const { runScan } = await import("./commands/scan.js");
      const given = { dir, plan: options.plan, tests: options.tests === true, types: options.types === true };
      done(await runScan(terminal, globals(), given));
    });

  program
    .command("rules")
    .summary("list the rules")
    .description("List what lint finds: every rule with its severity. `trackwright explain RULE` tells more.")
    .addHelpText(
      "after",
      examples(["trackwright rules", "the catalogue"], ["trackwright rules --format json", "for a program"]),
    )
    .action(async () => {
      const { runRules } = await import("./commands/rules.js");
      done(await runRules(terminal, globals()));
    });

  program
    .command("explain")
    .summary("tell what a rule wants, and why")
    .description("Tell what a rule finds and what it costs, with examples, options and how to mend it.")
    .argument("<rule>", "the rule, as a finding names it in brackets")
    .addHelpText("after", examples(["trackwright explain event-name-casing", "one rule, in full"]))
    .action(async (rule: string) => {
      const { runExplain } = await import("./commands/explain.js");
      done(await runExplain(terminal, globals(), rule));
    });
  return program;
}

type LintFlags = {
  only?: string[];
  base?: string;
  watch?: boolean;
  types?: boolean;
  fix?: boolean;
  unsafe?: string[];
  dryRun?: boolean;
  baseline?: string;
  updateBaseline?: boolean;
};

function collect(value: string, before: string[] | undefined): string[] {
  return [...(before ?? []), value];
}
