// Loads the compiled command line, dist/cli/app.js, with the code that V8 made of it in an earlier process: without
// that, a run on a small plan spends half of its time on parsing and compiling us.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Script } from "node:vm";
import { readCode, writeCode } from "../cache/code.js";
import { userCacheFolder } from "../cache/store.js";

/** What dist/cli/app.js gives. */
export type App = typeof import("./run.js");

/** What the app's modules need of the module that loads it: Node lets no script with kept code import by itself. */
type Loaders = { readonly require: NodeJS.Require; importPackage(specifier: string): Promise<unknown> };

/** dist/cli/app.js is one function. */
type Evaluate = (require: NodeJS.Require, importPackage: Loaders["importPackage"], filename: string) => App;

/** V8's code fits one version of V8, on one kind of processor. */
const machine = `${process.version} ${process.platform} ${process.arch}`;

/**
 * Loads the command line that lies in `folder`, for a run that begins with the word `command`. Its code lies beside
 * it, if this Node has compiled it, or else in the user's cache, where the first clean run of each command puts it.
 */
export function loadApp(
  folder: string,
  { require, importPackage }: Loaders,
  command: string | undefined,
): App {
  const filename = join(folder, "app.js");
  const source = readFileSync(filename);
  const own = ownFile(command);
  const cachedData =
    readCode(besideApp(folder), source, machine) ??
    (own === undefined ? undefined : readCode(own, source, machine));
  const script = compile(filename, source, cachedData);
  if (own !== undefined && script.cachedDataRejected !== false) keepAtExit(script, own, source);
  const evaluate: Evaluate = script.runInThisContext();
  return evaluate(require, importPackage, filename);
}

/** For the compilation: runs the command line with `use`, and puts the code of what was reached beside it. */
export async function compileApp(
  folder: string,
  { require, importPackage }: Loaders,
  use: (app: App) => Promise<void>,
): Promise<void> {
  const filename = join(folder, "app.js");
  const source = readFileSync(filename);
  const script = compile(filename, source, undefined);
  const evaluate: Evaluate = script.runInThisContext();
  await use(evaluate(require, importPackage, filename));
  writeCode(besideApp(folder), source, machine, script.createCachedData(), {
    owner: process.pid,
    // As readable as the script itself.
    mode: 0o644,
  });
}

function compile(filename: string, source: Buffer, cachedData: Buffer | undefined): Script {
  // The bundle is ASCII, which a string of bytes holds in half of the space.
  return new Script(source.toString("latin1"), {
    filename,
    ...(cachedData !== undefined && { cachedData }),
  });
}

function besideApp(folder: string): string {
  return join(folder, "app.code");
}

/** Each command reaches other code; so does Node with other flags, whose code V8 refuses. */
function ownFile(command: string | undefined): string | undefined {
  const folder = userCacheFolder(process.env, process.platform);
  if (folder === undefined) return undefined;
  const key = JSON.stringify([command, machine, process.execArgv, process.env.NODE_OPTIONS, __dirname]);
  return join(folder, "code", `${createHash("sha256").update(key).digest("hex").slice(0, 32)}.code`);
}

function keepAtExit(script: Script, file: string, source: Buffer): void {
  // Loading it takes a while, which only this run has to wait for.
  const { cachedDataVersionTag } = process.getBuiltinModule("node:v8");
  const flags = cachedDataVersionTag();
  process.once("exit", (code) => {
    // A run that failed has not reached much, and a large plan sets flags that the next process begins without.
    if (code !== 0 || cachedDataVersionTag() !== flags) return;
    writeCode(file, source, machine, script.createCachedData(), { owner: process.pid });
  });
}
