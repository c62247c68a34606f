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

  consumers
    .command("list")
    .summary("list what listens, or what would feel a change")
    .description(
      "List the consumers and what they refer to: triggers, exits, conditions, segments and templates. With --event, " +
        "--property or --attribute, everything that would feel a change of it.",
    )
    .option("--event <name>", "what an event reaches")
    .option("--property <name>", "what a property reaches, such as cart_value or items.price")
    .option("--attribute <name>", "what an attribute of people reaches")
    .addHelpText(
      "after",
      examples(
        ["trackwright consumers list", "everything that listens"],
        ['trackwright consumers list --event "Order Completed"', "before you rename or retire it"],
        ["trackwright consumers list --property cart_value --format markdown", "for a pull request"],
      ),
    )
    .action(async (options: { event?: string; property?: string; attribute?: string }) => {
      const { runConsumersList } = await import("./commands/consumers-list.js");
      const { event, property, attribute } = options;
      done(await runConsumersList(terminal, globals(), { event, property, attribute }));
    });

  program
    .command("preview")
    .summary("render a template with the plan's examples")
    .description(
      "Render a Liquid template with an example of the event that starts it, and say what happens where something " +
        "optional is missing: whether the message reads differently, or is not sent at all.",
    )
    .argument("<template>", "the path of a template, or the name of a consumer that has one")
    .option("--event <name>", "the event whose examples are used (default: the one that starts the consumer)")
    .option("--example <n>", "which of its examples, counting from 1 (default: 1)")
    .addHelpText(
      "after",
      examples(
        ["trackwright preview tracking-plan/templates/welcome.liquid", "as text"],
        ['trackwright preview "Abandoned cart" --example 2', "by the name of its campaign"],
        ["trackwright preview welcome.liquid --format html --output welcome.html", "a page for a browser"],
      ),
    )
    .action(async (template: string, options: { event?: string; example?: string }) => {
      const { runPreview } = await import("./commands/preview.js");
      done(
        await runPreview(terminal, globals(), { template, event: options.event, example: options.example }),
      );
    });
}
