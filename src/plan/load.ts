// Reads a plan folder: the first stage of every command, and the only part of plan/ that touches the disk.
import { readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import type { Diagnostic, SourceFile } from "../diagnostics/diagnostic.js";
import { compareDiagnostics, compareText } from "../diagnostics/diagnostic.js";
import { assemblePlan } from "./assemble.js";
import { decode } from "./decode.js";
import type { Plan } from "./plan.js";

/** Where a plan lies. */
export type PlanLocation = {
  /** The project root: an absolute path. All relative paths of the plan start here. */
  readonly root: string;
  /** The plan folder, relative to the root, with `/`. */
  readonly folder: string;
};

export type LoadedPlan = {
  /** The plan as far as the files could be understood; undefined where the head itself could not be read. */
  readonly value: Plan | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** Every file that was read, also when there is no plan; sorted by path. */
  readonly files: readonly SourceFile[];
};

/** What can't be read at all: no such folder, no plan.yaml in it, no permission. Exit code 2. */
export class UnreadablePlanError extends Error {
  override readonly name: string = "UnreadablePlanError";
}

const headNames = ["plan.yaml", "plan.yml"];
const defaultFolder = "tracking-plan";
const sizeLimit = 64 * 1024 * 1024;

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
    if (!hasHead(folder)) throw new UnreadablePlanError(`"${named}" holds no plan.yaml, the head of a plan.`);
    return locate(folder);
  }
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    if (hasHead(join(folder, defaultFolder))) return locate(join(folder, defaultFolder));
    if (hasHead(folder) && looksLikePlan(folder)) return locate(folder);
    if (dirname(folder) === folder) return undefined;
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

/** Loads a plan: all mistakes of all files, and the plan as far as it can be understood. */
export function loadPlan(location: PlanLocation): LoadedPlan {
  const { files, diagnostics } = readFolder(location);
  const heads = files.filter((file) => headNames.some((name) => file.path === `${location.folder}/${name}`));
  const head = heads[0];
  if (head === undefined) {
    if (diagnostics.length > 0) return { value: undefined, diagnostics, files };
    throw new UnreadablePlanError(`"${location.folder}" holds no plan.yaml, the head of a plan.`);
  }
  const second = heads[1];
  const twoHeads: Diagnostic[] =
    second === undefined
      ? []
      : [
          {
            rule: "duplicate-definition",
            mirror: "plan",
            severity: "error",
            span: { file: second.path, start: 0, end: Math.min(1, second.text.length) },
            message: `The plan has two heads, ${head.path} and ${second.path}.`,
            help: "Keep one of them.",
          },
        ];
  // A file that is no text, or can't be read, was reported; what it declares is unknown.
  const unusable = new Set(diagnostics.map((diagnostic) => diagnostic.span.file));
  const usable = files.filter((file) => file !== second && !unusable.has(file.path));
  const { plan, diagnostics: found } = assemblePlan(usable, location.folder, head.path, unusable.size > 0);
  return {
    value: plan,
    diagnostics: [...diagnostics, ...twoHeads, ...found].toSorted(compareDiagnostics),
    files,
  };
}

function readFolder({ root, folder }: PlanLocation): {
  files: readonly SourceFile[];
  diagnostics: readonly Diagnostic[];
} {
  const files: SourceFile[] = [];
  const diagnostics: Diagnostic[] = [];
  const unreadable = (path: string, message: string, help: string): void => {
    diagnostics.push({
      rule: "unreadable-file",
      mirror: "plan",
      severity: "error",
      span: { file: path, start: 0, end: 0 },
      message,
      help,
    });
  };
  for (const path of listFiles(join(root, folder))) {
    const name = relative(root, path).split(sep).join("/");
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat === undefined) unreadable(name, "This link leads nowhere.", "Remove it, or mend its target.");
    // Opening a pipe or a device could wait for ever.
    else if (!stat.isFile())
      unreadable(name, "This is not a regular file.", "Remove it from the plan folder.");
    else if (stat.size > sizeLimit) {
      diagnostics.push({
        rule: "input-too-large",
        mirror: "plan",
        severity: "error",
        span: { file: name, start: 0, end: 0 },
        message: `The file is larger than ${sizeLimit / 1024 / 1024} MB and was not read.`,
        help: "Split it into several files.",
      });
    } else {
      try {
        const decoded = decode(name, readFileSync(path));
        files.push(decoded.file);
        diagnostics.push(...decoded.diagnostics);
      } catch (thrown) {
        unreadable(name, `The file can't be read (${reason(thrown)}).`, "Check its permissions.");
      }
    }
  }
  return { files: files.toSorted((a, b) => compareText(a.path, b.path)), diagnostics };
}

/** Every *.yaml and *.yml below a folder, hidden ones aside; a folder that links back to one above is read once. */
function listFiles(top: string): readonly string[] {
  const found: string[] = [];
  const seen = new Set<string>();
  const visit = (folder: string): void => {
    const real = realpathSync(folder);
    if (seen.has(real)) return;
    seen.add(real);
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (entry.name.startsWith(".") || entry.name === "node_modules") continue;
      const path = join(folder, entry.name);
      if (entry.isDirectory() || (entry.isSymbolicLink() && isFolder(path))) visit(path);
      else if (/\.ya?ml$/.test(entry.name)) found.push(path);
    }
  };
  try {
    visit(top);
  } catch (thrown) {
    throw new UnreadablePlanError(`The plan folder "${basename(top)}" can't be read (${reason(thrown)}).`);
  }
  return found;
}

function reason(thrown: unknown): string {
  if (thrown instanceof Error && "code" in thrown && typeof thrown.code === "string") return thrown.code;
  return thrown instanceof Error ? thrown.message : String(thrown);
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
