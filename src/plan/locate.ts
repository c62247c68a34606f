// Finds a plan on the disk, and the files that it is made of: what comes before the loader reads them.
import { readdirSync, readFileSync, realpathSync, type Stats, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { isPulledFile, isTemplateFolder } from "./pulled-file.js";

/** Where a plan lies. */
export type PlanLocation = {
  /** The project root: an absolute path. All relative paths of the plan start here. */
  readonly root: string;
  /** The plan folder, relative to the root, with `/`. */
  readonly folder: string;
};

/** What can't be read at all: no such folder, no plan.yaml in it, no permission. Exit code 2. */
export class UnreadablePlanError extends Error {
  override readonly name: string = "UnreadablePlanError";
}

/** The names that the head of a plan may have. */
export const headNames: readonly string[] = ["plan.yaml", "plan.yml"];
const defaultFolder = "tracking-plan";
/** A file with more bytes is not read. */
export const sizeLimit: number = 64 * 1024 * 1024;

/**
 * The plan folder that is named (`--plan DIR`, resolved against `from`), or found by walking up from `from` to a
 * folder that holds `tracking-plan/plan.yaml` or is a plan folder itself. Undefined where there is none.
 * Throws UnreadablePlanError where a named folder is none.
 */
export function findPlan(from: string, named?: string): PlanLocation | undefined {
  if (named !== undefined) {
    const path = resolve(from, named);
    // Naming the head itself is as clear as naming its folder.
    const folder = headNames.includes(basename(path)) && isFile(path) ? dirname(path) : path;
    if (!isFolder(folder)) throw new UnreadablePlanError(`There is no plan folder "${named}".`);
    if (!hasHead(folder)) {
      const inside = hasHead(join(folder, defaultFolder))
        ? ` Did you mean "${join(named, defaultFolder)}"?`
        : "";
      throw new UnreadablePlanError(`"${named}" holds no plan.yaml, the head of a plan.${inside}`);
    }
    return locate(folder);
  }
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    if (hasHead(join(folder, defaultFolder))) return locate(join(folder, defaultFolder));
    if (hasHead(folder) && looksLikePlan(folder)) return locate(folder);
    if (dirname(folder) === folder) return undefined;
  }
}

/**
 * The plan folders one step below a folder, relative to it, with `/`, in order: for who forgot to go into the project.
 * A folder that can't be listed has none.
 */
export function plansBelow(from: string): readonly string[] {
  try {
    return readdirSync(from, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith(".") && entry.name !== "node_modules")
      .map(({ name }) => `${name}/${defaultFolder}`)
      .filter((folder) => hasHead(join(from, folder)))
      .sort();
  } catch {
    return [];
  }
}

function locate(folder: string): PlanLocation {
  return { root: dirname(folder), folder: basename(folder) };
}

function hasHead(folder: string): boolean {
  return headNames.some((name) => isFile(join(folder, name)));
}

/** Another tool's plan.yaml on the way up is not ours. */
function looksLikePlan(folder: string): boolean {
  return headNames.some((name) => {
    const path = join(folder, name);
    return isFile(path) && /^["']?trackwright["']?\s*:/m.test(readFileSync(path, "utf8"));
  });
}

/** Whether a file of a plan folder belongs to the plan; `path` is relative to the folder, with `/`. */
export function isPlanFile(path: string): boolean {
  const steps = path.split("/");
  if (steps.some((step) => step.startsWith(".") || step === "node_modules") || isTemplateFolder(path))
    return false;
  return /\.ya?ml$/.test(path) || isPulledFile(path);
}

/**
 * Every file of the plan below a folder, hidden ones aside, as absolute paths in one order; a folder that links back
 * to one above is read once. Throws UnreadablePlanError where it can't be listed.
 */
export function listPlanFiles(top: string): readonly string[] {
  const found: string[] = [];
  const seen = new Set<string>();
  const visit = (folder: string, prefix: string): void => {
    const real = realpathSync(folder);
    if (seen.has(real)) return;
    seen.add(real);
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (entry.name.startsWith(".") || entry.name === "node_modules") continue;
      const path = join(folder, entry.name);
      const inner = prefix + entry.name;
      if (entry.isDirectory() || (entry.isSymbolicLink() && isFolder(path))) {
        if (!isTemplateFolder(inner)) visit(path, `${inner}/`);
      } else if (/\.ya?ml$/.test(entry.name) || isPulledFile(inner)) found.push(path);
    }
  };
  try {
    visit(top, "");
  } catch (thrown) {
    throw new UnreadablePlanError(`The plan folder "${basename(top)}" can't be read (${reason(thrown)}).`);
  }
  return found.sort();
}

/** What the system says about a failure: its code, or else its message. */
export function reason(thrown: unknown): string {
  if (thrown instanceof Error && "code" in thrown && typeof thrown.code === "string") return thrown.code;
  return thrown instanceof Error ? thrown.message : String(thrown);
}

function isFile(path: string): boolean {
  return statsOf(path)?.isFile() ?? false;
}

function isFolder(path: string): boolean {
  return statsOf(path)?.isDirectory() ?? false;
}

/** Undefined for what is not there, below a file for one. Throws UnreadablePlanError where the folder is closed to us. */
function statsOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch (thrown) {
    const why = reason(thrown);
    if (["ENOENT", "ENOTDIR", "ELOOP", "ENAMETOOLONG"].includes(why)) return undefined;
    throw new UnreadablePlanError(`The folder "${dirname(path)}" can't be read (${why}).`);
  }
}
