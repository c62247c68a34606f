// Reads the plan that a commit holds, from git's objects.
import { posix } from "node:path";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { didYouMeanText } from "../diagnostics/did-you-mean.js";
import { isPlanFile, type LoadedPlan, loadPlanFiles } from "../plan/load.js";
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
        `"${cwd}" is in no git repository, so there is no "${ref}" to compare with. Name a folder that holds the other plan: \`trackwright diff OLD\`.`,
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

/**
 * Loads the plan of a commit. `folder` is where it lies now, relative to the folder that the commit was found from;
 * where the commit has none there, the one of the name `planName` is taken, wherever it lies. Places in it are
 * relative to the project root of then.
 */
export function loadCommittedPlan(commit: Commit, folder: string, planName: string | undefined): LoadedPlan {
  const wanted = posix.normalize(posix.join(commit.prefix, folder)).replace(/\/$/, "");
  const listed = entriesBelow(commit, wanted);
  if (listed.some(({ path }) => isHeadOf(path, wanted))) return load(commit, wanted, listed);
  const moved = findMoved(commit, planName);
  return load(commit, moved, entriesBelow(commit, moved));
}

/** The entries below a folder of the commit; of the whole commit for an empty name. */
function entriesBelow(commit: Commit, folder: string): readonly TreeEntry[] {
  // A path of ls-tree is no pattern, so any name will do.
  const args = [
    "ls-tree",
    "-r",
    "-z",
    "--full-tree",
    commit.hash,
    ...(folder === "" ? [] : ["--", `${folder}/`]),
  ];
  const answer = git(commit.cwd, args, commit.env);
  if (!answer.ok) throw new GitError(`git can't read the commit ${commit.hash}: ${answer.stderr}`);
  return answer.stdout
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

/** The folder of the plan in a commit that has it elsewhere than it is now. */
function findMoved(commit: Commit, planName: string | undefined): string {
  const heads = entriesBelow(commit, "").filter(
    ({ path, mode }) => /(?:^|\/)plan\.ya?ml$/.test(path) && mode.startsWith("100") && isPlanFile(path),
  );
  const texts = readBlobs(commit, heads).map((bytes) => bytes.toString("utf8"));
  const plans = heads.flatMap(({ path }, index) => {
    const text = texts[index] ?? "";
    if (!/^["']?trackwright["']?\s*:/m.test(text)) return [];
    const name = /^["']?name["']?\s*:\s*["']?(.*?)["']?\s*(?:#.*)?$/m.exec(text)?.[1];
    return [{ folder: posix.dirname(path), name }];
  });
  const same = plans.filter(({ name }) => name === planName);
  const [only, second] = same.length > 0 ? same : plans;
  if (only !== undefined && second === undefined) return only.folder === "." ? "" : only.folder;
  const short = commit.hash.slice(0, 12);
  if (only === undefined) throw new GitError(`the commit ${short} holds no tracking plan.`);
  const folders = plans.map(({ folder }) => `"${folder}"`).join(", ");
  throw new GitError(
    `the commit ${short} holds several plans, and none in the place of this one: ${folders}. Compare two folders instead: \`trackwright diff OLD NEW\`.`,
  );
}

function load(commit: Commit, folder: string, listed: readonly TreeEntry[]): LoadedPlan {
  const root = posix.dirname(folder);
  const relative = (path: string): string => (root === "." ? path : posix.relative(root, path));
  const inner = listed.filter(({ path }) => isPlanFile(posix.relative(folder, path)));
  const files = inner.filter(({ mode }) => mode.startsWith("100"));
  const found = inner
    .filter(({ mode }) => !mode.startsWith("100"))
    .map(
      ({ path }): Diagnostic => ({
        rule: "unreadable-file",
        mirror: "plan",
        severity: "error",
        span: { file: relative(path), start: 0, end: 0 },
        message: "This is a link, which a commit can't be followed through.",
        help: "Replace it by a file.",
      }),
    );
  const blobs = readBlobs(commit, files);
  const contents = files.map(({ path }, index) => ({
    path: relative(path),
    bytes: blobs[index] ?? Buffer.alloc(0),
  }));
  return loadPlanFiles(relative(folder), contents, found);
}

/** The contents of files, in their order, by one run of git. */
function readBlobs(commit: Commit, entries: readonly TreeEntry[]): readonly Buffer[] {
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
