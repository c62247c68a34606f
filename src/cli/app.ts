// Loads the compiled command line, dist/cli/app.js, with the code that V8 made of it in an earlier process: without
// that, a run on a small plan spends half of its time on parsing and compiling us.
import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { Script } from "node:vm";
import { readCode, writeCode } from "../cache/code.js";
import { userCacheFolder } from "../cache/store.js";
import { buildId } from "./build-id.js";
import { expectShortRun } from "./engine.js";

/** What dist/cli/app.js gives. */
export type App = typeof import("./run.js");

/** What the app's modules need of the module that loads it: Node lets no script with kept code import by itself. */
type Loaders = { readonly require: NodeJS.Require; importPackage(specifier: string): Promise<unknown> };

/** dist/cli/app.js is one function. */
type Evaluate = (require: NodeJS.Require, importPackage: Loaders["importPackage"], filename: string) => App;

/**
 * Tells a script and the V8 that compiles it from all others: V8's code fits one version of V8, on one kind of
 * processor. The script is known by the build that it belongs to, and that nobody changed it by its size and its time:
 * to read all of it through a hash would take as long as to compile a tenth of it.
 */
function identityOf(filename: string): string {
  const { size, mtimeMs } = statSync(filename);
  return [buildId, size, mtimeMs, process.version, process.platform, process.arch].join(" ");
}

/**
 * Loads the command line that lies in `folder`, for a run with these words. Its code lies beside it, if this Node has
 * compiled it, or else in the user's cache, where the first clean run of each command puts it.
 */
export function loadApp(folder: string, { require, importPackage }: Loaders, args: readonly string[]): App {
  expectShortRun();
  const filename = join(folder, "app.js");
  const source = readFileSync(filename);
  const identity = identityOf(filename);
  const command = reachOf(args);
  const own = args.includes("--no-cache") ? undefined : ownFile(folder, command);
  const cachedData =
    (hasFlags ? undefined : readCode(besideApp(folder, command), identity)) ??
    (own === undefined ? undefined : readCode(own, identity));
  const script = compile(filename, source, cachedData);
  if (own !== undefined && script.cachedDataRejected !== false) keepAtExit(script, own, identity);
  const evaluate: Evaluate = script.runInThisContext();
  return evaluate(require, importPackage, filename);
}

/** For the compilation: runs the command line with `use`, and puts the code of what was reached beside it. */
export async function compileApp<T>(
  folder: string,
  { require, importPackage }: Loaders,
  command: string,
  use: (app: App) => Promise<T>,
): Promise<T> {
  expectShortRun();
  const filename = join(folder, "app.js");
  const source = readFileSync(filename);
  const script = compile(filename, source, undefined);
  const evaluate: Evaluate = script.runInThisContext();
  const result = await use(evaluate(require, importPackage, filename));
  writeCode(besideApp(folder, command), identityOf(filename), script.createCachedData(), {
    owner: process.pid,
    // As readable as the script itself.
    mode: 0o644,
  });
  return result;
}

function compile(filename: string, source: Buffer, cachedData: Buffer | undefined): Script {
  // The bundle is ASCII, which a string of bytes holds in half of the space.
  return new Script(source.toString("latin1"), {
    filename,
    ...(cachedData !== undefined && { cachedData }),
  });
}

/** The commands reach different code, and reading what one has no use for takes time: a check need not generate. */
function reachOf([command, ...options]: readonly string[]): string | undefined {
  return command === "build" && options.includes("--check") ? "check" : command;
}

function besideApp(folder: string, command: string | undefined): string {
  return join(
    folder,
    `${command === "lint" || command === "diff" || command === "check" ? command : "build"}.code`,
  );
}

/** With other flags V8 makes other code, and refuses that of ours. */
const hasFlags = process.execArgv.length > 0 || process.env.NODE_OPTIONS !== undefined;

function ownFile(folder: string, command: string | undefined): string | undefined {
  const cache = userCacheFolder(process.env, process.platform);
  if (cache === undefined) return undefined;
  const { version, platform, arch, execArgv } = process;
  const key = JSON.stringify([folder, command, version, platform, arch, execArgv, process.env.NODE_OPTIONS]);
  return join(cache, "code", `${createHash("sha256").update(key).digest("hex").slice(0, 32)}.code`);
}

function keepAtExit(script: Script, file: string, identity: string): void {
  // Loading it takes a while, which only this run has to wait for.
  const { cachedDataVersionTag } = process.getBuiltinModule("node:v8");
  const flags = cachedDataVersionTag();
  process.once("exit", (code) => {
    expectShortRun();
    // A run that failed has not reached much, and a large plan sets flags that the next process begins without.
    if (code !== 0 || cachedDataVersionTag() !== flags) return;
    writeCode(file, identity, script.createCachedData(), { owner: process.pid });
  });
}
