// Repeats the result of an earlier run without doing it again, where everything that it depends on is the same, to
// the byte. Imports as little as it can: what it saves is start-up.
import { readFileSync, statSync } from "node:fs";
import { Digest, looksTheSame } from "../cache/observations.js";
import { cacheFolder, recall } from "../cache/store.js";
import { disk } from "../output/file-system.js";
import { findPlan, listPlanFiles, type PlanLocation, sizeLimit } from "../plan/locate.js";
import { readPlainCommand } from "./plain-command.js";
import { type Descriptor, mayBeTerminal, nodeStream, writeBytes } from "./standard-stream.js";
import { today } from "./today.js";
import { type Verdict, verdictKey } from "./verdict.js";

/** Prints what the same run printed before, which found nothing; false where it has to be run. */
export function repeat(args: readonly string[]): boolean {
  const begun = Date.now();
  const command = readPlainCommand(args);
  if (command === undefined) return false;
  try {
    const location = findPlan(process.cwd(), command.plan);
    if (location === undefined) return false;
    const folder = cacheFolder(location.root, process.env, process.platform);
    const key = verdictKey({
      args,
      command,
      location,
      env: process.env,
      columns: stdoutColumns(),
      today: today(),
      node: process.version,
    });
    if (folder === undefined || key === undefined) return false;
    const kept = recall(folder, key);
    if (kept === undefined) return false;
    const verdict = JSON.parse(kept) as Verdict;
    if (!isStillTrue(verdict, location)) return false;
    print(2, verdict.stderr);
    print(1, verdict.timed ? `${verdict.stdout} (${Date.now() - begun} ms)\n` : verdict.stdout);
    return true;
  } catch {
    // Whatever it is, the run itself meets it and says so.
    return false;
  }
}

function isStillTrue(verdict: Verdict, location: PlanLocation): boolean {
  const paths = listPlanFiles(`${location.root}/${location.folder}`);
  if (paths.length !== verdict.plan.length) return false;
  if (!paths.every((path, index) => path === verdict.plan[index])) return false;
  const digest = new Digest();
  for (const path of paths) {
    const stats = statSync(path);
    if (!stats.isFile() || stats.size > sizeLimit) return false;
    digest.add(readFileSync(path));
  }
  return looksTheSame(verdict.output, disk, digest) && digest.end() === verdict.digest;
}

/** As the terminal says it. */
function stdoutColumns(): number | undefined {
  if (!mayBeTerminal(1)) return undefined;
  const stdout = nodeStream(1);
  return stdout.isTTY === true ? stdout.columns : undefined;
}

function print(descriptor: Descriptor, text: string): void {
  const rest = writeBytes(descriptor, Buffer.from(text));
  if (rest.length > 0) nodeStream(descriptor).write(rest);
}
