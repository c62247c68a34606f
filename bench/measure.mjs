// Times whole processes: rounds in which each command runs once, beside an empty Node, so that whatever else the
// machine does weighs on all of them alike.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const preload = new URL("usage.mjs", import.meta.url).href;

/** The environment of measured processes: without what makes every Node slower, or output different. */
function environment(extra) {
  const { NODE_EXTRA_CA_CERTS, NODE_OPTIONS, FORCE_COLOR, NODE_V8_COVERAGE, ...rest } = process.env;
  return { ...rest, CI: "true", ...extra };
}

function run(command, extra = {}, options = []) {
  command.prepare?.();
  const started = process.hrtime.bigint();
  const result = spawnSync(process.execPath, [...options, ...command.args], {
    cwd: command.cwd,
    env: environment({ ...command.env, ...extra }),
    stdio: ["ignore", "ignore", "pipe"],
  });
  const milliseconds = Number(process.hrtime.bigint() - started) / 1e6;
  if (result.status !== 0) {
    throw new Error(`node ${command.args.join(" ")} ended with ${result.status}: ${result.stderr}`);
  }
  return milliseconds;
}

/** What one run uses: the most memory that it holds in megabytes, and its CPU time in milliseconds. */
function usage(command) {
  const folder = mkdtempSync(join(tmpdir(), "trackwright-bench-"));
  try {
    const file = join(folder, "usage.json");
    run(command, { BENCH_USAGE: file }, ["--import", preload]);
    return JSON.parse(readFileSync(file, "utf8"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What every ratio is against. */
export const emptyNode = { id: "empty Node", args: ["-e", "0"] };

/**
 * Runs commands `{ id, args, cwd?, env?, prepare? }` in interleaved rounds. Per id: the median in milliseconds, the
 * median of the rounds' ratios to the first command, and `usage` of a run of its own.
 */
export function timeCommands(commands, rounds) {
  const times = new Map(commands.map((command) => [command.id, []]));
  // The run that measures memory and CPU also warms the disk's cache.
  const used = new Map(commands.map((command) => [command.id, usage(command)]));
  for (let round = 0; round < rounds; round++) {
    for (const command of commands) times.get(command.id).push(run(command));
  }
  const reference = times.get(commands[0].id);
  return new Map(
    commands.map(({ id }) => [
      id,
      {
        milliseconds: median(times.get(id)),
        ratio: median(times.get(id).map((time, round) => time / reference[round])),
        ...used.get(id),
      },
    ]),
  );
}

/** The middle value; of an even number of values, the mean of the two in the middle. */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
