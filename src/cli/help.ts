// The examples below a command's help.

/** Pairs of a command line and what it does, as the end of a help text. */
export function examples(...pairs: readonly (readonly [command: string, does: string])[]): string {
  const width = Math.max(...pairs.map(([command]) => (command.length > 50 ? 0 : command.length)));
  const lines = pairs.map(([command, does]) =>
    command.length > 50
      ? `  ${command}\n  ${" ".repeat(width)}  ${does}`
      : `  ${command.padEnd(width)}  ${does}`,
  );
  return `\nExamples:\n${lines.join("\n")}`;
}
