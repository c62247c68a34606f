// The examples below a command's help.
import type { AddHelpTextContext } from "commander";
import { wrapWords } from "../report/display.js";

/** What a longer command does stands on the line below it. */
const longCommand = 50;

/** Pairs of a command line and what it does, as the end of a help text. It keeps to the width of that. */
export function examples(
  ...pairs: readonly (readonly [command: string, does: string])[]
): (context: AddHelpTextContext) => string {
  const longest = Math.max(...pairs.map(([command]) => (command.length > longCommand ? 0 : command.length)));
  return ({ command: asked }) => {
    const width = asked.configureOutput().getOutHelpWidth?.() ?? 80;
    // Where little room is left beside the commands, all of them have it on the line below.
    const isNarrow = width - longest - 4 < 24;
    const indent = " ".repeat(isNarrow ? 6 : longest + 4);
    const lines = pairs.flatMap(([command, does]) => {
      const [first = "", ...rest] = wrapWords(does, width - indent.length);
      const below = rest.map((line) => indent + line);
      return isNarrow || command.length > longCommand
        ? [`  ${command}`, indent + first, ...below]
        : [`  ${command.padEnd(longest)}  ${first}`, ...below];
    });
    return `\nExamples:\n${lines.join("\n")}`;
  };
}
