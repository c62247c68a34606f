// The command `trackwright consumers pull`: what listens in a Customer.io workspace, as files of the plan.
import { hash } from "node:crypto";
import { resolve } from "node:path";
import { openPullState, type PullState } from "../../cache/pull-state.js";
import { cacheFolder } from "../../cache/store.js";
import { AppApi, PullError } from "../../consumers/pull/app-api.js";
import { isPulled } from "../../consumers/pull/consumer.js";
import { type MovedOn, movedOn } from "../../consumers/pull/moved-on.js";
import { conditionsNotUnderstood, type PulledFile, pulledFiles } from "../../consumers/pull/pulled-files.js";
import { readWorkspace, type Workspace } from "../../consumers/pull/workspace.js";
import { comparePulled, writePulled } from "../../output/pulled-output.js";
import type { PlanLocation } from "../../plan/locate.js";
import { pulledFolder } from "../../plan/pulled-file.js";
import { pullJson, pullMarkdown, pullText } from "../../report/pull.js";
import { type AppApiAccess, appApiAccess, type Region } from "../app-api-transport.js";
import { type ExitCode, exitCodes, UsageError } from "../exit-codes.js";
import type { GlobalOptions } from "../options.js";
import { locatePlan } from "../pipeline.js";
import { print } from "../print.js";
import type { Terminal } from "../terminal.js";
import { version } from "../version.js";

export type PullOptions = { readonly region: Region; readonly check: boolean };

export async function runConsumersPull(
  terminal: Terminal,
  globals: GlobalOptions,
  { region, check }: PullOptions,
): Promise<ExitCode> {
  const location = locatePlan(terminal, globals);
  const access = appApiAccess(terminal.env, region);
  const cache = check ? undefined : cacheFolder(location.root, terminal.env, process.platform);
  const state =
    cache === undefined
      ? undefined
      : openPullState(cache, {
          into: resolve(location.root, location.folder),
          source: access.base,
          now: access.transport.date(),
        });
  const workspace = await read(terminal, globals, access, state);
  const files = pulledFiles(workspace.pulled).map(
    (file): PulledFile => ({ ...file, content: access.withoutKey(file.content) }),
  );
  const request = { project: location, folder: pulledFolder, pulled: files };
  const changes = movedOn(comparePulled(request), workspace.pulled);
  if (!check) {
    writePulled({
      ...request,
      owner: terminal.owner,
      uninterrupted: (work) => terminal.uninterrupted(work),
    });
    state?.end();
  }
  await tell(terminal, globals, location, workspace, changes, check);
  const isOld = check && changes.length > 0 && globals.failOn !== "never";
  return isOld ? exitCodes.findings : exitCodes.clean;
}

async function read(
  terminal: Terminal,
  globals: GlobalOptions,
  { transport, pace, withoutKey }: AppApiAccess,
  state: PullState | undefined,
): Promise<Workspace> {
  const { stderr } = terminal;
  const isShown = stderr.isTerminal && !globals.quiet;
  const clear = "\r\u001b[K";
  let resumed = 0;
  const api = new AppApi(transport, pace);
  try {
    if (isShown) stderr.write("Reading the lists of the workspace …");
    return await readWorkspace(api, {
      known(key, listed) {
        const before = state?.known.get(key);
        if (before === undefined || before.listed !== digest(listed) || !isPulled(before.pulled))
          return undefined;
        resumed++;
        return before.pulled;
      },
      read: (key, listed, pulled) =>
        state?.add(key, digest(listed), JSON.parse(withoutKey(JSON.stringify(pulled)))),
      at(done, all) {
        if (isShown) stderr.write(`${clear}Reading the workspace: ${done} of ${all}`);
      },
    });
  } catch (error) {
    if (!(error instanceof PullError)) throw error;
    if (isShown) stderr.write(clear);
    throw new UsageError(error.message);
  } finally {
    if (isShown) stderr.write(clear);
    if (resumed > 0 && !globals.quiet)
      stderr.write(`Went on from an interrupted pull: ${resumed} had been read before\n`);
  }
}

/** What the list of a kind says about an item; it may hold what must not be kept. */
function digest(listed: string): string {
  return hash("sha256", listed).slice(0, 32);
}

async function tell(
  terminal: Terminal,
  globals: GlobalOptions,
  location: PlanLocation,
  { pulled, gone }: Workspace,
  changes: readonly MovedOn[],
  check: boolean,
): Promise<void> {
  const unknown = pulled.flatMap((one) => {
    if (one.kind === "snippet") return [];
    const sentences = [...one.unknown, ...conditionsNotUnderstood(one)];
    return sentences.map((sentence) => ({ kind: one.kind, name: one.name, sentence }));
  });
  const report = {
    version: version(),
    folder: `${location.folder}/${pulledFolder}`,
    check,
    counts: countsOf(pulled.map(({ kind }) => kind)),
    changes,
    unknown: unknown.toSorted((a, b) => (a.kind + a.name < b.kind + b.name ? -1 : 1)),
    gone: gone.length,
  };
  await print(terminal, globals, {
    text: ({ paint }) => pullText(report, { paint, quiet: globals.quiet, verbose: globals.verbose }),
    json: () => pullJson(report),
    markdown: () => pullMarkdown(report),
  });
}

function countsOf(kinds: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const kind of kinds.toSorted()) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return counts;
}
