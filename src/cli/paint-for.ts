// The colours of text on a terminal.
import { type Paint, plainPaint } from "../report/paint.js";
import { type GlobalOptions, wantsColor } from "./options.js";
import type { Terminal } from "./terminal.js";

/** The 16 colours that every terminal has, so that they fit dark and light ones; chalk is loaded for them alone. */
export async function paintFor(terminal: Terminal, globals: GlobalOptions): Promise<Paint> {
  if (!wantsColor(terminal, globals.color)) return plainPaint;
  const { Chalk } = await import("chalk");
  const chalk = new Chalk({ level: 1 });
  return {
    error: chalk.red.bold,
    warning: chalk.yellow.bold,
    info: chalk.blue.bold,
    strong: chalk.bold,
    faint: chalk.dim,
    place: chalk.cyan,
    help: chalk.magenta,
    fix: chalk.green,
  };
}
