// Finds the plan that is meant among the heads of several, where its folder is not known: in a commit, in a package.
import { posix } from "node:path";
import { isPlanFile } from "./load.js";

/** A file that may be the head of a plan. Paths have `/`. */
export type HeadCandidate = { readonly path: string; readonly text: string };

/** A plan's folder, and whether it has the name that was asked for; or the folders of several of which none is the one. */
export type Choice =
  | { readonly folder: string; readonly isNamed: boolean }
  | { readonly folders: readonly string[] };

/** Whether a path may be that of a head: `plan.yaml` in any folder that a plan may lie in. */
export function mayBeHead(path: string): boolean {
  return /(?:^|\/)plan\.ya?ml$/.test(path) && isPlanFile(path);
}

/**
 * The folder of the plan with that name; or of the only one there is, or of the one in `tracking-plan`. A folder at the
 * top is "". No folders at all: there is no plan.
 */
export function choosePlan(heads: readonly HeadCandidate[], planName: string | undefined): Choice {
  const plans = heads.flatMap(({ path, text }) => {
    if (!/^["']?trackwright["']?\s*:/m.test(text)) return [];
    const name = /^["']?name["']?\s*:\s*["']?(.*?)["']?\s*(?:#.*)?$/m.exec(text)?.[1];
    const folder = posix.dirname(path);
    return [{ folder: folder === "." ? "" : folder, name }];
  });
  const same = plans.filter(({ name }) => name === planName);
  const left = same.length > 0 ? same : plans;
  const [only, second] = left;
  if (only !== undefined && second === undefined) return { folder: only.folder, isNamed: same.length > 0 };
  const usual = left.find(({ folder }) => folder === "tracking-plan");
  return usual !== undefined
    ? { folder: usual.folder, isNamed: same.length > 0 }
    : { folders: left.map(({ folder }) => folder) };
}
