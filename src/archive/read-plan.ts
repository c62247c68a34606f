// Reads the plan that a released package ships: the `.tgz` that `npm pack` writes and a registry serves.
import { posix } from "node:path";
import { gunzipSync } from "node:zlib";
import { choosePlan, mayBeHead } from "../plan/choose-plan.js";
import { isPlanFile, type LoadedPlan, loadPlanFiles } from "../plan/load.js";
import type { Sharing } from "../plan/sharing.js";
import type { FilesBeside } from "../plan/templates.js";
import { type ArchivedFile, readTar } from "./tar.js";

/** What keeps a package's plan from being read. Exit code 2. */
export class ArchiveError extends Error {
  override readonly name: string = "ArchiveError";
}

/** A package that unpacks to more is not read. */
const sizeLimit = 512 * 1024 * 1024;

/** Whether a name is that of an archive which may be a package. */
export function isArchiveName(name: string): boolean {
  return /\.(?:tgz|tar\.gz|tar)$/i.test(name);
}

/**
 * Loads the plan in an archive. `planName` chooses among several. Paths are relative to the folder that holds the plan
 * folder, as in a project. Throws an ArchiveError that says what to do.
 */
export function loadArchivedPlan(
  label: string,
  bytes: Uint8Array,
  planName: string | undefined,
  sharing?: Sharing,
): { readonly loaded: LoadedPlan; readonly beside: FilesBeside } {
  const files = unpack(label, bytes).map((file) => ({ ...file, path: withoutTop(file.path) }));
  const heads = files
    .filter(({ path }) => mayBeHead(path))
    .map(({ path, bytes: head }) => ({ path, text: Buffer.from(head).toString("utf8") }));
  const choice = choosePlan(heads, planName);
  if ("folders" in choice)
    throw new ArchiveError(
      choice.folders.length === 0
        ? `"${label}" holds no tracking plan: no plan.yaml that begins with "trackwright: 1".`
        : `"${label}" holds several plans, and none of the name "${planName ?? ""}": ${choice.folders.map((folder) => `"${folder}"`).join(", ")}.`,
    );
  const { folder } = choice;
  // A plan at the top of a package has no folder of its own; its paths begin with the name that plans have by custom.
  const root = posix.dirname(folder);
  const relative = (path: string): string =>
    folder === "" ? `tracking-plan/${path}` : root === "." ? path : posix.relative(root, path);
  const inner = files.filter(({ path }) => {
    const own = folder === "" ? path : posix.relative(folder, path);
    return !own.startsWith("../") && isPlanFile(own);
  });
  const contents = inner.map(({ path, bytes: content }) => ({ path: relative(path), bytes: content }));
  return {
    loaded: loadPlanFiles(folder === "" ? "tracking-plan" : relative(folder), contents, [], sharing),
    beside: (paths) => {
      const wanted = new Set(paths);
      const found = files.map(({ path, bytes: content }) => [relative(path), content] as const);
      return new Map(found.filter(([path]) => wanted.has(path)));
    },
  };
}

function unpack(label: string, bytes: Uint8Array): readonly ArchivedFile[] {
  let archive = bytes;
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) {
    try {
      archive = gunzipSync(bytes, { maxOutputLength: sizeLimit });
    } catch (thrown) {
      const reason = thrown instanceof Error ? thrown.message : String(thrown);
      throw new ArchiveError(`"${label}" can't be unpacked: ${reason}.`);
    }
  }
  const files = readTar(archive);
  if (files === undefined)
    throw new ArchiveError(`"${label}" is no package: it is not the archive that \`npm pack\` writes.`);
  return files;
}

/** Packages have everything in one folder, by custom `package`. */
function withoutTop(path: string): string {
  return path.replace(/^(?:\.\/)?[^/]+\//, "");
}
