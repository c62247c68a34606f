// Finds the folders that the plan no longer writes to, and those that another plan writes to.
import { join, posix, resolve } from "node:path";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { ComparedFolder } from "./compare.js";
import { type FileSystem, unlessGone } from "./file-system.js";
import { type OutputFolder, type Project, planFrom, realOrPlanned } from "./folders.js";
import { manifestName, parseManifest } from "./manifest.js";

/**
 * Folders of targets that the plan no longer has, or has moved: those beside today's folders, and in the default
 * folder, whose manifest names this plan.
 */
export function abandonedFolders(
  project: Project,
  current: readonly OutputFolder[],
  files: FileSystem,
): readonly OutputFolder[] {
  const places = new Set(["generated", ...current.map((folder) => posix.dirname(folder.name))]);
  const abandoned = new Map<string, OutputFolder>();
  for (const place of places) {
    const parent = resolve(project.root, place);
    if (!files.isFolder(parent)) continue;
    const names = (unlessGone(() => files.list(parent)) ?? []).map((entry) => posix.join(place, entry.name));
    for (const name of place === "generated" ? [place, ...names] : names) {
      const path = realOrPlanned(resolve(project.root, name), files);
      const manifest = join(path, manifestName);
      if (current.some((folder) => folder.path === path) || files.kindOf(manifest) !== "file") continue;
      const plan = planFrom(project, name);
      const text = unlessGone(() => files.read(manifest).toString("utf8"));
      if (text === undefined) continue;
      const { target, plan: owner } = parseManifest(text);
      if (owner === plan) abandoned.set(path, { target, name, path, plan, span: undefined, files: [] });
    }
  }
  return [...abandoned.values()];
}

/** A folder that another plan writes to is not ours, as long as that plan is there. */
export function ownedElsewhere(
  { folder, manifest }: ComparedFolder,
  project: Project,
  files: FileSystem,
): readonly Diagnostic[] {
  const { plan } = manifest;
  if (folder.span === undefined || plan === undefined || plan === "" || plan === folder.plan) return [];
  const other = resolve(project.root, folder.name, plan);
  if (files.kindOf(join(other, "plan.yaml")) === undefined) return [];
  return [
    {
      rule: "shared-output-folder",
      mirror: "plan",
      severity: "error",
      message: `"${folder.name}" holds what another plan generates: the one in "${posix.normalize(posix.join(folder.name, plan))}".`,
      span: folder.span,
      help: `Give the target "${folder.target}" a folder of its own.`,
    },
  ];
}
