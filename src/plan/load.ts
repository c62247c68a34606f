// Reads a plan folder: the first stage of every command, and the only part of plan/ that touches the disk.
import { readFileSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import type { Diagnostic, SourceFile } from "../diagnostics/diagnostic.js";
import { compareDiagnostics, compareText } from "../diagnostics/diagnostic.js";
import { assemblePlan, type LoadOptions } from "./assemble.js";
import { decode } from "./decode.js";
import {
  headNames,
  listPlanFiles,
  type PlanLocation,
  reason,
  sizeLimit,
  UnreadablePlanError,
} from "./locate.js";
import type { Plan } from "./plan.js";
import { looksPulled } from "./pulled-file.js";
import type { Sharing } from "./sharing.js";

export { findPlan, isPlanFile, type PlanLocation, plansBelow, UnreadablePlanError } from "./locate.js";

export type LoadedPlan = {
  /** The plan as far as the files could be understood; undefined where the head itself could not be read. */
  readonly value: Plan | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** Every file that was read, also when there is no plan; sorted by path. */
  readonly files: readonly SourceFile[];
};

/**
 * Loads a plan: all mistakes of all files, and the plan as far as it can be understood. `seen` is told the bytes of
 * each file (by its absolute path) as they were read, and `sized` before that the bytes of all files. The plan is
 * frozen, unless the caller knows all who get it.
 */
export function loadPlan(
  location: PlanLocation,
  seen: (path: string, bytes: Uint8Array) => void = () => {},
  { sized = () => {}, ...options }: LoadOptions & { sized?(bytes: number): void } = {},
): LoadedPlan {
  return planOf(location.folder, readFolder(location, seen, sized), options);
}

/**
 * Loads a plan from files that lie elsewhere than on the disk, such as in a commit: `folder` and the paths are
 * relative to the project root, with `/`. What was not to be had, such as a link, is told by `found`.
 */
export function loadPlanFiles(
  folder: string,
  contents: readonly { readonly path: string; readonly bytes: Uint8Array }[],
  found: readonly Diagnostic[] = [],
  sharing?: Sharing,
): LoadedPlan {
  const decoded = contents.map(({ path, bytes }) => decode(path, Buffer.from(bytes)));
  const read = {
    files: decoded.map(({ file }) => file).toSorted((a, b) => compareText(a.path, b.path)),
    diagnostics: [...found, ...decoded.flatMap(({ diagnostics }) => diagnostics)],
  };
  // Who compares plans only reads them.
  return planOf(folder, read, { sharing, frozen: sharing === undefined });
}

function planOf(
  folder: string,
  { files: found, diagnostics }: Pick<LoadedPlan, "files" | "diagnostics">,
  options: LoadOptions,
): LoadedPlan {
  const files = found.filter((file) => !file.path.endsWith(".json") || looksPulled(file));
  const heads = files.filter((file) => headNames.some((name) => file.path === `${folder}/${name}`));
  const head = heads[0];
  if (head === undefined) {
    if (diagnostics.length > 0) return { value: undefined, diagnostics, files };
    throw new UnreadablePlanError(`"${folder}" holds no plan.yaml, the head of a plan.`);
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
  const { plan, diagnostics: mistakes } = assemblePlan(usable, folder, head.path, {
    ...options,
    incomplete: unusable.size > 0,
  });
  return {
    value: plan,
    diagnostics: [...diagnostics, ...twoHeads, ...mistakes].toSorted(compareDiagnostics),
    files,
  };
}

function readFolder(
  { root, folder }: PlanLocation,
  seen: (path: string, bytes: Uint8Array) => void,
  sized: (bytes: number) => void,
): {
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
  const listed = listPlanFiles(join(root, folder)).map((path) => ({
    path,
    stat: statSync(path, { throwIfNoEntry: false }),
  }));
  sized(listed.reduce((sum, { stat }) => sum + (stat?.size ?? 0), 0));
  for (const { path, stat } of listed) {
    const name = relative(root, path).split(sep).join("/");
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
        const bytes = readFileSync(path);
        seen(path, bytes);
        const decoded = decode(name, bytes);
        files.push(decoded.file);
        diagnostics.push(...decoded.diagnostics);
      } catch (thrown) {
        unreadable(name, `The file can't be read (${reason(thrown)}).`, "Check its permissions.");
      }
    }
  }
  return { files: files.toSorted((a, b) => compareText(a.path, b.path)), diagnostics };
}
