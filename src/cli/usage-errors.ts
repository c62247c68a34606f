// Mistakes on the command line, in this project's words: from what commander says of them.
import type { Command, CommanderError } from "commander";
import { didYouMeanText } from "../diagnostics/did-you-mean.js";
import { UsageError } from "./exit-codes.js";

/** What commander found wrong, in this project's words. */
export function usageError(error: CommanderError, program: Command, args: readonly string[]): UsageError {
  const named = /'(.*)'/s.exec(error.message)?.[1] ?? "";
  const outer = program.commands.find((one) => args.includes(one.name()));
  const inner = outer?.commands.find((one) => args.includes(one.name()));
  const command = inner ?? outer;
  const words = [outer, inner].flatMap((one) => one?.name() ?? []).join(" ");
  const help = `Run \`trackwright ${words === "" ? "" : `${words} `}--help\` to see what there is.`;
  switch (error.code) {
    case "commander.unknownOption": {
      const flag = named.replace(/=.*$/s, "");
      const known = [program, ...(command === undefined ? [] : [command])].flatMap((one) =>
        one.options.flatMap((option) => option.long ?? []),
      );
      const where = command === undefined ? "" : ` for \`trackwright ${words}\``;
      return new UsageError(
        `unknown option "${flag}"${where}.${didYouMeanText(flag, [...known, "--help"])} ${help}`,
      );
    }
    case "commander.unknownCommand":
      return new UsageError(unknownCommand(named, outer ?? program));
    case "commander.excessArguments":
      if (command === undefined) return new UsageError(unknownCommand(args[0] ?? "", program));
      return new UsageError(
        command.registeredArguments.length === 0
          ? `\`trackwright ${words}\` takes no "${command.args[0] ?? ""}".${insteadOfArguments.get(words) ?? ""} ${help}`
          : `too many arguments for \`trackwright ${words}\`. ${help}`,
      );
    case "commander.missingArgument":
      return new UsageError(`\`trackwright ${words}\` needs a ${named}. ${help}`);
    case "commander.optionMissingArgument":
      return new UsageError(`${named.replace(/^-\w, /, "").replace(/ <.*$/, "")} needs a value. ${help}`);
    case "commander.help": {
      if (outer !== undefined && outer.commands.length > 0)
        return new UsageError(
          `\`trackwright ${words}\` needs to know what to do: ${namesOf(outer)}. ${help}`,
        );
      // `trackwright help NAME` of a name that is no command.
      const name = args.find((word) => word !== "help" && !word.startsWith("-"));
      return new UsageError(name === undefined ? help : unknownCommand(name, program));
    }
    default:
      return new UsageError(`${error.message.replace(/^error: /, "")}. ${help}`);
  }
}

/** What was meant by a word after a command that takes none. */
const insteadOfArguments: ReadonlyMap<string, string> = new Map([
  ["build", " The plan's folder is named with --plan, and targets with --only."],
  ["rules", " `trackwright explain RULE` tells of one rule."],
]);

/** What other tools call what a command here does. */
const otherWords: ReadonlyMap<string, string> = new Map([
  ["check", "lint"],
  ["validate", "lint"],
  ["verify", "lint"],
  ["test", "lint"],
  ["fix", "lint --fix"],
  ["generate", "build"],
  ["gen", "build"],
  ["codegen", "build"],
  ["compile", "build"],
  ["new", "init"],
  ["create", "init"],
  ["compare", "diff"],
  ["pull", "consumers pull"],
  ["list", "scan"],
  ["status", "scan"],
  ["coverage", "scan"],
  ["version", "--version"],
]);

/** That there is no such command of the program, or below a command. */
export function unknownCommand(name: string, of: Command): string {
  const names = of.commands.map((command) => command.name());
  const isProgram = of.parent === null;
  const other = isProgram ? otherWords.get(name) : undefined;
  const meant =
    other === undefined
      ? didYouMeanText(name, [...names, "help"])
      : ` Did you mean \`trackwright ${other}\`?`;
  return (
    `unknown command "${isProgram ? "" : `${of.name()} `}${name}".${meant} ` +
    `The commands are ${names.join(", ")}. Run \`trackwright ${isProgram ? "" : `${of.name()} `}--help\` to see what they do.`
  );
}

function namesOf(command: Command): string {
  return command.commands.map((one) => one.name()).join(" or ");
}
