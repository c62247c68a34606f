// The command `trackwright diff`: what changed between two plans, what it breaks, and whom it reaches.
import { existsSync } from "node:fs";
import { isAbsolute, join, posix, relative, resolve, sep } from "node:path";
import { comparePlans } from "../../compare/compare-plans.js";
import { type Commit, findCommit, loadCommittedPlan } from "../../git/read-plan.js";
import { findPlan, type LoadedPlan, type PlanLocation } from "../../plan/load.js";
import type { Plan } from "../../plan/plan.js";
import type { DiffReport } from "../../report/diff.js";
import { diffJson } from "../../report/diff-json.js";
import { diffMarkdown } from "../../report/diff-markdown.js";
import { diffText } from "../../report/diff-text.js";
import { Sources } from "../../report/findings.js";
import { type ExitCode, exitCodes, UsageError } from "../exit-codes.js";
import type { GlobalOptions } from "../options.js";
import { locatePlan, openPlan } from "../pipeline.js";
import { print } from "../print.js";
import type { Terminal } from "../terminal.js";
import { version } from "../version.js";

export type DiffOptions = {
  /** A git ref or a folder; HEAD where it is undefined. */
  readonly base: string | undefined;
  /** The same; the working tree where it is undefined. */
  readonly head: string | undefined;
};

type Side = { readonly label: string; readonly loaded: LoadedPlan; readonly plan: Plan };

export async function runDiff(
  terminal: Terminal,
  globals: GlobalOptions,
  { base, head }: DiffOptions,
): Promise<ExitCode> {
  // The head first: its plan says where the base's is looked for, and by what name.
  const after =
    head === undefined ? workingTree(terminal, globals) : other(terminal, globals, head, undefined);
  const before = other(terminal, globals, base ?? "HEAD", after);
  const report: DiffReport = {
    version: version(),
    from: before.label,
    to: after.label,
    comparison: comparePlans(before.plan, after.plan),
    before: sourcesOf(before),
    after: sourcesOf(after),
    unread: [...unread("from", before), ...unread("to", after)],
  };
  await print(terminal, globals, {
    text: (layout) => diffText(report, layout),
    json: () => diffJson(report),
    markdown: () => diffMarkdown(report),
  });
  return exitCodes.clean;
}

function workingTree(terminal: Terminal, globals: GlobalOptions): Side {
  return side("the working tree", openPlan(locatePlan(terminal, globals)));
}

/** A plan that a word of the command line names: a path is a folder, anything else a ref, or else a folder. */
function other(terminal: Terminal, globals: GlobalOptions, name: string, against: Side | undefined): Side {
  if (name === "") throw new UsageError("a base is a git ref or a folder, not an empty name");
  if (isPath(name)) return side(name, openPlan(folder(terminal, name)));
  const location = locationOnDisk(terminal, globals);
  const root = location?.root ?? terminal.cwd;
  let commit: Commit;
  try {
    commit = findCommit(root, name, terminal.env);
  } catch (error) {
    if (!existsSync(resolve(terminal.cwd, name))) throw error;
    return side(name, openPlan(folder(terminal, name)));
  }
  const named = globals.plan ?? "tracking-plan";
  const path = location?.folder ?? relative(root, resolve(terminal.cwd, named)).split(sep).join(posix.sep);
  return side(name, loadCommittedPlan(commit, path, against?.plan.name.value ?? planName(location)));
}

function isPath(name: string): boolean {
  return isAbsolute(name) || /^\.{1,2}(?:[/\\]|$)/.test(name);
}

/** The plan of a folder: a plan folder itself, or a project that holds one. */
function folder(terminal: Terminal, name: string): PlanLocation {
  const path = resolve(terminal.cwd, name);
  const inner = join(path, "tracking-plan");
  const location = findPlan(terminal.cwd, existsSync(inner) ? inner : path);
  if (location === undefined) throw new UsageError(`"${name}" holds no plan`);
  return location;
}

/** Where the plan lies now; undefined where there is none, as in a bare repository. */
function locationOnDisk(terminal: Terminal, globals: GlobalOptions): PlanLocation | undefined {
  if (globals.plan !== undefined && !existsSync(resolve(terminal.cwd, globals.plan))) return undefined;
  return findPlan(terminal.cwd, globals.plan);
}

function planName(location: PlanLocation | undefined): string | undefined {
  return location === undefined ? undefined : openPlan(location).value?.name.value;
}

function side(label: string, loaded: LoadedPlan): Side {
  if (loaded.value !== undefined) return { label, loaded, plan: loaded.value };
  const [first] = loaded.diagnostics;
  throw new UsageError(`the plan of ${label} can't be read: ${first?.message ?? "it has no head"}`);
}

function sourcesOf({ loaded }: Side): Sources {
  return new Sources(new Map(loaded.files.map(({ path, text }) => [path, text])));
}

/** Only what keeps something from being read; what it says was not compared. */
function unread(which: "from" | "to", { loaded }: Side): DiffReport["unread"] {
  return loaded.diagnostics
    .filter(({ severity }) => severity === "error")
    .map((diagnostic) => ({ side: which, diagnostic }));
}
