// Loads the two plans that are compared: of the working tree, a git ref, a folder, or a released package.
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, isAbsolute, join, posix, relative, resolve, sep } from "node:path";
import type { GitError } from "../git/git.js";
import {
  type Commit,
  findCommit,
  hasPlanAt,
  loadCommittedPlan,
  loadPlanAt,
  topFolder,
} from "../git/read-plan.js";
import { choosePlan, mayBeHead } from "../plan/choose-plan.js";
import { findPlan, type LoadedPlan, type PlanLocation } from "../plan/load.js";
import type { Plan } from "../plan/plan.js";
import { Sharing } from "../plan/sharing.js";
import type { FilesBeside } from "../plan/templates.js";
import { expectPlan, planIsLoaded } from "./engine.js";
import { UsageError } from "./exit-codes.js";
import { locatePlan, openPlan } from "./open-plan.js";
import type { GlobalOptions } from "./options.js";
import type { Terminal } from "./terminal.js";

/** A plan as it is compared. */
export type Side = {
  /** What people call it: a ref, a folder, `the working tree`. */
  readonly label: string;
  readonly loaded: LoadedPlan;
  readonly plan: Plan;
  /** The project's folder on disk, where its templates lie; undefined for a commit and a packed package. */
  readonly root?: string;
  /** Reads files of the project where they do not lie on disk. */
  readonly beside?: FilesBeside;
  /** Where it was looked for in git. */
  readonly commit?: Commit;
  /** True where there was no plan yet. */
  readonly isNew?: boolean;
};

/** What the words of a command line stand beside. */
type Around = {
  readonly terminal: Terminal;
  readonly globals: GlobalOptions;
  /** The plan that the other one is compared with, where it is known. */
  readonly against: Side | undefined;
  readonly sharing: Sharing;
};

/** The two plans; `head` is the working tree where it is undefined. */
export async function loadBoth(
  terminal: Terminal,
  globals: GlobalOptions,
  base: string,
  head: string | undefined,
): Promise<{ readonly before: Side; readonly after: Side }> {
  const around: Around = { terminal, globals, against: undefined, sharing: new Sharing() };
  // The head first: its plan says where the base's is looked for, and by what name.
  const after = head === undefined ? workingTree(around) : await loadNamed(head, around);
  // What it is compared with is about as large.
  const size = after.loaded.files.reduce((sum, { text }) => sum + text.length, 0);
  expectPlan(size);
  const before = await loadNamed(base, { ...around, against: after });
  planIsLoaded(size);
  return { before, after };
}

function workingTree({ terminal, globals, sharing }: Around): Side {
  const location = locatePlan(terminal, globals);
  return { ...side("the working tree", openPlan(location, undefined, sharing)), root: location.root };
}

/**
 * The plan that a word of the command line names: a path is a folder or a package, anything else a git ref, or else a
 * folder or an installed package. Throws what says why there is none.
 */
export async function loadNamed(name: string, around: Around): Promise<Side> {
  const { terminal } = around;
  if (name === "") throw new UsageError("a base is a git ref, a folder or a package, not an empty name");
  const path = resolve(terminal.cwd, name);
  if (isPath(name)) return await onDisk(name, path, around);
  try {
    return committed(name, around);
  } catch (error) {
    if (!isGitError(error)) throw error;
    const place = existsSync(path) ? path : installed(name, terminal.cwd);
    if (place === undefined) throw error;
    return await onDisk(name, place, around);
  }
}

/** Throws what says why a word names nothing to compare with: no git ref, no folder, no package. */
export function refuseUnknown(name: string, terminal: Terminal, globals: GlobalOptions): void {
  if (name === "") throw new UsageError("a base is a git ref, a folder or a package, not an empty name");
  const path = resolve(terminal.cwd, name);
  if (isPath(name)) {
    if (!existsSync(path)) throw new UsageError(`there is no folder "${name}"`);
    return;
  }
  if (existsSync(path) || installed(name, terminal.cwd) !== undefined) return;
  const location = locationOnDisk(terminal, globals);
  findCommit(
    location === undefined ? terminal.cwd : join(location.root, location.folder),
    name,
    terminal.env,
  );
}

function isGitError(error: unknown): error is GitError {
  return error instanceof Error && error.name === "GitError";
}

function isPath(name: string): boolean {
  return isAbsolute(name) || /^\.{1,2}(?:[/\\]|$)/.test(name);
}

async function onDisk(name: string, path: string, { terminal, against, sharing }: Around): Promise<Side> {
  if (statSync(path, { throwIfNoEntry: false })?.isFile() === true) {
    const { isArchiveName, loadArchivedPlan } = await import("../archive/read-plan.js");
    if (isArchiveName(name)) {
      const bytes = readFileSync(path);
      const { loaded, beside } = loadArchivedPlan(name, bytes, against?.plan.name.value, sharing);
      return { ...side(name, loaded), beside };
    }
  }
  const location = inFolder(terminal, name, path, against?.plan.name.value);
  return { ...side(name, openPlan(location, undefined, sharing)), root: location.root };
}

