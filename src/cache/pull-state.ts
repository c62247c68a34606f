// Keeps what an interrupted pull has read, a line for each item, so that the next one goes on from there. Like the rest
// of the cache it may be deleted at any time, and whatever goes wrong with it costs time and nothing else.
import { createHash } from "node:crypto";
import { appendFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** The version of the lines. */
const format = 1;
/** Nobody goes on with a pull of the day before, in milliseconds. */
const oldest = 60 * 60_000;

export type PullState = {
  /** What an earlier run wrote under each key. */
  readonly known: ReadonlyMap<string, { readonly listed: string; readonly pulled: unknown }>;
  /** Adds an item; `listed` tells whether it is still the same. */
  add(key: string, listed: string, pulled: unknown): void;
  /** Forgets everything: the pull is done. */
  end(): void;
};

/**
 * The state of a pull into the folder `into` (absolute) from `source`, at `now` (milliseconds since 1970). What is
 * more than an hour old, or from elsewhere, is forgotten; a line that was cut off is left out.
 */
export function openPullState(
  cache: string,
  { into, source, now }: { readonly into: string; readonly source: string; readonly now: number },
): PullState {
  const path = join(cache, `pull-${createHash("sha256").update(into).digest("hex").slice(0, 32)}.jsonl`);
  const known = new Map<string, { listed: string; pulled: unknown }>();
  const [head, ...lines] = textOf(path).split("\n").map(parse);
  const began =
    isRecord(head) && head.pull === format && head.source === source ? Number(head.began) : Number.NaN;
  const goesOn = began > now - oldest && began <= now;
  for (const line of goesOn ? lines : []) {
    if (isRecord(line) && typeof line.key === "string" && typeof line.listed === "string")
      known.set(line.key, { listed: line.listed, pulled: line.pulled });
  }
  let isOpen = false;
  return {
    known,
    add(key, listed, pulled) {
      silently(() => {
        if (!isOpen) {
          mkdirSync(dirname(path), { recursive: true });
          // Written anew, so that a line that was cut off does not spoil the next.
          const start = { pull: format, source, began: goesOn ? began : now };
          const kept = [...known].map(([name, value]) => ({ key: name, ...value }));
          writeFileSync(path, [start, ...kept].map((line) => `${JSON.stringify(line)}\n`).join(""), {
            mode: 0o600,
          });
          isOpen = true;
        }
        appendFileSync(path, `${JSON.stringify({ key, listed, pulled })}\n`);
      });
    },
    end() {
      silently(() => rmSync(path, { force: true }));
    },
  };
}

function textOf(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

function silently(work: () => void): void {
  try {
    work();
  } catch {
    // The next pull reads everything again.
  }
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
