// The commands that compare two versions of a plan, `diff` and `changelog`, as commander reads them.
import type { Command } from "commander";
import type { ExitCode } from "./exit-codes.js";
import { examples } from "./help.js";
import type { GlobalOptions } from "./options.js";
import type { Terminal } from "./terminal.js";

/** Adds them to the program; what they do is loaded when they are called. */
export function addCompareCommands(
  program: Command,
  terminal: Terminal,
  globals: () => GlobalOptions,
  done: (code: ExitCode) => void,
): void {
  program
    .command("diff")
    .summary("tell what changed between two plans, and what it breaks")
    .description(
      "Compare the plan with another: of a git ref, read from git's objects, of a folder, or of a released package. " +
        "With --fail-on, exit with 1 where something breaks that nobody agreed on. Each change is safe, " +
        "dangerous or breaking for code, for what listens, and for what was stored.",
    )
    .argument("[base]", "a git ref, a folder or a package (default: HEAD)")
    .argument("[head]", "the same (default: the working tree)")
    .addHelpText(
      "after",
      examples(
        ["trackwright diff", "what you changed since the last commit"],
        ["trackwright diff origin/main", "what this branch changes, before it is merged"],
        ["trackwright diff v1.4.0 v1.5.0", "what changed between two releases"],
        ["trackwright diff ./acme-plan-1.4.0.tgz", "since a release, as npm pack wrote it"],
        ["trackwright diff origin/main --fail-on error", "and exit with 1 where something breaks"],
        ["trackwright diff ../old ./tracking-plan --format markdown", "two folders, for a comment"],
      ),
    )
    .action(async (base: string | undefined, head: string | undefined) => {
      const { runDiff } = await import("./commands/diff.js");
      done(await runDiff(terminal, globals(), { base, head }));
    });

  program
    .command("changelog")
    .summary("tell the plan's readers what changed between two versions")
    .description(
      "Print what changed from one version of the plan to another, as a section of a changelog: what was added, " +
        "changed, deprecated and removed, what breaks first.",
    )
    .argument("[from]", "a git ref, a folder or a package (default: the latest tag)")
    .argument("[to]", "the same (default: the working tree)")
    .addHelpText(
      "after",
      examples(
        ["trackwright changelog", "since the latest tag"],
        ["trackwright changelog v1.4.0 v1.5.0", "from one release to another"],
        ["trackwright changelog v1.4.0 --format json", "for a program"],
      ),
    )
    .action(async (from: string | undefined, to: string | undefined) => {
      const { runChangelog } = await import("./commands/changelog.js");
      done(await runChangelog(terminal, globals(), { from, to }));
    });
}
