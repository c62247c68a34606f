// What is remembered of a run that found nothing, and the key under which: shared by the run that writes it down
// and by the one that repeats it.
import type { Observation } from "../cache/observations.js";
import type { PlanLocation } from "../plan/locate.js";
import { buildId } from "./build-id.js";
import type { PlainCommand } from "./plain-command.js";
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
