// Reads the templates that consumers and snippets name: text beside the plan, for those who look into it.
import { join } from "node:path";
import type { Located, SourceFile } from "../diagnostics/diagnostic.js";
import { decodeText } from "./decode.js";
import { sizeLimit } from "./locate.js";
import type { Consumer, Snippet } from "./plan.js";

/** What reading templates needs of the disk; paths are absolute. */
export type TemplateDisk = {
  /** What lies at a path; undefined where there is nothing. */
  kindOf(path: string): string | undefined;
  read(path: string): Uint8Array;
};

export type Templates = {
  /** By path, relative to the project root. */
  readonly files: ReadonlyMap<string, SourceFile>;
  /** Each place where the plan names a file that can't be read, and why. */
  readonly unreadable: readonly { readonly path: Located<string>; readonly why: string }[];
};

/**
 * Reads files that lie beside a plan somewhere else than on the disk, by their path relative to the project root. What
 * is not there is not in the answer.
 */
export type FilesBeside = (paths: readonly string[]) => ReadonlyMap<string, Uint8Array>;

type NamesTemplates = {
  readonly consumers: readonly Pick<Consumer, "templates">[];
  readonly snippets: readonly Pick<Snippet, "template">[];
};

/** Every place where a plan names a template. */
export function templatePaths({ consumers, snippets }: NamesTemplates): readonly Located<string>[] {
  return [...consumers.flatMap(({ templates }) => templates), ...snippets.map(({ template }) => template)];
}

/** Reads every template that the plan names, each once. A file that can't be read is in the answer, never thrown. */
export function readTemplates(plan: NamesTemplates, root: string, disk: TemplateDisk): Templates {
  const files = new Map<string, SourceFile>();
  const failures = new Map<string, string>();
  const unreadable: { path: Located<string>; why: string }[] = [];
  for (const path of templatePaths(plan)) {
    if (!files.has(path.value) && !failures.has(path.value)) {
      const read = readTemplate(path.value, root, disk);
      if ("text" in read) files.set(path.value, read);
      else failures.set(path.value, read.why);
    }
    const why = failures.get(path.value);
    if (why !== undefined) unreadable.push({ path, why });
  }
  return { files, unreadable };
}

function readTemplate(path: string, root: string, disk: TemplateDisk): SourceFile | { readonly why: string } {
  if (/^[/\\]|^[A-Za-z]:|\0/.test(path)) return { why: "it is no path relative to the project root" };
  const absolute = join(root, path);
  try {
    const kind = disk.kindOf(absolute);
    if (kind === undefined) return { why: "there is no such file" };
    // A link is followed; a pipe could wait for ever.
    if (kind !== "file" && kind !== "link") return { why: "it is no regular file" };
    const bytes = disk.read(absolute);
    if (bytes.length > sizeLimit) return { why: "it is too large" };
    return { path, text: decodeText(bytes) };
  } catch (thrown) {
    if (thrown instanceof TypeError) return { why: "it is not UTF-8" };
    return { why: thrown instanceof Error ? thrown.message : String(thrown) };
  }
}
