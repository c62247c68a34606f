// What the parser of the command line found wrong, in this project's words.
import type { Command, CommanderError } from "commander";
import { didYouMeanText } from "../diagnostics/did-you-mean.js";
import { UsageError } from "./exit-codes.js";

/** What commander found wrong, as an error for the user. */
export function usageError(error: CommanderError, program: Command, args: readonly string[]): UsageError {
  const named = /'(.*)'/s.exec(error.message)?.[1] ?? "";
  const command = program.commands.find((one) => args.includes(one.name()));
  const help = `Run \`trackwright ${command === undefined ? "" : `${command.name()} `}--help\` to see what there is.`;
  switch (error.code) {
    case "commander.unknownOption": {
      const flag = named.replace(/=.*$/s, "");
      const known = [program, ...(command === undefined ? [] : [command])].flatMap((one) =>
        one.options.flatMap((option) => option.long ?? []),
      );
      const where = command === undefined ? "" : ` for \`trackwright ${command.name()}\``;
      return new UsageError(
        `unknown option "${flag}"${where}.${didYouMeanText(flag, [...known, "--help"])} ${help}`,
      );
    }
    case "commander.unknownCommand":
      return new UsageError(unknownCommand(named, program));
    case "commander.excessArguments":
      if (command === undefined) return new UsageError(unknownCommand(args[0] ?? "", program));
      return new UsageError(`too many arguments for \`trackwright ${command.name()}\`. ${help}`);
    case "commander.missingArgument":
      return new UsageError(`\`trackwright ${command?.name() ?? ""}\` needs a ${named}. ${help}`);
    case "commander.optionMissingArgument":
      return new UsageError(`${named.replace(/^-\w, /, "").replace(/ <.*$/, "")} needs a value. ${help}`);
    case "commander.help": {
      // `trackwright help NAME` of a name that is no command.
      const name = args.find((word) => word !== "help" && !word.startsWith("-"));
      return new UsageError(name === undefined ? help : unknownCommand(name, program));
    }
    default:
      return new UsageError(`${error.message.replace(/^error: /, "")}. ${help}`);
  }
}

export function unknownCommand(name: string, program: Command): string {
  const names = program.commands.map((command) => command.name());
  return (
    `unknown command "${name}".${didYouMeanText(name, [...names, "help"])} ` +
    `The commands are ${names.join(", ")}. Run \`trackwright --help\` to see what they do.`
  );
}
