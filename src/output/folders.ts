// Decides where each target may write: a folder of its own, away from the plan.
import { isAbsolute, posix, relative, resolve } from "node:path";
import type { Diagnostic, Located, Span } from "../diagnostics/diagnostic.js";
import type { OutputFile } from "../generators/generator.js";
import type { FileSystem } from "./file-system.js";

/** What a target generated, and where it is to go. */
export type TargetOutput = {
  readonly target: string;
  /** As the plan says it, relative to the project root. */
  readonly out: Located<string>;
  readonly files: readonly OutputFile[];
};

/** Where a project and its plan lie. */
export type Project = {
  /** An absolute path. */
  readonly root: string;
  /** The plan folder, relative to the root, with `/`. */
  readonly folder: string;
};

/** A folder that one target owns. */
export type OutputFolder = {
  readonly target: string;
  /** Relative to the project root, with `/`: how it is named to people. */
  readonly name: string;
  /** Absolute, with every link resolved as far as the folder exists. */
  readonly path: string;
  /** The plan folder, relative to this folder, with `/`: who owns it, in the manifest. */
  readonly plan: string;
  /** Where the plan says so; undefined for a folder that it no longer names. */
  readonly span: Span | undefined;
  readonly files: readonly OutputFile[];
};

/**
 * The folders of the targets, and a finding for each that can't be used: absolute, the project root or above it,
 * in the plan folder, in a folder that another tool keeps, or shared with another target.
 */
export function outputFolders(
  project: Project,
  targets: readonly TargetOutput[],
  files: FileSystem,
): { readonly folders: readonly OutputFolder[]; readonly diagnostics: readonly Diagnostic[] } {
  const folders: OutputFolder[] = [];
  const diagnostics: Diagnostic[] = [];
  // What lies in a shared folder follows from the sharing: neither target is compared with it.
  const shared = new Set<OutputFolder>();
  const root = realOrPlanned(project.root, files);
  const planPath = realOrPlanned(resolve(project.root, project.folder), files);
  for (const { target, out, files: wanted } of targets) {
    const problem = (message: string, help: string): void => {
      diagnostics.push({
        rule: "unusable-output-folder",
        mirror: "plan",
        severity: "error",
        message,
        span: out.span,
        help,
      });
    };
    const named = `The folder "${out.value}" of the target "${target}"`;
    if (out.value.trim() === "" || isAbsolute(out.value) || /^[A-Za-z]:|^~(?:\/|$)|\\|\0/.test(out.value)) {
      problem(
        `${named} is not a relative path with "/".`,
        `Write it relative to the project root, such as "generated/${target}".`,
      );
      continue;
    }
    const name = posix.normalize(out.value).replace(/\/$/, "");
    const path = realOrPlanned(resolve(project.root, name), files);
    if (holds(path, root)) {
      problem(
        `${named} ${path === root ? "is the project root" : "holds the project root"}.`,
        `Give the target a folder of its own, such as "generated/${target}".`,
      );
      continue;
    }
    if (holds(planPath, path)) {
      problem(
        `${named} lies in the plan folder "${project.folder}".`,
        `Give the target a folder beside the plan, such as "generated/${target}".`,
      );
      continue;
    }
    const kept = keptByOthers(relative(root, path).replaceAll("\\", "/"));
    if (kept !== undefined) {
      problem(
        `${named} lies in "${kept}", which ${keepers[kept]} keeps.`,
        `Give the target a folder of the project's own, such as "generated/${target}".`,
      );
      continue;
    }
    const other = folders.find((one) => holds(one.path, path) || holds(path, one.path));
    if (other !== undefined) {
      shared.add(other);
      diagnostics.push({
        rule: "shared-output-folder",
        mirror: "plan",
        severity: "error",
        message: `The targets "${other.target}" and "${target}" write to ${
          other.path === path
            ? `one folder, "${name}"`
            : `"${other.name}" and "${name}", one inside the other`
        }.`,
        span: out.span,
        ...(other.span !== undefined && {
          related: [{ message: `the folder of "${other.target}"`, span: other.span }],
        }),
        help: "Give each target a folder of its own.",
      });
      continue;
    }
    folders.push({ target, name, path, plan: planFrom(project, name), span: out.span, files: wanted });
  }
  return { folders: folders.filter((folder) => !shared.has(folder)), diagnostics };
}

/** Folders that are rewritten, or read as something else, by the tools that keep them. */
const keepers = { ".git": "git", node_modules: "the package manager" } as const;

/** The first folder on the way to a place that another tool keeps; letters count as file systems may count them. */
function keptByOthers(name: string): keyof typeof keepers | undefined {
  for (const step of name.toLowerCase().split("/")) {
    if (step === ".git" || step === "node_modules") return step;
  }
  return undefined;
}

/** The plan folder as seen from an output folder. */
export function planFrom(project: Project, name: string): string {
  return relative(resolve(project.root, name), resolve(project.root, project.folder)).replaceAll("\\", "/");
}

/** Whether `outer` is `inner`, or a folder above it. */
function holds(outer: string, inner: string): boolean {
  const way = relative(outer, inner);
  return way === "" || (!isAbsolute(way) && way !== ".." && !/^\.\.[\\/]/.test(way));
}

/** A path with the links of its existing part resolved. */
export function realOrPlanned(path: string, files: FileSystem): string {
  const real = files.realPath(path);
  if (real !== undefined) return real;
  const parent = resolve(path, "..");
  return parent === path ? path : resolve(realOrPlanned(parent, files), relative(parent, path));
}