/** The plan of a folder: a plan folder itself, a project that holds one, or wherever a package ships it. */
function inFolder(
  terminal: Terminal,
  name: string,
  path: string,
  planName: string | undefined,
): PlanLocation {
  const inner = join(path, "tracking-plan");
  const hasHead = (folder: string): boolean =>
    ["plan.yaml", "plan.yml"].some((head) => existsSync(join(folder, head)));
  const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
  const place = hasHead(inner) ? inner : !isFolder || hasHead(path) ? path : below(name, path, planName);
  const location = findPlan(terminal.cwd, place);
  if (location === undefined) throw new UsageError(`"${name}" holds no plan`);
  return location;
}

/** The folder of the plan somewhere in a folder. */
function below(name: string, path: string, planName: string | undefined): string {
  const paths = readdirSync(path, { recursive: true, encoding: "utf8" })
    .map((one) => one.split(sep).join(posix.sep))
    .filter(mayBeHead);
  const choice = choosePlan(
    paths.map((one) => ({ path: one, text: readFileSync(join(path, one), "utf8") })),
    planName,
  );
  if ("folder" in choice) return join(path, choice.folder);
  throw new UsageError(
    choice.folders.length === 0
      ? `"${name}" holds no plan: there is no plan.yaml in it`
      : `"${name}" holds several plans: ${choice.folders.map((one) => `"${one}"`).join(", ")}. Name the folder of one`,
  );
}

/** The folder of an installed package: `@acme/tracking-plan` in the nearest node_modules that has it. */
function installed(name: string, cwd: string): string | undefined {
  if (!/^(?:@[\w.-]+\/)?[\w.-]+$/.test(name)) return undefined;
  for (let folder = cwd; ; folder = dirname(folder)) {
    const place = join(folder, "node_modules", name);
    if (existsSync(place)) return place;
    if (folder === dirname(folder)) return undefined;
  }
}

function committed(ref: string, around: Around): Side {
  const { terminal, globals, against, sharing } = around;
  const location = locationOnDisk(terminal, globals);
  const { env } = terminal;
  const planName = against?.plan.name.value;
  if (location !== undefined) {
    const folder = join(location.root, location.folder);
    const easily = loadPlanAt(folder, ref, env, { folder: location.folder, planName, sharing });
    if (easily !== undefined) return { ...side(ref, easily.loaded), beside: easily.beside };
  }
  const from = location === undefined ? terminal.cwd : join(location.root, location.folder);
  const commit: Commit = findCommit(from, ref, env);
  const named = relative(terminal.cwd, resolve(terminal.cwd, globals.plan ?? "tracking-plan"));
  const inside = location === undefined ? named.split(sep).join(posix.sep) : "";
  const found = loadCommittedPlan(commit, inside, {
    folder: location?.folder ?? posix.basename(inside),
    planName: planName ?? (location === undefined ? undefined : openPlan(location).value?.name.value),
    isStillAt: against === undefined ? undefined : (folder) => hasPlan(commit, against, folder),
    sharing,
  });
  if (found !== undefined) return { ...side(ref, found.loaded), beside: found.beside, commit };
  if (against === undefined)
    throw new UsageError(`the commit ${commit.hash.slice(0, 12)} holds no tracking plan`);
  return beforeAnything(ref, against.plan);
}

/** Whether the side that is compared with has a plan in a folder of the repository, too. */
function hasPlan(commit: Commit, against: Side, folder: string): boolean {
  if (against.commit !== undefined) return hasPlanAt(against.commit, folder);
  const top = topFolder(commit);
  return top !== undefined && ["plan.yaml", "plan.yml"].some((head) => existsSync(join(top, folder, head)));
}

/** What there was before a plan came to be: its head, and nothing in it. */
function beforeAnything(label: string, after: Plan): Side {
  const version = { value: "0.0.0-none", span: after.version.span };
  const nothing = {
    types: [],
    groups: [],
    events: [],
    objects: [],
    sequences: [],
    consumers: [],
    sources: [],
    breaks: [],
  };
  const people = { description: after.people.description, attributes: [] };
  const plan: Plan = { ...after, ...nothing, people, version, files: [] };
  return { label, plan, loaded: { value: plan, diagnostics: [], files: [] }, isNew: true };
}

/** Where the plan lies now; undefined where there is none, as in a bare repository. */
function locationOnDisk(terminal: Terminal, globals: GlobalOptions): PlanLocation | undefined {
  if (globals.plan !== undefined && !existsSync(resolve(terminal.cwd, globals.plan))) return undefined;
  return findPlan(terminal.cwd, globals.plan);
}

/** A plan that was loaded; throws where it has no head to speak of. */
export function side(label: string, loaded: LoadedPlan): Side {
  if (loaded.value !== undefined) return { label, loaded, plan: loaded.value };
  const [first] = loaded.diagnostics;
  throw new UsageError(`the plan of ${label} can't be read: ${first?.message ?? "it has no head"}`);
}
