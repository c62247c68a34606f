// The manifest of an output folder: which files were generated there, by the hash of their content. It tells
// orphans and hand edits apart from files that are merely stale.
import { hash } from "node:crypto";
import { compareText } from "../diagnostics/diagnostic.js";

/** The manifest's name in the output folder. */
export const manifestName = ".trackwright.json";

export type Manifest = {
  /** The plan folder, relative to the output folder. */
  readonly plan: string;
  readonly target: string;
  /** Hashes by path (with `/`); after a merge conflict a file may have one of each side. */
  readonly files: ReadonlyMap<string, readonly string[]>;
  /** Says that these files are what a certain plan gave; undefined where it does not. */
  readonly seal: string | undefined;
  /** True where the file could not be read as it was written, and only its lines were saved. */
  readonly damaged: boolean;
};

/**
 * The first 64 bits of SHA-256 over the text with LF line endings, so that a checkout with CRLF counts as the same.
 */
export function contentHash(text: string): string {
  return hash("sha256", withLineFeeds(text)).slice(0, 16);
}

/** The same of the bytes of a file. */
export function bytesHash(bytes: Buffer): string {
  return bytes.includes(13) ? contentHash(bytes.toString("utf8")) : hash("sha256", bytes).slice(0, 16);
}

export function withLineFeeds(text: string): string {
  return text.includes("\r") ? text.replaceAll("\r\n", "\n") : text;
}

/** A manifest's files with their hashes, in the one order that it has. */
export function inOrder(files: ReadonlyMap<string, string>): readonly (readonly [string, string])[] {
  return [...files].sort(([a], [b]) => compareText(a, b));
}

/** The manifest as it is written: sorted, one line a file, so that merges stay readable. */
export function formatManifest(
  { plan, target, seal }: Pick<Manifest, "plan" | "target" | "seal">,
  files: ReadonlyMap<string, string>,
): string {
  const lines = inOrder(files).map(([path, hash]) => `    ${JSON.stringify(path)}: ${JSON.stringify(hash)}`);
  return [
    "{",
    '  "$comment": "What Trackwright generated in this folder, by content. Do not edit.",',
    '  "manifest": 1,',
    `  "plan": ${JSON.stringify(plan)},`,
    `  "target": ${JSON.stringify(target)},`,
    ...(seal === undefined ? [] : [`  "seal": ${JSON.stringify(seal)},`]),
    lines.length === 0 ? '  "files": {}' : `  "files": {\n${lines.join(",\n")}\n  }`,
    "}",
    "",
  ].join("\n");
}

/** A manifest's text without the line of its seal. */
export function withoutSeal(text: string): string {
  return text.replace(/^ {2}"seal": "[0-9a-f]*",\n/m, "");
}

const entryLine = /^\s*("(?:[^"\\]|\\.)+")\s*:\s*"([0-9a-f]{16})",?\s*$/;

/** Reads a manifest; one that is damaged, by a merge conflict for example, gives what its lines still say. */
export function parseManifest(text: string): Manifest {
  const parsed = asJson(text);
  const files = new Map<string, string[]>();
  const add = (path: string, hash: string): void => {
    if (!isSafePath(path)) return;
    files.set(path, [...(files.get(path) ?? []), hash]);
  };
  if (isRecord(parsed) && parsed.manifest === 1 && isRecord(parsed.files)) {
    for (const [path, hash] of Object.entries(parsed.files)) if (typeof hash === "string") add(path, hash);
    return {
      plan: typeof parsed.plan === "string" ? parsed.plan : "",
      target: typeof parsed.target === "string" ? parsed.target : "",
      seal: typeof parsed.seal === "string" ? parsed.seal : undefined,
      files,
      damaged: false,
    };
  }
  for (const line of text.split(/\r?\n/)) {
    const [, key, hash] = entryLine.exec(line) ?? [];
    const path = key === undefined ? undefined : asJson(key);
    if (typeof path === "string" && hash !== undefined) add(path, hash);
  }
  return { plan: "", target: "", seal: undefined, files, damaged: true };
}

/** Whether a path stays inside its folder: relative, with `/`, without `.` and `..` or anything else clever. */
export function isSafePath(path: string): boolean {
  return (
    path !== "" &&
    !/[\\\0]|^[A-Za-z]:/.test(path) &&
    path.split("/").every((segment) => segment !== "" && segment !== "." && segment !== "..")
  );
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
