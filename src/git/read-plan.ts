// Reads the plan that a commit holds, from git's objects.
import { posix } from "node:path";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { didYouMeanText } from "../diagnostics/did-you-mean.js";
import { choosePlan, mayBeHead } from "../plan/choose-plan.js";
import { isPlanFile, type LoadedPlan, loadPlanFiles } from "../plan/load.js";
import type { Sharing } from "../plan/sharing.js";
import type { FilesBeside } from "../plan/templates.js";
import { filesInCommit, fromPlanFolder, fromTop } from "./files-beside.js";
import { type GitEnvironment, GitError, git } from "./git.js";

/** A commit, and where in it the project root lies. */
export type Commit = {
  readonly hash: string;
  /** What leads from the repository's root to the folder that was asked from: `` or `packages/shop/`. */
  readonly prefix: string;
  readonly cwd: string;
  readonly env: GitEnvironment;
};

/** Finds a commit by a ref, seen from a folder. Throws a GitError that says what to do. */
export function findCommit(cwd: string, ref: string, env: GitEnvironment): Commit {
  if (ref.startsWith("-") || ref === "") throw new GitError(`"${ref}" is no git ref`);
  const args = ["rev-parse", "--is-shallow-repository", "--show-prefix", `${ref}^{commit}`];
  const answer = git(cwd, args, env);
  const [shallow, prefix, hash] = answer.stdout.toString("utf8").split("\n");
  if (answer.ok && hash !== undefined) return { hash, prefix: prefix ?? "", cwd, env };
  if (shallow !== "true" && shallow !== "false") {
    if (/not a git repository/i.test(answer.stderr))
      throw new GitError(
        `"${cwd}" is in no git repository, so there is no "${ref}" to compare with. Name a folder that holds the other plan in its place.`,
      );
    throw new GitError(`git can't read the repository: ${answer.stderr}`);
  }
  if (shallow === "true")
    throw new GitError(
      `"${ref}" is not in this clone, which has only the latest commits. Fetch it: \`${fetchCommand(ref)}\`.`,
    );
  if (ref === "HEAD")
    throw new GitError("the repository has no commit yet, so there is nothing to compare with.");
  const refs = git(cwd, ["for-each-ref", "--format=%(refname:short)"], env).stdout.toString("utf8");
  const names = refs.split("\n").filter((name) => name !== "");
  throw new GitError(
    `there is no commit "${ref}" in this repository.${didYouMeanText(ref, names)} If it is new on the server, run \`git fetch\` first.`,
  );
}

/** The folder that a commit's paths begin from; undefined in a bare repository. */
export function topFolder({ cwd, env }: Commit): string | undefined {
  const answer = git(cwd, ["rev-parse", "--show-toplevel"], env);
  return answer.ok ? answer.stdout.toString("utf8").replace(/\r?\n$/, "") : undefined;
}

/** The command that brings a ref into a shallow clone. */
function fetchCommand(ref: string): string {
  const remote = /^(?:refs\/remotes\/)?([^/~^:@]+)\/([^~^:@]+)$/.exec(ref);
  if (remote !== null && (remote[1] === "origin" || remote[1] === "upstream"))
    return `git fetch --depth=1 ${remote[1]} ${remote[2]}:refs/remotes/${remote[1]}/${remote[2]}`;
  if (/[~^@]/.test(ref)) return "git fetch --unshallow";
  if (/^[0-9a-f]{40}$/.test(ref)) return `git fetch --depth=1 origin ${ref}`;
  if (/^[0-9a-f]{7,39}$/.test(ref)) return "git fetch --unshallow";
  return `git fetch --depth=1 origin ${ref}:${ref}`;
}

type TreeEntry = { readonly mode: string; readonly hash: string; readonly path: string };

/** A plan as a commit has it, and what lies beside it there. */
export type CommittedPlan = { readonly loaded: LoadedPlan; readonly beside: FilesBeside };

