// Says as findings where generated files and the plan part: the mirror `generated`.
import type { Diagnostic, SourceFile } from "../diagnostics/diagnostic.js";
import type { ComparedFile, ComparedFolder } from "./compare.js";
import type { OutputFolder } from "./folders.js";
import { manifestName, withLineFeeds } from "./manifest.js";

export type Drift = {
  readonly diagnostics: readonly Diagnostic[];
  /** Those of them that a build simply mends: nobody's edit and nobody's file is in its way. */
  readonly byBuild: readonly Diagnostic[];
  /** The texts that the findings point into. */
  readonly files: readonly SourceFile[];
};

/** The findings of one folder; `command` is what mends them, such as `trackwright build`. */
export function driftOf({ folder, files, manifest, interrupted }: ComparedFolder, command: string): Drift {
  const diagnostics: Diagnostic[] = [];
  const byBuild: Diagnostic[] = [];
  const texts: SourceFile[] = [];
  if (interrupted) {
    diagnostics.push({
      rule: "generated-interrupted",
      mirror: "generated",
      severity: "error",
      message: `A build of "${folder.name}" was stopped before it was done.`,
      span: folder.span ?? { file: `${folder.name}/${manifestName}`, start: 0, end: 0 },
      help: `Run \`${command}\` to finish it.`,
    });
    // What else is different follows from it.
    return { diagnostics, byBuild, files: texts };
  }
  for (const file of files) {
    const diagnostic = driftOfFile(file, folder.name, folder.target, command);
    if (diagnostic === undefined) continue;
    diagnostics.push(diagnostic);
    if (file.state === "stale" || file.state === "missing" || file.state === "orphan")
      byBuild.push(diagnostic);
    if (file.found !== undefined) texts.push({ path: diagnostic.span.file, text: withoutMark(file.found) });
  }
  if (diagnostics.length === 0 && (manifest.state === "stale" || manifest.state === "missing")) {
    const path = `${folder.name}/${manifestName}`;
    const isMissing = manifest.state === "missing";
    diagnostics.push({
      rule: isMissing ? "generated-missing" : "generated-stale",
      mirror: "generated",
      severity: "error",
      message: `"${path}", the manifest of the target "${folder.target}", ${isMissing ? "is missing" : "is out of date"}.`,
      span: { file: path, start: 0, end: 0 },
      help: `Run \`${command}\`, and commit the file with the others.`,
    });
  }
  return { diagnostics, byBuild, files: texts };
}

/** True for a folder that holds nothing of what its target generates: it was never built, or was thrown away. */
export function isUnbuilt({ files, manifest, interrupted }: ComparedFolder): boolean {
  return (
    !interrupted &&
    files.length > 0 &&
    manifest.state === "missing" &&
    files.every(({ state }) => state === "missing")
  );
}

/** That targets were not built yet: one mistake, however many they are, since one command mends it. */
export function unbuilt(folders: readonly OutputFolder[], command: string): readonly Diagnostic[] {
  const places = folders
    .map((folder) => ({
      ...folder,
      span: folder.span ?? { file: `${folder.name}/${manifestName}`, start: 0, end: 0 },
    }))
    .sort((a, b) => a.span.start - b.span.start);
  const [first, ...others] = places;
  if (first === undefined) return [];
  const names = places.map(({ target }) => `"${target}"`);
  return [
    {
      rule: "generated-missing",
      mirror: "generated",
      severity: "error",
      message:
        others.length === 0
          ? `The target ${names.join("")} was not built yet: none of its files is in "${first.name}".`
          : `The targets ${names.slice(0, -1).join(", ")} and ${names.at(-1)} were not built yet: none of their files is there.`,
      span: first.span,
      // Where the plan says nothing about targets, they all have one place.
      related: others
        .filter(({ span }) => span.start !== first.span.start)
        .map(({ target, name, span }) => ({ message: `"${target}" goes to "${name}"`, span })),
      help: `Run \`${command}\`, and commit what it writes.`,
    },
  ];
}

function driftOfFile(
  file: ComparedFile,
  folder: string,
  target: string,
  command: string,
): Diagnostic | undefined {
  const path = `${folder}/${file.path}`;
  const finding = (rule: string, message: string, help: string): Diagnostic => ({
    rule,
    mirror: "generated",
    severity: "error",
    message,
    span: { file: path, ...firstDifference(file) },
    help,
  });
  switch (file.state) {
    case "current":
      return undefined;
    case "stale":
      return finding(
        "generated-stale",
        `"${path}" is out of date: it is not what the plan gives now.`,
        `Run \`${command}\`.`,
      );
    case "missing":
      return finding(
        "generated-missing",
        `"${path}" is missing: the target "${target}" generates it.`,
        `Run \`${command}\`.`,
      );
    case "edited":
      return finding(
        "generated-edited",
        `"${path}" was edited by hand: it differs from what was generated.`,
        `Put the change into the plan, then run \`${command}\`: it writes the file anew and keeps your version as "${path}.orig".`,
      );
    case "orphan":
      return finding(
        "generated-orphan",
        `"${path}" is left over: the plan no longer generates it.`,
        `Run \`${command}\`, which removes it.`,
      );
    case "edited-orphan":
      return finding(
        "generated-orphan",
        `"${path}" is left over and was edited by hand: the plan no longer generates it.`,
        `Run \`${command}\`, which keeps your version as "${path}.orig".`,
      );
    case "foreign":
      return finding(
        "generated-foreign",
        `"${path}" was not written by Trackwright, and the target "${target}" generates a file there.`,
        "Move it away, or give the target another folder. Nothing is overwritten meanwhile.",
      );
  }
}

/** The first line of a file that is not as it should be; the start of the file where that is not known. */
function firstDifference({ wanted, found }: ComparedFile): { start: number; end: number } {
  if (wanted === undefined || found === undefined) return { start: 0, end: 0 };
  const text = withoutMark(found);
  const wantedLines = withLineFeeds(wanted).split("\n");
  let start = 0;
  for (const [index, line] of text.split("\n").entries()) {
    const shown = line.replace(/\r$/, "");
    if (shown !== wantedLines[index]) {
      const indent = shown.length - shown.trimStart().length;
      return shown.trim() === ""
        ? { start, end: start }
        : { start: start + indent, end: start + shown.trimEnd().length };
    }
    start += line.length + 1;
  }
  return { start: text.length, end: text.length };
}

/** Text as reports see it: without a byte order mark, which editors don't count as a column. */
function withoutMark(text: string): string {
  return text.startsWith("\ufeff") ? text.slice(1) : text;
}
