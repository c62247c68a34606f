// Loads the compiled command line with the code that V8 made of it in an earlier process: without that, a run on a small
// plan spends half of its time on parsing and compiling us. dist/cli/app.js holds what `build` and `lint` of a plan need,
// and dist/cli/rest.js all else, which app.js imports by names that begin with "rest:".
import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { Script } from "node:vm";
import { readCode, writeCode } from "../cache/code.js";
import { userCacheFolder } from "../cache/store.js";
import { buildId } from "./build-id.js";
import { expectNextRun, expectShortRun } from "./engine.js";

/** What dist/cli/app.js gives, beside what the rest needs of it: modules by their path, run when they are asked for. */
export type App = typeof import("./run.js") & { readonly parts: Parts };
type Parts = { readonly [path: string]: () => unknown };

/** What the app's modules need of the module that loads it: Node lets no script with kept code import by itself. */
type Loaders = { readonly require: NodeJS.Require; importPackage(specifier: string): Promise<unknown> };

/** Each of the two scripts is one function. */
type Evaluate<Gives> = (
  require: NodeJS.Require,
  importAny: Loaders["importPackage"],
  filename: string,
  parts: Parts | undefined,
) => Gives;

type ScriptName = "app" | "rest";

/**
 * Loads the command line that lies in `folder`, for a run with these words. Its code lies beside it, if this Node has
 * compiled it, or else in the user's cache, where the first clean run of each command puts it.
 */
export function loadApp(folder: string, loaders: Loaders, args: readonly string[]): App {
  const command = reachOf(args);
  return evaluate(folder, loaders, (name, filename) => {
    const identity = identityOf(filename);
    const own = args.includes("--no-cache") ? undefined : ownFile(filename, command);
    const cachedData =
      (hasFlags ? undefined : readCode(besideApp(folder, name, command), identity)) ??
      (own === undefined ? undefined : readCode(own, identity));
    const script = compile(filename, cachedData);
    if (own !== undefined && script.cachedDataRejected !== false) keepAtExit(script, own, identity);
    return script;
  });
}

/**
 * For the compilation: runs the command line with `use`, and puts the code of what was reached beside it. What `useMore`
 * reaches of app.js as well is not kept.
 */
export async function compileApp(
  folder: string,
  loaders: Loaders,
  command: string,
  use: (app: App) => Promise<unknown>,
  useMore: (app: App) => Promise<unknown>,
): Promise<void> {
  const scripts = new Map<ScriptName, Script>();
  const keep = (name: ScriptName): void => {
    const script = scripts.get(name);
    if (script === undefined) return;
    const identity = identityOf(join(folder, `${name}.js`));
    expectNextRun();
    // As readable as the script itself.
    const who = { owner: process.pid, mode: 0o644 };
    writeCode(besideApp(folder, name, command), identity, script.createCachedData(), who);
  };
  const app = evaluate(folder, loaders, (name, filename) => {
    const script = compile(filename, undefined);
    scripts.set(name, script);
    return script;
  });
  await use(app);
  keep("app");
  await useMore(app);
  keep("rest");
}

/** Runs app.js, and rest.js when something of it is reached. */
function evaluate(
  folder: string,
  { require, importPackage }: Loaders,
  scriptOf: (name: ScriptName, filename: string) => Script,
): App {
  expectShortRun();
  let rest: { readonly parts: Parts } | undefined;
  const load = <Gives>(name: ScriptName, parts: Parts | undefined): Gives => {
    const filename = join(folder, `${name}.js`);
    const run: Evaluate<Gives> = scriptOf(name, filename).runInThisContext();
    return run(require, importAny, filename, parts);
  };
  const importAny = async (specifier: string): Promise<unknown> => {
    if (!specifier.startsWith("rest:")) return await importPackage(specifier);
    rest ??= load<{ readonly parts: Parts }>("rest", app.parts);
    return rest.parts[specifier.slice("rest:".length)]?.();
  };
  const app = load<App>("app", undefined);
  return app;
}

/**
 * Tells a script and the V8 that compiles it from all others: V8's code fits one version of V8, on one kind of
 * processor. The script is known by the build that it belongs to, and that nobody changed it by its size and its time:
 * to read all of it through a hash would take as long as to compile a tenth of it.
 */
function identityOf(filename: string): string {
  const { size, mtimeMs } = statSync(filename);
  return [buildId, size, mtimeMs, process.version, process.platform, process.arch].join(" ");
}

function compile(filename: string, cachedData: Buffer | undefined): Script {
  // The bundle is ASCII, which a string of bytes holds in half of the space.
  return new Script(readFileSync(filename, "latin1"), {
    filename,
    ...(cachedData !== undefined && { cachedData }),
  });
}

/** The commands reach different code, and reading what one has no use for takes time: a check need not generate. */
function reachOf([command, ...options]: readonly string[]): string | undefined {
  return command === "build" && options.includes("--check") ? "check" : command;
}

function besideApp(folder: string, name: ScriptName, command: string | undefined): string {
  const known = ["check", "lint", "diff", "scan"].find((one) => one === command) ?? "build";
  return join(folder, `${known}.${name}.code`);
}

/** With other flags V8 makes other code, and refuses that of ours. */
const hasFlags = process.execArgv.length > 0 || process.env.NODE_OPTIONS !== undefined;

function ownFile(filename: string, command: string | undefined): string | undefined {
  const cache = userCacheFolder(process.env, process.platform);
  if (cache === undefined) return undefined;
  const { version, platform, arch, execArgv } = process;
  const key = JSON.stringify([
    filename,
    command,
    version,
    platform,
    arch,
    execArgv,
    process.env.NODE_OPTIONS,
  ]);
  return join(cache, "code", `${createHash("sha256").update(key).digest("hex").slice(0, 32)}.code`);
}

function keepAtExit(script: Script, file: string, identity: string): void {
  // Loading it takes a while, which only this run has to wait for.
  const { cachedDataVersionTag } = process.getBuiltinModule("node:v8");
  const flags = cachedDataVersionTag();
  process.once("exit", (code) => {
    expectNextRun();
    // A run that failed has not reached much.
    if (code !== 0 || cachedDataVersionTag() !== flags) return;
    writeCode(file, identity, script.createCachedData(), { owner: process.pid });
  });
}
