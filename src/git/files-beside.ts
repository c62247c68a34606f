// Reads files that lie beside the plan of a commit, such as its templates, from git's objects.
import { posix } from "node:path";
import type { FilesBeside } from "../plan/templates.js";
import { type GitEnvironment, git } from "./git.js";

/** Where paths of a project are found in a commit. */
export type ProjectInCommit = {
  readonly cwd: string;
  readonly env: GitEnvironment;
  /** What git calls a file of the project: `HEAD:./templates/a.liquid`; undefined where it lies outside. */
  nameOf(path: string): string | undefined;
};

/** The names of files of a plan that was found from inside of its folder. */
export function fromPlanFolder(ref: string, folder: string): ProjectInCommit["nameOf"] {
  return (path) => {
    const inner = posix.relative(folder, path);
    return inner.startsWith("../../")
      ? undefined
      : `${ref}:${inner.startsWith("../") ? inner : `./${inner}`}`;
  };
}

/** The names of files by the folder of the plan in the repository, which is called `folder` in the plan's paths. */
export function fromTop(hash: string, place: string, folder: string): ProjectInCommit["nameOf"] {
  return (path) => {
    const inner = posix.relative(folder, path);
    const full = posix.join(place, inner);
    return full.startsWith("../") || full === ".." ? undefined : `${hash}:${full}`;
  };
}

/** Reads them when they are asked for, by one run of git, or by two where some lie outside of the plan folder. */
export function filesInCommit({ cwd, env, nameOf }: ProjectInCommit): FilesBeside {
  return (paths) => {
    const found = new Map<string, Uint8Array>();
    const named = paths.flatMap((path) => {
      const name = nameOf(posix.normalize(path));
      // Git reads names line by line.
      return name === undefined || /[\n\0]/.test(name) ? [] : [{ path, name }];
    });
    // A path above the repository's top ends the whole run.
    const isAbove = ({ name }: { readonly name: string }): boolean => name.includes(":../");
    for (const some of [named.filter((one) => !isAbove(one)), named.filter(isAbove)]) {
      if (some.length === 0) continue;
      const input = `${some.map(({ name }) => name).join("\n")}\n`;
      const { stdout } = git(cwd, ["cat-file", "--batch", "--follow-symlinks"], env, input);
      const blobs = blobsIn(stdout);
      some.forEach(({ path }, index) => {
        const blob = blobs[index];
        if (blob !== undefined) found.set(path, blob);
      });
    }
    return found;
  };
}

/** The answers of `cat-file --batch`; undefined for what is missing, a folder, or a link that leads nowhere. */
function blobsIn(answer: Buffer): readonly (Buffer | undefined)[] {
  const blobs: (Buffer | undefined)[] = [];
  for (let at = 0; at < answer.length; ) {
    const newline = answer.indexOf(10, at);
    const end = newline < 0 ? answer.length : newline;
    const header = answer.toString("utf8", at, end);
    const size = / missing$/.test(header) ? undefined : / (\d+)$/.exec(header)?.[1];
    const start = end + 1;
    const next = start + (size === undefined ? 0 : Number(size) + 1);
    blobs.push(/^[0-9a-f]+ blob \d+$/.test(header) ? answer.subarray(start, next - 1) : undefined);
    at = next;
  }
  return blobs;
}
