// The commands about what listens: `consumers pull`, `consumers list` and `preview`, as commander reads them.
import type { Command } from "commander";
import { didYouMeanText } from "../diagnostics/did-you-mean.js";
import { type ExitCode, UsageError } from "./exit-codes.js";
import { examples } from "./help.js";
import type { GlobalOptions } from "./options.js";
import type { Terminal } from "./terminal.js";

/** Adds them to the program; what they do is loaded when they are called. */
export function addConsumerCommands(
  program: Command,
  terminal: Terminal,
  globals: () => GlobalOptions,
  done: (code: ExitCode) => void,
): void {
  const consumers = program
    .command("consumers")
    .summary("read the Customer.io workspace, and list what listens to the plan")
    .description(
      "What listens: campaigns, segments and templates. `pull` reads them from Customer.io, `list` tells what they refer to.",
    )
    .addHelpText(
      "after",
      examples(
        ["trackwright consumers pull", "write what the workspace holds into tracking-plan/consumers"],
        ['trackwright consumers list --event "Order Completed"', "everything that would feel a change"],
      ),
    );

  consumers
    .command("pull")
    .summary("write the workspace's campaigns, segments and templates into the plan folder")
    .description(
      "Read campaigns, broadcasts, newsletters, transactional messages, segments and snippets from Customer.io's App " +
        "API, and write them into tracking-plan/consumers, where each change is a diff to review. Files that " +
        "Trackwright did not write are never touched. The key comes from CUSTOMERIO_APP_API_KEY.",
    )
    .option("--region <region>", "where the workspace is: us or eu", "us")
    .option("--check", "write nothing; exit with 1 where the workspace has moved on")
    .addHelpText(
      "after",
      examples(
        ["trackwright consumers pull", "a workspace in the US"],
        ["trackwright consumers pull --region eu", "one in the EU"],
        ["trackwright consumers pull --check", "in CI, once a day: has somebody changed a campaign?"],
      ),
    )
    .action(async (options: { region: string; check?: boolean }) => {
      const { regions } = await import("./app-api-transport.js");
      const region = regions.find((one) => one === options.region);
      if (region === undefined) {
        throw new UsageError(
          `unknown region "${options.region}".${didYouMeanText(options.region, regions)} It is us or eu`,
        );
      }
      const { runConsumersPull } = await import("./commands/consumers-pull.js");
      done(await runConsumersPull(terminal, globals(), { region, check: options.check === true }));
    });
}