/** What plan of a commit is wanted. */
export type Wanted = {
  /** The plan folder as it is called, relative to the project root: what places in the plan begin with. */
  readonly folder: string;
  /** The plan's name: where it lies elsewhere in the commit, it is found by that. */
  readonly planName: string | undefined;
  /** Whether a folder, told from the repository's root, holds a plan on the other side too. */
  readonly isStillAt?: ((folder: string) => boolean) | undefined;
  readonly sharing?: Sharing | undefined;
};

/**
 * Loads the plan that lies in a folder now as a ref has it; undefined where that commit, or a plan at that place in it,
 * is not to be had so easily.
 */
export function loadPlanAt(
  planFolder: string,
  ref: string,
  env: GitEnvironment,
  { folder, sharing }: Wanted,
): CommittedPlan | undefined {
  if (ref.startsWith("-") || ref === "") return undefined;
  // From inside of a folder, git lists that folder alone, by names that begin there.
  const answer = git(planFolder, ["ls-tree", "-r", "-z", `${ref}^{commit}`], env);
  if (!answer.ok) return undefined;
  const entries = entriesIn(answer.stdout).filter(({ path }) => !path.startsWith("../"));
  if (!entries.some(({ path }) => isHeadOf(path, ""))) return undefined;
  return {
    loaded: load({ cwd: planFolder, env }, entries, { folder, sharing }),
    beside: filesInCommit({ cwd: planFolder, env, nameOf: fromPlanFolder(ref, folder) }),
  };
}

/**
 * Loads the plan of a commit. `inside` leads from the folder that the commit was found from to the plan folder; where
 * the commit has none there, the one of that name is taken, wherever it lies, with places relative to the project root
 * of then. Undefined where the commit has no such plan yet.
 */
export function loadCommittedPlan(commit: Commit, inside: string, wanted: Wanted): CommittedPlan | undefined {
  const place = withoutDot(posix.normalize(posix.join(commit.prefix, inside)).replace(/\/$/, ""));
  const listed = entriesBelow(commit, place);
  if (listed.some(({ path }) => isHeadOf(path, place)))
    return {
      loaded: load(commit, below(listed, place), wanted),
      beside: filesInCommit({ ...commit, nameOf: fromTop(commit.hash, place, wanted.folder) }),
    };
  const moved = findMoved(commit, wanted);
  if (moved === undefined) return undefined;
  const folder = moved === "" ? wanted.folder : posix.basename(moved);
  return {
    loaded: load(commit, below(entriesBelow(commit, moved), moved), { ...wanted, folder }),
    beside: filesInCommit({ ...commit, nameOf: fromTop(commit.hash, moved, folder) }),
  };
}

/** Whether a commit has a plan in a folder, told from the repository's root. */
export function hasPlanAt(commit: Commit, folder: string): boolean {
  return entriesBelow(commit, folder).some(({ path }) => isHeadOf(path, folder));
}

function withoutDot(path: string): string {
  return path === "." ? "" : path;
}

/** Entries by their path in a folder. */
function below(entries: readonly TreeEntry[], folder: string): readonly TreeEntry[] {
  return folder === ""
    ? entries
    : entries.map((entry) => ({ ...entry, path: entry.path.slice(folder.length + 1) }));
}

/** The entries below a folder of the commit; of the whole commit for an empty name. */
function entriesBelow(commit: Commit, folder: string): readonly TreeEntry[] {
  // A path of ls-tree is no pattern, so any name will do.
  const path = folder === "" ? [] : ["--", `${folder}/`];
  const answer = git(commit.cwd, ["ls-tree", "-r", "-z", "--full-tree", commit.hash, ...path], commit.env);
  if (!answer.ok) throw new GitError(`git can't read the commit ${commit.hash}: ${answer.stderr}`);
  return entriesIn(answer.stdout);
}

