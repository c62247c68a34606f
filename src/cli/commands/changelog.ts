// The command `trackwright changelog`: what changed from one version of the plan to another, for its readers.
import { comparePlans } from "../../compare/compare-plans.js";
import { commitDay, nearestTag } from "../../git/history.js";
import { changelogJson, changelogMarkdown, changelogOf } from "../../report/changelog.js";
import { loadBoth } from "../compared-plans.js";
import { type ExitCode, exitCodes, UsageError } from "../exit-codes.js";
import { locatePlan } from "../open-plan.js";
import type { GlobalOptions } from "../options.js";
import { print } from "../print.js";
import type { Terminal } from "../terminal.js";
import { version } from "../version.js";

export type ChangelogOptions = {
  /** A git ref, a folder or a package; the latest tag where it is undefined. */
  readonly from: string | undefined;
  /** The same; the working tree where it is undefined. */
  readonly to: string | undefined;
};

export async function runChangelog(
  terminal: Terminal,
  globals: GlobalOptions,
  { from, to }: ChangelogOptions,
): Promise<ExitCode> {
  const { before, after } = await loadBoth(terminal, globals, from ?? latest(terminal, globals), to);
  for (const { label, loaded } of [before, after]) {
    const mistake = loaded.diagnostics.find(({ severity }) => severity === "error");
    // What could not be read would be told as removed.
    if (mistake !== undefined)
      throw new UsageError(`the plan of ${label} has mistakes: ${mistake.message} Mend them first`);
  }
  const day = to === undefined ? undefined : commitDay(terminal.cwd, to, terminal.env);
  const log = changelogOf(comparePlans(before.plan, after.plan), day ?? terminal.today());
  await print(terminal, globals, {
    text: () => changelogMarkdown(log),
    json: () => changelogJson(version(), log),
    markdown: () => changelogMarkdown(log),
  });
  return exitCodes.clean;
}

function latest(terminal: Terminal, globals: GlobalOptions): string {
  const { root } = locatePlan(terminal, globals);
  const tag = nearestTag(root, terminal.env);
  if (tag !== undefined) return tag;
  throw new UsageError(
    "there is no tag to begin from. Name the version to begin from: a git ref, a folder or a package",
  );
}
