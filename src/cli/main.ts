// The entry of the command line: answers at once what it can, and loads the rest only when it is needed.
import { writeSync } from "node:fs";
import { version } from "./version.js";

const args = process.argv.slice(2);
if (args.length === 1 && (args[0] === "--version" || args[0] === "-V")) {
  writeSync(1, `${version()}\n`);
} else {
  // No await at the top: the compiled command line is CommonJS.
  void begin();
}

async function begin(): Promise<void> {
  const { repeat } = await import("./repeat.js");
  if (repeat(args)) return;
  const { loadApp } = await import("./app.js");
  const importPackage = (specifier: string): Promise<unknown> => import(specifier);
  await loadApp(__dirname, { require, importPackage }, args).main(args);
}