function entriesIn(listing: Buffer): readonly TreeEntry[] {
  return listing
    .toString("utf8")
    .split("\u0000")
    .flatMap((line) => {
      const match = /^(\d+) \w+ ([0-9a-f]+)\t(.*)$/s.exec(line);
      return match === null ? [] : [{ mode: match[1] ?? "", hash: match[2] ?? "", path: match[3] ?? "" }];
    });
}

function isHeadOf(path: string, folder: string): boolean {
  return path === posix.join(folder, "plan.yaml") || path === posix.join(folder, "plan.yml");
}

/** The folder of the plan in a commit that has it elsewhere than it is now; undefined where it has none of the kind. */
function findMoved(commit: Commit, { planName, isStillAt }: Wanted): string | undefined {
  const heads = entriesBelow(commit, "").filter(
    ({ path, mode }) => mayBeHead(path) && mode.startsWith("100"),
  );
  const blobs = readBlobs(commit, heads);
  const candidates = heads.map(({ path }, index) => ({ path, text: blobs[index]?.toString("utf8") ?? "" }));
  const choice = choosePlan(candidates, planName);
  // A plan that is still where it was has not become this one: it is another.
  if ("folder" in choice)
    return choice.isNamed || isStillAt?.(choice.folder) !== true ? choice.folder : undefined;
  if (planName !== undefined || choice.folders.length === 0) return undefined;
  const folders = choice.folders.map((folder) => `"${folder}"`).join(", ");
  throw new GitError(
    `the commit ${commit.hash.slice(0, 12)} holds several plans: ${folders}. Name the folder of one with --plan.`,
  );
}

/** Loads a plan of which the entries are told by their path in the plan folder. */
function load(
  repository: Pick<Commit, "cwd" | "env">,
  entries: readonly TreeEntry[],
  { folder, sharing }: Pick<Wanted, "folder" | "sharing">,
): LoadedPlan {
  const files = entries.filter(({ path, mode }) => mode.startsWith("100") && isPlanFile(path));
  const found = entries
    .filter(({ path, mode }) => !mode.startsWith("100") && mayHoldPlanFiles(path))
    .map(
      ({ path, mode }): Diagnostic => ({
        rule: "unreadable-file",
        mirror: "plan",
        severity: "error",
        span: { file: `${folder}/${path}`, start: 0, end: 0 },
        message:
          mode === "160000"
            ? "This is a submodule, whose files are in a repository of its own."
            : "This is a link, which a commit can't be followed through.",
        help: "Replace it by files.",
      }),
    );
  const blobs = readBlobs(repository, files);
  const contents = files.map(({ path }, index) => ({
    path: `${folder}/${path}`,
    bytes: blobs[index] ?? Buffer.alloc(0),
  }));
  return loadPlanFiles(folder, contents, found, sharing);
}

/** A submodule or a link of such a name may be, or lead to, files of the plan. */
function mayHoldPlanFiles(path: string): boolean {
  return (
    isPlanFile(path) || (isPlanFile(posix.join(path, "any.yaml")) && !posix.basename(path).includes("."))
  );
}

/** The contents of files, in their order, by one run of git. */
function readBlobs(commit: Pick<Commit, "cwd" | "env">, entries: readonly TreeEntry[]): readonly Buffer[] {
  if (entries.length === 0) return [];
  const input = `${entries.map(({ hash }) => hash).join("\n")}\n`;
  const answer = git(commit.cwd, ["cat-file", "--batch"], commit.env, input);
  const blobs: Buffer[] = [];
  let at = 0;
  for (const { hash, path } of entries) {
    const end = answer.stdout.indexOf(10, at);
    const header = answer.stdout.toString("latin1", at, end < 0 ? undefined : end);
    const size = /^[0-9a-f]+ blob (\d+)$/.exec(header)?.[1];
    if (size === undefined)
      throw new GitError(
        `"${path}" (${hash.slice(0, 12)}) is not in this clone. Fetch it: \`git fetch --refetch origin\`.`,
      );
    const start = end + 1;
    blobs.push(answer.stdout.subarray(start, start + Number(size)));
    at = start + Number(size) + 1;
  }
  return blobs;
}
