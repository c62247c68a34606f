// Runs git, for reading alone: without a shell, without a checkout, without the network.
import { spawnSync } from "node:child_process";

/** What keeps a base from being read: no git, no such ref, a clone without its history. Exit code 2. */
export class GitError extends Error {
  override readonly name: string = "GitError";
}

const outputLimit = 1024 * 1024 * 1024;

/** What git wrote, and whether it was content. `cwd` is any folder of the repository. */
export type GitAnswer = { readonly ok: boolean; readonly stdout: Buffer; readonly stderr: string };

/** The environment of this process, as far as git needs it. */
export type GitEnvironment = { readonly [name: string]: string | undefined };

export function git(cwd: string, args: readonly string[], env: GitEnvironment, input?: string): GitAnswer {
  const { error, status, stdout, stderr } = spawnSync("git", ["--no-pager", ...args], {
    cwd,
    env: {
      ...env,
      LC_ALL: "C",
      GIT_OPTIONAL_LOCKS: "0",
      // A clone that left objects out would fetch them.
      GIT_NO_LAZY_FETCH: "1",
      GIT_TERMINAL_PROMPT: "0",
    },
    maxBuffer: outputLimit,
    windowsHide: true,
    ...(input === undefined ? {} : { input }),
  });
  if (error !== undefined) {
    if ("code" in error && error.code === "ENOENT")
      throw new GitError(
        "git was not found. Install it, or compare two folders: `trackwright diff OLD NEW`.",
      );
    throw new GitError(`git could not be run: ${error.message}`);
  }
  return { ok: status === 0, stdout, stderr: stderr.toString("utf8").trim() };
}
