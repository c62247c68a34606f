// What git knows of when a version came to be.
import { type GitEnvironment, git } from "./git.js";

/** The tag nearest to the latest commit; undefined where there is none. */
export function nearestTag(cwd: string, env: GitEnvironment): string | undefined {
  const answer = git(cwd, ["describe", "--tags", "--abbrev=0", "HEAD"], env);
  return answer.ok ? answer.stdout.toString("utf8").trim() : undefined;
}

/** The day of a commit, `YYYY-MM-DD`; undefined for what is no ref. */
export function commitDay(cwd: string, ref: string, env: GitEnvironment): string | undefined {
  if (ref === "" || ref.startsWith("-")) return undefined;
  const answer = git(cwd, ["show", "-s", "--format=%cs", `${ref}^{commit}`], env);
  const day = answer.stdout.toString("utf8").trim();
  return answer.ok && /^\d{4}-\d{2}-\d{2}$/.test(day) ? day : undefined;
}
