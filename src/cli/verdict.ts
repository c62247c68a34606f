// What is remembered of a run that found nothing, and the key under which: shared by the run that writes it down
// and by the one that repeats it.
import type { Observation } from "../cache/observations.js";
import type { PlanLocation } from "../plan/locate.js";
import { buildId } from "./build-id.js";
import type { Environment } from "./terminal.js";

/** The result of a run without findings, and everything that it saw of the disk. */
export type Verdict = {
  /** Absolute paths of the plan's files, in the order in which they were read. */
  readonly plan: readonly string[];
  readonly output: readonly Observation[];
  /** Over the bytes of the plan's files, then of what was read of the output. */
  readonly digest: string;
  readonly stdout: string;
  readonly stderr: string;
  /** True where stdout ends with the time that the run took, which is left out of it. */
  readonly timed: boolean;
};

/** What of a command line matters before it is run. */
export type PlainCommand = { readonly name: "build" | "lint"; readonly plan: string | undefined };

const switches: { readonly [name in PlainCommand["name"]]: readonly string[] } = {
  build: ["--check", "--quiet", "--color", "--no-color"],
  lint: ["--quiet", "--color", "--no-color"],
};
const withValue: readonly string[] = ["--only", "--plan", "--fail-on", "--format"];

/**
 * Reads the forms of `build` and `lint` whose result is their output and exit code alone; undefined for every other
 * command line, also for those that may turn out to be wrong.
 */
export function readPlainCommand(args: readonly string[]): PlainCommand | undefined {
  const [name, ...rest] = args;
  if (name !== "build" && name !== "lint") return undefined;
  const given = new Map<string, string>();
  for (let index = 0; index < rest.length; index++) {
    const word = rest[index] ?? "";
    if (switches[name].includes(word)) continue;
    const value = rest[index + 1];
    if (!withValue.includes(word) || given.has(word)) return undefined;
    if (value === undefined || value === "" || value.startsWith("-")) return undefined;
    given.set(word, value);
    index++;
  }
  return { name, plan: given.get("--plan") };
}

/** Everything else that a result depends on; undefined where our own code is not known by its content. */
export function verdictKey(run: {
  readonly args: readonly string[];
  readonly command: PlainCommand;
  readonly location: PlanLocation;
  readonly env: Environment;
  /** Cells in a line of stdout; undefined where it is no terminal. */
  readonly columns: number | undefined;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** Node's version. */
  readonly node: string;
}): string | undefined {
  const { args, command, location, env, columns, today, node } = run;
  if (buildId === undefined) return undefined;
  return JSON.stringify([
    buildId,
    node,
    location.root,
    location.folder,
    args,
    // Rules compare dates of the plan with the day; a build does not.
    command.name === "lint" ? today : null,
    columns ?? null,
    [env.FORCE_COLOR, env.NO_COLOR, env.TERM, env.GITHUB_ACTIONS].map((value) => value ?? null),
  ]);
}
