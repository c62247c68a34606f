// Keeps what an interrupted pull has read, so that the next one goes on from there: a line for each item.
import { dirname } from "node:path";
import { disk, type FileSystem } from "./file-system.js";
import { explained } from "./output-error.js";

/** The version of the lines. */
const format = 1;

export type PullState = {
  /** What an earlier run wrote under this key, where it is as old as the caller allows. */
  readonly known: ReadonlyMap<string, { readonly listed: string; readonly pulled: unknown }>;
  /** Adds an item. */
  add(key: string, listed: string, pulled: unknown): void;
  /** Forgets everything: the pull is done. */
  end(): void;
};

/**
 * Opens the state of a pull from `source` that begins at `now` (milliseconds since 1970). What is older than `age`,
 * or from elsewhere, is forgotten; a line that was cut off is left out.
 */
export function openPullState(
  path: string,
  { source, now, age }: { readonly source: string; readonly now: number; readonly age: number },
  files: FileSystem = disk,
): PullState {
  const known = new Map<string, { listed: string; pulled: unknown }>();
  const text = files.kindOf(path) === "file" ? files.read(path).toString("utf8") : "";
  const [head, ...lines] = text.split("\n").map(parse);
  const isOurs =
    isRecord(head) && head.pull === format && head.source === source && Number(head.began) > now - age;
  if (isOurs) {
    for (const line of lines) {
      if (isRecord(line) && typeof line.key === "string" && typeof line.listed === "string")
        known.set(line.key, { listed: line.listed, pulled: line.pulled });
    }
  }
  let isOpen = false;
  const open = (): void => {
    if (isOpen) return;
    isOpen = true;
    files.makeFolder(dirname(path));
    // Written anew, so that a line that was cut off does not spoil the next.
    const began = isOurs ? head.began : now;
    const start = JSON.stringify({ pull: format, source, began });
    const kept = [...known].map(([key, { listed, pulled }]) => JSON.stringify({ key, listed, pulled }));
    files.write(path, `${[start, ...kept].join("\n")}\n`, { permissions: 0o600 });
  };
  return {
    known,
    add(key, listed, pulled) {
      explained(`can't write "${path}"`, () => {
        open();
        files.append(path, `${JSON.stringify({ key, listed, pulled })}\n`);
      });
    },
    end() {
      if (files.kindOf(path) === "file") files.remove(path);
    },
  };
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
